import { Alert, Button, Select, Table, Text } from '@hubspot/ui-extensions';
import { FileInput } from '@hubspot/ui-extensions/experimental';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BulkRecords } from './BulkRecords.tsx';
import { healthyFunctions, serverlessOf } from './testing/fake-functions.ts';

type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>;

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of texts; a sheet whose name ends in an asterisk is hidden. */
function workbookOf(sheets: Sheets): Uint8Array {
  const names = Object.keys(sheets);
  const entries = names.map((name, index) => {
    const state = name.endsWith('*') ? ' state="hidden"' : '';
    return `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index}"${state}/>`;
  });
  const relationships = names.map(
    (_, index) => `<Relationship Id="r${index}" Type="${TYPES}/worksheet" Target="worksheets/${index}.xml"/>`,
  );
  const files: Record<string, Uint8Array> = {
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="${TYPES}"><sheets>${entries.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${relationships.join('')}</Relationships>`),
  };
  Object.values(sheets).forEach((rows, index) => {
    const xml = `<worksheet><sheetData>${rows.map(xmlRow).join('')}</sheetData></worksheet>`;
    files[`xl/worksheets/${index}.xml`] = strToU8(xml);
  });
  return zipSync(files);
}

function xmlRow(cells: readonly string[]): string {
  return `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
}

const CONTACTS = [
  ['Email', 'First name'],
  ['ada@example.org', 'Ada'],
  ['bob@example.org', 'Bob'],
];
const LEADS = [['Leads of May'], ['Email', 'Zip'], ['cem@example.org', '01234']];

async function openCardWith(bytes: Uint8Array, fileName: string) {
  vi.stubGlobal('self', { serverless: vi.fn(serverlessOf(healthyFunctions())) });
  const renderer = createRenderer('crm.record.sidebar');
  renderer.mocks.context.crm.objectTypeId = '0-1';
  const { context, actions } = renderer.mocks;
  renderer.render(<BulkRecords context={context} actions={actions} />);
  renderer.findByTestId(Button, 'open-panel').trigger('onClick');
  const onChange = renderer.findByTestId(FileInput, 'file').props.onChange;
  onChange(new File([Uint8Array.from(bytes)], fileName));
  await vi.advanceTimersByTimeAsync(10);
  return renderer;
}

type Card = Awaited<ReturnType<typeof openCardWith>>;

function cellsOf(card: Card): readonly (string | null)[] {
  return card
    .findByTestId(Table, 'first-rows')
    .findAll(Text)
    .map(({ text }) => text);
}

function sheetSelect(card: Card) {
  return card.findAll(Select).find(({ props }) => props.name === 'sheet');
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('an Excel workbook', () => {
  test('shows its first visible sheet with rows', async () => {
    const card = await openCardWith(workbookOf({ 'Lists*': LEADS, Cover: [], Contacts: CONTACTS }), 'a.xlsx');
    expect(card.findByTestId(Text, 'reading').text).toBe(
      'Sheet “Contacts” · 2 rows × 2 columns · header in row 1',
    );
    expect(cellsOf(card)).toEqual(['ada@example.org', 'Ada', 'bob@example.org', 'Bob']);
  });

  test('shows another sheet when the admin chooses it, with that sheet’s own header', async () => {
    const card = await openCardWith(workbookOf({ Contacts: CONTACTS, 'Leads*': LEADS }), 'a.xlsx');
    expect(sheetSelect(card)?.props.options).toEqual([
      { label: 'Contacts', value: 0 },
      { label: 'Leads* (hidden)', value: 1 },
    ]);
    card.findByTestId(Select, 'header-row').props.onChange?.(1);
    sheetSelect(card)?.props.onChange?.(1);
    expect(card.findByTestId(Text, 'reading').text).toContain(
      'Sheet “Leads*” · 1 row × 2 columns · header in row 2',
    );
    expect(cellsOf(card)).toEqual(['cem@example.org', '01234']);
    expect(sheetSelect(card)?.props.value).toBe(1);
  });

  test('keeps the chosen sheet when another header row is chosen', async () => {
    const card = await openCardWith(workbookOf({ Contacts: CONTACTS, Leads: LEADS }), 'a.xlsx');
    sheetSelect(card)?.props.onChange?.(1);
    card.findByTestId(Select, 'header-row').props.onChange?.('none');
    expect(card.findByTestId(Text, 'reading').text).toContain('Sheet “Leads” · 3 rows');
  });

  test('offers no choice of sheets where there is one, and none of separators', async () => {
    const card = await openCardWith(workbookOf({ Contacts: CONTACTS }), 'a.xlsx');
    expect(sheetSelect(card)).toBeUndefined();
    expect(card.findAll(Select).map(({ props }) => props.name)).toEqual(['header-row', 'language']);
  });

  test('without any rows says so and still lets another sheet be chosen', async () => {
    const card = await openCardWith(workbookOf({ One: [], Two: [], 'Three*': CONTACTS }), 'a.xlsx');
    expect(card.findByTestId(Alert, 'unreadable').props.title).toBe('There is nothing to read yet');
    sheetSelect(card)?.props.onChange?.(2);
    expect(card.findByTestId(Text, 'reading').text).toContain('Three*');
  });

  test.each([
    [
      'that is cut off',
      workbookOf({ Contacts: CONTACTS }).subarray(0, 300),
      'a.xlsx: The workbook is damaged or not complete',
    ],
    [
      'in the binary format',
      zipSync({ 'xl/workbook.bin': strToU8('') }),
      'a.xlsx: This is a binary Excel workbook (XLSB)',
    ],
  ])('%s is refused by name', async (_, bytes, title) => {
    const card = await openCardWith(bytes, 'a.xlsx');
    expect(card.findByTestId(Alert, 'file-problem').props.title).toBe(title);
  });
});

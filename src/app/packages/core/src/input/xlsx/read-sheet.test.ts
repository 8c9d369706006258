import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading, TableReading } from '../reading.ts';
import { openWorkbook } from './open-workbook.ts';
import { readSheet, readWorkbook } from './read-sheet.ts';
import { escapeText, inlineText, makeSheet, makeWorkbook, xmlRows } from './testing/make-workbook.ts';
import type { WorkbookSource } from './testing/make-workbook.ts';
import type { Workbook } from './workbook.ts';

function opened(bytes: Uint8Array): Workbook {
  const result = openWorkbook(bytes);
  if (result.kind === 'unreadable') throw new Error(`Not opened: ${JSON.stringify(result.issue)}`);
  return result.workbook;
}

function tableOf(reading: Reading): TableReading {
  if (reading.kind === 'unreadable') throw new Error(`Not read: ${JSON.stringify(reading.issue)}`);
  return reading;
}

function read(sheetData: string, rest: Omit<WorkbookSource, 'sheets'> = {}): TableReading {
  return tableOf(readSheet(opened(makeSheet(sheetData, rest)), 0));
}

/** One cell, under the header "Value" and beside a text. */
function readCell(cell: string, rest: Omit<WorkbookSource, 'sheets'> = {}): string | undefined {
  return read(xmlRows(['Name', 'Value'], ['Ada', cell], ['Bob', 'b']), rest).table.rows[0]?.cells[1];
}

function codesOf({ issues }: TableReading): readonly string[] {
  return issues.map(({ code }) => code);
}

describe('a cell is read as its text', () => {
  test.each<[string, string, string, Omit<WorkbookSource, 'sheets'>?]>([
    ['shared text', '<c t="s"><v>1</v></c>', 'second', { sharedStrings: ['<t>first</t>', '<t>second</t>'] }],
    ['inline text', '<c t="inlineStr"><is><t>01234</t></is></c>', '01234'],
    [
      'rich text',
      '<c t="s"><v>0</v></c>',
      'bold plain',
      { sharedStrings: ['<r><rPr><b/></rPr><t>bold</t></r><r><t xml:space="preserve"> plain</t></r>'] },
    ],
    [
      'Japanese with its reading aid',
      '<c t="s"><v>0</v></c>',
      '東京都',
      { sharedStrings: ['<t>東京都</t><rPh sb="0" eb="2"><t>トウキョウト</t></rPh>'] },
    ],
    ['blanks around', '<c t="inlineStr"><is><t>  a </t></is></c>', '  a '],
    ['entities and CDATA', '<c t="inlineStr"><is><t>a&amp;b &#xE9;<![CDATA[<c>]]></t></is></c>', 'a&b é<c>'],
    ['an escaped carriage return', '<c t="inlineStr"><is><t>a_x000D_b</t></is></c>', 'a\rb'],
    ['an escaped escape', '<c t="inlineStr"><is><t>_x005F_x000D_</t></is></c>', '_x000D_'],
    ['a comment inside', '<c t="inlineStr"><is><t>a<!-- no -->b</t></is></c>', 'ab'],
    ['a formula’s text', '<c t="str"><f>A1&amp;B1</f><v>Ada b</v></c>', 'Ada b'],
    ['a formula’s number', '<c><f>1+1</f><v>2</v></c>', '2'],
    ['a formula’s blank text', '<c t="str"><f>""</f><v></v></c>', ''],
    ['true', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['false', '<c t="b"><v>0</v></c>', 'FALSE'],
    ['a number', '<c><v>1234.5</v></c>', '1234.5'],
    ['a number as other programs write it', '<c t="n"><v>1.0</v></c>', '1'],
    ['a number with binary noise', '<c><v>37.299999999999997</v></c>', '37.3'],
    ['an id of 20 digits', '<c><v>12345678901234567890</v></c>', '12345678901234567890'],
    ['a code with leading zeros', '<c s="1"><v>1234</v></c>', '01234', { formats: ['00000'] }],
    ['a percentage', '<c s="1"><v>0.28999999999999998</v></c>', '29%', { formats: [10] }],
    ['an amount of money', '<c s="1"><v>1234.5</v></c>', '1234.5', { formats: ['[$€-407] #,##0.00'] }],
    ['a day', '<c s="1"><v>45000</v></c>', '2023-03-15', { formats: [14] }],
    ['a day in words', '<c s="1"><v>45000</v></c>', '2023-03-15', { formats: ['[$-409]d-mmm-yy;@'] }],
    ['a day and time', '<c s="1"><v>45000.75</v></c>', '2023-03-15T18:00:00', { formats: [22] }],
    ['a time', '<c s="1"><v>0.75</v></c>', '18:00:00', { formats: [20] }],
    ['a day since 1904', '<c s="1"><v>43538</v></c>', '2023-03-15', { formats: [14], startsIn1904: true }],
    ['the second style of two', '<c s="2"><v>5</v></c>', '5', { formats: [14, '0 "days"'] }],
    [
      'a text with a date’s format',
      '<c t="inlineStr" s="1"><is><t>45000</t></is></c>',
      '45000',
      { formats: [14] },
    ],
    ['a style that does not exist', '<c s="99"><v>5</v></c>', '5', { formats: [14] }],
    ['an ISO day', '<c t="d"><v>2023-03-15T00:00:00</v></c>', '2023-03-15'],
    ['an ISO day alone', '<c t="d"><v>2023-03-15</v></c>', '2023-03-15'],
    ['an ISO day and time', '<c t="d"><v>2023-03-15T18:30:00.000Z</v></c>', '2023-03-15T18:30:00'],
    ['a number that is none', '<c><v>n/a</v></c>', 'n/a'],
    ['an unnamed prototype', inlineText('__proto__'), '__proto__'],
    ['what an extension adds', '<c t="str"><v>a</v><extLst><ext><v>b</v></ext></extLst></c>', 'a'],
  ])('%s', (_, ...[cell, text, rest = {}]) => {
    expect(readCell(cell, rest)).toBe(text);
  });

  test.each([
    ['59', '1900-02-28'],
    ['60', '1900-02-29'],
    ['61', '1900-03-01'],
  ])('around the day that never was: %s is %s', (serial, text) => {
    expect(readCell(`<c s="1"><v>${serial}</v></c>`, { formats: ['d/m/yyyy'] })).toBe(text);
  });

  test('the same with namespace prefixes', () => {
    const source = { prefix: 'x', sharedStrings: ['<r><t>a</t></r><r><t>b</t></r>'], formats: [14] };
    expect(readCell('<c t="s"><v>0</v></c>', source)).toBe('ab');
    expect(readCell('<c s="1"><v>45000</v></c>', source)).toBe('2023-03-15');
  });
});

describe('rows and columns are the sheet’s', () => {
  const email = (row: number) => `<c r="B${row}" t="inlineStr"><is><t>p${row}@example.org</t></is></c>`;
  const header = '<row r="3"><c r="B3" t="str"><v>Email</v></c><c r="D3" t="str"><v>Zip</v></c></row>';

  test('gaps before, between and below stay gaps, and rows keep their numbers', () => {
    const { table, headerRow } = read(
      `${header}<row r="4">${email(4)}</row><row r="5"/><row r="9">${email(9)}<c r="D9"><v>7</v></c></row>`,
    );
    expect(headerRow).toBe(3);
    expect(table.columns.map((column) => column.header)).toEqual(['', 'Email', '', 'Zip']);
    expect(table.rows).toEqual([
      { number: 4, cells: ['', 'p4@example.org', '', ''] },
      { number: 9, cells: ['', 'p9@example.org', '', '7'] },
    ]);
  });

  test('titles above the header are named and left out', () => {
    const reading = read(
      xmlRows(
        ['Export of May'],
        [],
        ['Email', 'First name', 'Age'],
        ['a@example.org', 'Ada', '<c><v>36</v></c>'],
      ),
    );
    expect(reading.headerRow).toBe(3);
    expect(reading.issues[0]).toMatchObject({
      code: 'rows-above-header',
      count: 1,
      places: [{ rowNumber: 1 }],
    });
  });

  test('rows and cells without references count on', () => {
    const { table } = read(
      '<row><c t="str"><v>Email</v></c></row><row><c t="str"><v>a@example.org</v></c></row>',
    );
    expect(table.rows).toEqual([{ number: 2, cells: ['a@example.org'] }]);
  });

  test('rows in any order are put in the sheet’s', () => {
    const { table } = read(`<row r="5">${email(5)}</row>${header}<row r="4">${email(4)}</row>`);
    expect(table.rows.map((row) => row.number)).toEqual([4, 5]);
  });

  test('what extensions add after the rows is no row', () => {
    const sheetData = xmlRows(['Email'], ['a@example.org']);
    const after = '<extLst><ext><x14:row r="0"><x14:c r="A0"><v>1</v></x14:c></x14:row></ext></extLst>';
    const reading = readSheet(opened(makeWorkbook({ sheets: [{ sheetData, after }] })), 0);
    expect(tableOf(reading).table.rows).toHaveLength(1);
  });

  test('another header row is taken where the admin says so', () => {
    const workbook = opened(makeSheet(xmlRows(['Email'], ['E-mail'], ['a@example.org'])));
    expect(tableOf(readSheet(workbook, 0, { headerRow: 2 })).table.columns[0]?.header).toBe('E-mail');
    expect(tableOf(readSheet(workbook, 0, { headerRow: 'none' })).table.rows).toHaveLength(3);
  });

  test('blank cells at a row’s end are no fault', () => {
    const reading = read(xmlRows(['Email', 'Name'], ['a@example.org'], ['b@example.org', 'Bob']));
    expect(codesOf(reading)).toEqual([]);
    expect(reading.table.rows[0]?.cells).toEqual(['a@example.org', '']);
  });

  test('one note far to the right does not widen the table, and is kept', () => {
    const rows = xmlRows(['Email', 'Name'], ['a@example.org', 'Ada'], ['b@example.org', 'Bob']);
    const reading = read(
      rows.replace(
        '</row>',
        '</row><row r="1000"><c r="A1000" t="str"><v>c@example.org</v></c><c r="XFD1000"><v>1</v></c></row>',
      ),
    );
    expect(reading.table.columns).toHaveLength(2);
    expect(codesOf(reading)).toContain('long-rows');
  });
});

describe('what the admin should know', () => {
  const rows = (...cells: readonly string[]) =>
    xmlRows(['Name', 'Value'], ...cells.map((cell) => ['Ada', cell]));

  test('cells that show an error keep it and are named', () => {
    const reading = read(rows('<c t="e"><f>VLOOKUP()</f><v>#N/A</v></c>', 'b', '<c t="e"><v>#REF!</v></c>'));
    expect(reading.table.rows.map((row) => row.cells[1])).toEqual(['#N/A', 'b', '#REF!']);
    expect(reading.issues).toContainEqual({
      code: 'cell-errors',
      count: 2,
      places: [
        { rowNumber: 2, line: 2, found: '#N/A' },
        { rowNumber: 4, line: 4, found: '#REF!' },
      ],
    });
  });

  test('no formula whose text is blank', () => {
    expect(codesOf(read(rows('<c t="str"><f>""</f><v></v></c>', 'b')))).toEqual([]);
  });

  test('formulas that nobody computed', () => {
    const reading = read(rows('<c><f>1+1</f></c>', 'b'));
    expect(reading.issues).toContainEqual({
      code: 'uncomputed-formulas',
      count: 1,
      places: [{ rowNumber: 2, line: 2, found: '' }],
    });
  });

  test('numbers longer than Excel can keep, but not ids that are text', () => {
    const long = '1234567890123456';
    const reading = read(rows(`<c><v>${long}</v></c>`, inlineText(long), '<c><v>123456789012345</v></c>'));
    expect(reading.issues).toContainEqual({
      code: 'long-numbers',
      count: 1,
      places: [{ rowNumber: 2, line: 2, found: long }],
    });
  });

  test('merged cells among the rows, whose value stands in the first cell only', () => {
    const sheetData = xmlRows(
      ['All contacts'],
      ['Name', 'City'],
      ['Ada', 'Bern'],
      ['Bob', ''],
      ['Cem', 'Bonn'],
    );
    const after = '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="B3:B4"/></mergeCells>';
    const workbook = opened(makeWorkbook({ sheets: [{ sheetData, after }] }));
    const reading = tableOf(readSheet(workbook, 0));
    expect(reading.table.rows.map((row) => row.cells[1])).toEqual(['Bern', '', 'Bonn']);
    expect(reading.issues).toContainEqual({
      code: 'merged-cells',
      count: 1,
      places: [{ rowNumber: 3, line: 3 }],
    });
  });

  test('rows that a filter hides are read and named', () => {
    const reading = read(rows('a', 'b').replace('<row r="3">', '<row r="3" hidden="1">'));
    expect(reading.table.rows).toHaveLength(2);
    expect(reading.issues).toContainEqual({
      code: 'hidden-rows',
      count: 1,
      places: [{ rowNumber: 3, line: 3 }],
    });
  });
});

describe('of several sheets', () => {
  const contacts = xmlRows(['Email', 'Name'], ['a@example.org', 'Ada']);
  const several = opened(
    makeWorkbook({
      sheets: [
        { name: 'Lists', sheetData: contacts, state: 'hidden' },
        { name: 'Cover' },
        { name: 'Empty', sheetData: xmlRows(['Email', 'Name']) },
        { name: 'Contacts', sheetData: contacts },
        { name: 'More', sheetData: xmlRows(['Email'], ['b@example.org'], ['c@example.org']) },
      ],
    }),
  );

  test('the first visible one with rows is read', () => {
    expect(readWorkbook(several)).toMatchObject({
      kind: 'table',
      form: { format: 'xlsx', sheetIndex: 3, sheetName: 'Contacts' },
      confidence: 1,
      runnerUp: null,
    });
  });

  test('the chosen one is read, a hidden one too', () => {
    expect(tableOf(readWorkbook(several, { sheetIndex: 4 })).table.rows).toHaveLength(2);
    expect(readWorkbook(several, { sheetIndex: 0 })).toMatchObject({ form: { sheetName: 'Lists' } });
  });

  test('a chosen one without rows says so', () => {
    expect(readWorkbook(several, { sheetIndex: 1 })).toMatchObject({ issue: { code: 'empty' } });
    expect(readWorkbook(several, { sheetIndex: 2 })).toMatchObject({
      issue: { code: 'header-only', headers: ['Email', 'Name'] },
      form: { sheetName: 'Empty' },
    });
  });

  test.each([-1, 5, 0.5, NaN])('there is no sheet %d', (sheetIndex) => {
    expect(readSheet(several, sheetIndex)).toMatchObject({
      kind: 'unreadable',
      issue: { code: 'no-such-sheet', sheetCount: 5 },
    });
  });

  test('where none has rows, the first visible one says why', () => {
    const blank = opened(
      makeWorkbook({ sheets: [{ state: 'hidden' }, { name: 'First' }, { name: 'Second' }] }),
    );
    expect(readWorkbook(blank)).toMatchObject({ issue: { code: 'empty' }, form: { sheetName: 'First' } });
  });
});

const cellText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '01234',
    '_x000D_',
    '_x005F_',
    '__proto__',
    '#N/A',
    '<c>',
    '\r\n',
    '\u0000',
    ']]>',
    '😀',
  ),
);
const texts = fc
  .integer({ min: 1, max: 6 })
  .chain((width) =>
    fc.array(fc.array(cellText, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );

/** What of a table a sheet shows: rows with anything but blanks. */
function shown(rows: readonly (readonly string[])[]) {
  return rows.flatMap((cells, index) =>
    cells.some((cell) => cell.trim() !== '') ? [{ number: index + 2, cells }] : [],
  );
}

describe('any table of texts is read as it was written', () => {
  const check = (write: (rows: readonly (readonly string[])[]) => Uint8Array) => {
    fc.assert(
      fc.property(texts, (rows) => {
        const header = Array.from({ length: rows[0]?.length ?? 0 }, (_, index) => `Column ${index}`);
        const reading = readSheet(opened(write([header, ...rows])), 0, { headerRow: 1 });
        const expected = shown(rows);
        if (expected.length === 0) expect(reading).toMatchObject({ issue: { code: 'header-only' } });
        else expect(tableOf(reading).table.rows).toEqual(expected);
      }),
    );
  };

  test('as inline texts', () => {
    check((rows) => makeSheet(xmlRows(...rows.map((cells) => cells.map(inlineText)))));
  });

  test('as shared texts', () => {
    check((rows) => {
      const sharedStrings = rows.flat().map((text) => `<t xml:space="preserve">${escapeText(text)}</t>`);
      let index = 0;
      const cells = rows.map((row) => row.map(() => `<c t="s"><v>${index++}</v></c>`));
      return makeSheet(xmlRows(...cells), { sharedStrings });
    });
  });
});

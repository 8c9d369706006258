import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../input/read-text.ts';
import type { DraftChoices } from '../records/draft-choices.ts';
import { draftRecords } from '../records/draft-records.ts';
import { groupIssues } from '../records/group-issues.ts';
import { checkTools, longInput, longOrder, TextSource } from '../testing/long-inputs.ts';
import { checkLongInput, type LongCheck } from './check-long-input.ts';
import type { LongCheckProgress } from './each-chunk.ts';
import type { LongSurvey } from './survey-columns.ts';

const HEADERS = ['email', 'name', 'points'];

function textOf(rows: readonly (readonly string[])[]): string {
  return [HEADERS, ...rows].map((cells) => cells.join(',')).join('\n');
}

async function check(text: string, maxRows = 4): Promise<LongCheck> {
  const checked = await checkLongInput(
    longInput(new TextSource(text), HEADERS, maxRows),
    longOrder(HEADERS),
    checkTools(),
  );
  if (checked === null) throw new Error('nobody stopped it');
  return checked;
}

const ONE_COLUMN = longInput(new TextSource(''), HEADERS).form;

/** The second time with what is known from the first, and how much of the file is read then. */
async function checkTwice(
  text: string,
  known: (first: LongCheck) => LongSurvey,
  choices: Partial<DraftChoices> = {},
) {
  const source = new TextSource(text);
  const input = longInput(source, HEADERS);
  const order = longOrder(HEADERS);
  const first = await checkLongInput(input, order, checkTools());
  if (first === null) throw new Error('nobody stopped it');
  const asked = source.bytesAsked;
  const told: LongCheckProgress[] = [];
  const changed = { ...order, drafting: { ...order.drafting, ...choices } };
  const tools = checkTools({ before: known(first), report: (progress) => told.push(progress) });
  const again = await checkLongInput(input, changed, tools);
  if (again === null) throw new Error('nobody stopped it');
  return { first, again, bytes: source.bytesAsked - asked, size: source.size, told };
}

const rows = fc.array(
  fc.tuple(
    fc.constantFrom('a@example.org', 'B@example.org', 'b@example.org', 'no address', '', 'c@example.org'),
    fc.constantFrom('Ada', 'Bo', ''),
    fc.constantFrom('7', '1.5', '1,234.5'.replace(',', ''), 'many', ''),
  ),
  { minLength: 1, maxLength: 30 },
);

describe('checkLongInput', () => {
  it('finds in chunks of any size what checking all rows at once finds', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 12 }), async (cells, maxRows) => {
        const text = textOf(cells);
        const reading = readText(text, {
          form: { format: 'delimited', delimiter: ',' },
          headerRow: 1,
        });
        fc.pre(reading.kind === 'table');
        const drafts = draftRecords(reading.table, longOrder(HEADERS).drafting);
        const keys = drafts.flatMap(({ key, issues }) => (key === null || issues.length > 0 ? [] : [key]));
        const checked = await check(text, maxRows);
        expect(checked.rowCount).toBe(drafts.length);
        expect(checked.blockedCount).toBe(drafts.filter(({ issues }) => issues.length > 0).length);
        expect(checked.repeatedCount).toBe(keys.length - new Set(keys).size);
        expect(checked.groups).toEqual(groupIssues(drafts));
      }),
    );
  });

  it('reads numbers in every chunk as the whole column is written', async () => {
    const ambiguous = Array.from({ length: 8 }, (_, row) => [
      `a${String(row)}@example.org`,
      'Ada',
      '"1,234"',
    ]);
    const decisive = ['z@example.org', 'Ada', '"1,234.5"'];
    const alone = await check(textOf(ambiguous));
    const together = await check(textOf([...ambiguous, decisive]));
    expect(alone.blockedCount).toBe(8);
    expect(together.blockedCount).toBe(0);
  });

  it('names chunks by their rows, and gives other digests to other rows and to what follows them', async () => {
    const cells = Array.from({ length: 9 }, (_, row) => [`a${String(row)}@example.org`, 'Ada', '7']);
    const { chunks } = await check(textOf(cells));
    expect(
      chunks.map(({ number, firstRow, lastRow, rowCount }) => [number, firstRow, lastRow, rowCount]),
    ).toEqual([
      [1, 2, 5, 4],
      [2, 6, 9, 4],
      [3, 10, 10, 1],
    ]);
    const changed = await check(
      textOf(cells.map((row, at) => (at === 4 ? ['x@example.org', 'Ada', '7'] : row))),
    );
    const isSame = changed.chunks.map(({ digest }, at) => digest === chunks[at]?.digest);
    expect(isSame).toEqual([true, false, false]);
  });

  it('ends with the chunk in work when it is stopped', async () => {
    const text = textOf(Array.from({ length: 400 }, (_, row) => [`a${String(row)}@example.org`, 'Ada', '7']));
    const source = new TextSource(text);
    let reports = 0;
    const tools = checkTools({ isStopWanted: () => reports >= 2, report: () => (reports += 1) });
    expect(await checkLongInput(longInput(source, HEADERS), longOrder(HEADERS), tools)).toBeNull();
    expect(reports).toBe(2);
    expect(source.bytesAsked).toBeLessThan(text.length / 4);
  });

  it('tells how far it is', async () => {
    const told: LongCheckProgress[] = [];
    const text = textOf(Array.from({ length: 8 }, (_, row) => [`a${String(row)}@example.org`, 'Ada', '7']));
    const input = longInput(new TextSource(text), HEADERS);
    await checkLongInput(input, longOrder(HEADERS), checkTools({ report: (each) => told.push(each) }));
    expect(told.map(({ stage, rowCount }) => [stage, rowCount])).toEqual([
      ['surveying', 4],
      ['surveying', 8],
      ['checking', 4],
      ['checking', 8],
    ]);
    expect(told.at(-1)?.bytesRead).toBe(input.source.size);
  });

  it('reads the file once where every column can be read in one way only', async () => {
    const headers = ['email', 'name'];
    const source = new TextSource('email,name\na@example.org,Ada\nb@example.org,Bo');
    await checkLongInput(longInput(source, headers), longOrder(headers), checkTools());
    expect(source.bytesAsked).toBe(source.size);
  });

  it('reads the file once when it is checked again, with a fix or without', async () => {
    const rows = [1, 2, 3].map((row) => [`a${String(row)}@example.org`, 'Ada', '"1,234.5"']);
    const fixes = new Map([[2, new Map([['1,234.5', { kind: 'blank' } as const]])]]);
    const { first, again, bytes, size, told } = await checkTwice(textOf(rows), ({ survey }) => survey, {
      fixes,
    });
    expect(bytes).toBe(size);
    expect(again.survey.formats).toEqual(first.survey.formats);
    expect(told.map(({ stage, passes }) => [stage, passes])).toEqual([['checking', 1]]);
  });

  it.each([
    ['another file', ({ survey }) => ({ ...survey, input: { ...survey.input, source: new TextSource('') } })],
    [
      'a file that is read otherwise',
      ({ survey }) => ({ ...survey, input: { ...survey.input, form: ONE_COLUMN } }),
    ],
    ['columns that go elsewhere', ({ survey }) => ({ ...survey, targets: [] })],
  ] satisfies readonly (readonly [string, (check: LongCheck) => LongSurvey])[])(
    'looks at the columns again where what is known is of %s',
    async (_, known) => {
      const { bytes, size } = await checkTwice(textOf([['a@example.org', 'Ada', '7']]), known);
      expect(bytes).toBe(2 * size);
    },
  );

  it('rejects when the file cannot be read any more', async () => {
    const source = new TextSource(textOf([['a@example.org', 'Ada', '7']]));
    source.isGone = true;
    await expect(
      checkLongInput(longInput(source, HEADERS), longOrder(HEADERS), checkTools()),
    ).rejects.toThrow('NotReadableError');
  });
});

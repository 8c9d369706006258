import { expect, test } from 'vitest';
import { describeInputIssue, describeUnreadable } from './input-words.ts';

const place = { rowNumber: 4, line: 4 };

test.each([
  [{ code: 'not-a-workbook', found: 'encrypted' }, 'protected with a password', 'take the password off'],
  [{ code: 'not-a-workbook', found: 'xls' }, 'old Excel workbook (XLS)', 'save it as XLSX or CSV'],
  [{ code: 'broken-workbook', part: 'xl/styles.xml' }, 'damaged', 'xl/styles.xml'],
  [{ code: 'workbook-too-large', limit: 'entries', max: 4000 }, 'unpacks to more', '4,000 parts'],
  [{ code: 'workbook-too-large', limit: 'unpacked-bytes', max: 250_000_000 }, 'unpacks to more', '250.0 MB'],
  [{ code: 'workbook-too-large', limit: 'ratio', max: 400 }, 'unpacks to more', '400 times'],
  [{ code: 'no-such-sheet', sheetIndex: 4, sheetCount: 2 }, 'no sheet 5', '2 sheets'],
] as const)('says what is wrong and what to do: %j', (issue, title, body) => {
  const words = describeUnreadable(issue);
  expect(words.title).toContain(title);
  expect(words.body).toContain(body);
});

test.each([
  [
    { code: 'cell-errors', count: 1, places: [{ ...place, found: '#REF!' }] },
    '1 cell shows an error like #REF!: row 4',
  ],
  [
    { code: 'uncomputed-formulas', count: 1, places: [{ ...place, found: '' }] },
    '1 formula has no result: row 4',
  ],
  [
    { code: 'long-numbers', count: 2, places: [{ ...place, found: '1234567890123456' }] },
    '(1234567890123456): row 4',
  ],
  [{ code: 'merged-cells', count: 3, places: [place] }, '3 ranges of cells are merged: row 4 and 2 more'],
  [{ code: 'hidden-rows', count: 1, places: [place] }, '1 row is hidden in the sheet'],
] as const)('names the rows of a finding: %j', (issue, sentence) => {
  expect(describeInputIssue(issue)).toContain(sentence);
});

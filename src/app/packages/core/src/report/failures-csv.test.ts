import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../input/read-text.ts';
import type { Table } from '../input/table.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { oneOfEach } from '../testing/outcomes.ts';
import { readCsv } from '../testing/read-csv.ts';
import { OUR_MARK, readBackFailures, recogniseFailures, writeFailuresCsv } from './failures-csv.ts';

/** As the card says them in one of its languages. */
const ROW_HEADER = `${OUR_MARK}Zeile`;
const REASON_HEADER = `${OUR_MARK}Grund`;

function tableOf(headers: readonly string[], rows: readonly (readonly string[])[]): Table {
  return {
    columns: headers.map((header, index) => ({ index, header })),
    rows: rows.map((cells, index) => ({ number: index + 2, cells })),
  };
}

function rejected(slot: number): Outcome {
  const rejection = { category: null, message: '', values: [], correlationId: null };
  return { slot, rowNumber: slot + 2, key: null, kind: 'rejected', rejection, recordId: null };
}

const words = { headers: { row: 'Zeile', reason: 'Grund' }, reasonOf: () => 'Because, "so"' };

function writeAll(table: Table): string {
  return writeFailuresCsv(
    table,
    table.rows.map((_, slot) => rejected(slot)),
    words,
  );
}

/** The pasted text as the card reads it, or null where it reads no table. */
function readAgain(text: string): Table | null {
  const reading = readText(text, recogniseFailures(text) ?? {});
  return reading.kind === 'table' ? readBackFailures(reading.table) : null;
}

function contentOf(table: Table | null) {
  return { headers: table?.columns.map(({ header }) => header), rows: table?.rows.map(({ cells }) => cells) };
}

describe('writeFailuresCsv', () => {
  it('holds exactly the rows with something left to do, with their reason', () => {
    const outcomes = oneOfEach();
    const table = tableOf(
      ['name'],
      outcomes.map(({ kind }) => [kind]),
    );
    const lines = readCsv(writeFailuresCsv(table, outcomes, words));
    expect(lines).toEqual([
      ['name', ROW_HEADER, REASON_HEADER],
      ...['rejected', 'conflict', 'skipped', 'not-sent', 'unknown'].map((kind, index) => [
        kind,
        String(index + 6),
        'Because, "so"',
      ]),
    ]);
  });

  it('keeps blank and repeated headers', () => {
    expect(readCsv(writeAll(tableOf(['a', '', 'a'], [['1', '2', '3']])))[0]).toEqual([
      'a',
      '',
      'a',
      ROW_HEADER,
      REASON_HEADER,
    ]);
  });

  it('loses no cell beyond the last column', () => {
    const table = { ...tableOf(['a'], []), rows: [{ number: 2, cells: ['1'], surplus: ['2', '3'] }] };
    expect(readCsv(writeAll(table))).toEqual([
      ['a', '', '', ROW_HEADER, REASON_HEADER],
      ['1', '2', '3', '2', 'Because, "so"'],
    ]);
  });

  it('runs no formula in a spreadsheet', () => {
    expect(readCsv(writeAll(tableOf(['=a'], [['=1+1']])))).toEqual([
      ["'=a", ROW_HEADER, REASON_HEADER],
      ["'=1+1", '2', 'Because, "so"'],
    ]);
  });
});

const header = fc.constantFrom('Email', 'First name', '', '=x', "'=x", 'A, B', 'a "b"', 'Größe');
const cell = fc.oneof(
  fc.constantFrom(
    '',
    '-12.5',
    '+49 30',
    "'=1",
    'a@example.org',
    'x\r\ny',
    'a;b;c',
    '0049',
    ' spaced ',
    '"q"',
    'a\tb',
    'x;=1+1',
    'x\t=1\n@a',
    '＝1+1',
    '\r=1',
    'a|-b|\u200b',
  ),
  fc.string({ maxLength: 8 }),
);
const tables = fc.integer({ min: 1, max: 5 }).chain((width) => {
  const row = (of: fc.Arbitrary<string>) => fc.array(of, { minLength: width, maxLength: width });
  return fc
    .tuple(row(header), fc.array(row(cell), { minLength: 1, maxLength: 6 }))
    .map(([headers, rows]) => tableOf(headers, rows));
});

describe('readBackFailures', () => {
  it('knows which row each was, however often the failures are pasted again', () => {
    const table = tableOf(['name'], [['Ada'], ['Ben'], ['Cy']]);
    const once = readAgain(writeFailuresCsv(table, [rejected(1), rejected(2)], words));
    expect(once?.rows.map(({ number, origin }) => [number, origin])).toEqual([
      [2, '3'],
      [3, '4'],
    ]);
    const twice = once && readAgain(writeFailuresCsv(once, [rejected(1)], words));
    expect(twice?.rows).toEqual([{ number: 2, cells: ['Cy'], origin: '4' }]);
  });

  it('reads a file of before, which named no rows', () => {
    const table = readAgain(`name,${REASON_HEADER}\r\nAda,Because\r\n`);
    expect(contentOf(table)).toEqual({ headers: ['name'], rows: [['Ada']] });
    expect(table?.rows[0]).not.toHaveProperty('origin');
  });

  it('gives back the table, whatever is in it', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const [headers = [], ...rows] = readCsv(writeAll(table));
        expect(contentOf(readBackFailures(tableOf(headers, rows)))).toEqual(contentOf(table));
      }),
    );
  });

  it('gives back the table when the text is pasted again', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(contentOf(readAgain(writeAll(table)))).toEqual(contentOf(table));
      }),
      { numRuns: 500 },
    );
  });

  it('gives back the same text after the text', () => {
    const table = tableOf(['Email', ''], [['a@example.org', "'=1"]]);
    const again = readAgain(writeAll(table));
    expect(again && writeAll(again)).toBe(writeAll(table));
  });

  it('leaves any other table alone', () => {
    const table = tableOf(['Email', 'reason'], [['a', "'=1"]]);
    expect(readBackFailures(table)).toBe(table);
  });
});

describe('recogniseFailures', () => {
  it.each([
    ['as written', `a,"x\r\ny",${REASON_HEADER}\r\n1,2,no\r\n`, ','],
    ['as a spreadsheet pastes it', `a\t${REASON_HEADER}\n1\tno`, '\t'],
    ['as a spreadsheet saves it elsewhere', `a;"${REASON_HEADER}"\n1;no`, ';'],
    ['without any row', `a,${REASON_HEADER}`, ','],
  ])('knows our text %s', (_, text, delimiter) => {
    expect(recogniseFailures(text)).toEqual({ form: { format: 'delimited', delimiter }, headerRow: 1 });
  });

  it.each([
    ['another text', 'a,b\n1,2'],
    ['a header of ours that is cut off', `a,${OUR_MARK}\n1,no`],
    ['the words in a row below', `a,b\n1,${REASON_HEADER}\n`],
    ['the words in another column', `a,${REASON_HEADER},b\n`],
    ['the words within a cell', `a,see ${REASON_HEADER}\n`],
  ])('does not take %s for it', (_, text) => {
    expect(recogniseFailures(text)).toBeNull();
  });
});

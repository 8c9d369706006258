import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBytes } from './decode-text.ts';
import type { Encoding } from './decode-text.ts';
import type { InputIssue } from './input-issue.ts';
import type { LongForm, LongTextForm } from './long-form.ts';
import type { TableChunk } from './read-chunks.ts';
import { readText } from './read-text.ts';
import type { ReadingChoices, TableReading } from './reading.ts';
import { chunksOf, COMMAS, issuesOf, JSON_LINES } from './testing/chunks.ts';
import { decode, encode } from './testing/long-file.ts';
import { troublesomeRecords, writeDelimited } from './testing/write-delimited.ts';

const formOf = ({ headerRow, table }: TableReading, form: LongTextForm, encoding: Encoding): LongForm => ({
  encoding,
  form,
  headerRow,
  columns: table.columns,
});

function readWhole(bytes: Uint8Array, encoding: Encoding, choices: ReadingChoices): TableReading | undefined {
  const file = decodeBytes(bytes, decode, encoding);
  if (file.kind === 'not-text') return undefined;
  const reading = readText(file.text, choices);
  return reading.kind === 'table' ? reading : undefined;
}

const sorted = (issues: readonly InputIssue[]) => issues.map((issue) => JSON.stringify(issue)).sort();

/** What chunks must agree in with the whole, which is a table. */
function expectSame(chunks: readonly TableChunk[], whole: TableReading): void {
  expect(chunks.flatMap(({ table }) => table.rows)).toEqual(whole.table.rows);
  expect(sorted(issuesOf(chunks))).toEqual(sorted(whole.issues));
  expect(chunks.map(({ problem }) => problem)).toEqual(chunks.map(() => null));
}

const anyLimits = fc.record({
  maxRows: fc.integer({ min: 1, max: 6 }),
  maxBytes: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(100_000)),
  pieceBytes: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(1000)),
});

const anyEncoding = fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252');

const nastyPart = fc.constantFrom(
  ...['"', '"', '""', '"a"', '"a\n', ',', ',', ';', '\t', '\n', '\n', '\r', '\r\n', '\n\n', ' ', 'a', 'b c'],
  ...['é', '😀', '\ud83d', '\u0000', '\u200b', '\ufeff', '5" pipe', '"Acme" Ltd', ',,', 'x'.repeat(40)],
);
const nastyStart = fc.constantFrom(
  '',
  '',
  '\ufeff',
  '\ufeff\ufeff',
  'sep=,\r\n',
  '\ufeffsep=;\n',
  'sep=',
  '\n\r\n',
  'Report\n\n',
);
const nastyText = fc
  .tuple(nastyStart, fc.array(nastyPart, { maxLength: 60 }))
  .map(([start, parts]) => start + parts.join(''));

const anyHeader = fc.constantFrom<ReadingChoices['headerRow']>(undefined, 'none', 1, 2, 4);

describe('chunks of delimited text give what reading it at once gives', () => {
  const anyForm = fc.constantFrom<LongTextForm>(
    COMMAS,
    { format: 'delimited', delimiter: ';' },
    { format: 'delimited', delimiter: '\t' },
    { format: 'one-column' },
  );

  test('whatever the text, the encoding, the pieces and the chunks', async () => {
    let tables = 0;
    await fc.assert(
      fc.asyncProperty(
        nastyText,
        fc.record({ encoding: anyEncoding, form: anyForm, headerRow: anyHeader }),
        anyLimits,
        async (text, { encoding, form, headerRow }, limits) => {
          const bytes = encode(text, encoding);
          const choices = headerRow === undefined ? { form } : { form, headerRow };
          const whole = readWhole(bytes, encoding, choices);
          if (whole === undefined) return;
          tables += 1;
          expectSame(await chunksOf(bytes, formOf(whole, form, encoding), limits), whole);
        },
      ),
      { numRuns: 2000 },
    );
    expect(tables).toBeGreaterThan(500);
  });

  test('also where cells are quoted as they must be', async () => {
    await fc.assert(
      fc.asyncProperty(troublesomeRecords, anyLimits, async (records, limits) => {
        const bytes = encode(writeDelimited([['h'], ...records], ','), 'utf-16le');
        const whole = readWhole(bytes, 'utf-16le', { form: COMMAS, headerRow: 1 });
        if (whole === undefined) return;
        expectSame(await chunksOf(bytes, formOf(whole, COMMAS, 'utf-16le'), limits), whole);
      }),
      { numRuns: 300 },
    );
  });
});

describe('chunks of JSON Lines give what reading them at once gives', () => {
  const json = (value: fc.Arbitrary<unknown>) => value.map((found) => JSON.stringify(found));
  const cell = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant('é😀\ufffd'));
  const object = json(
    fc.dictionary(
      fc.constantFrom('a', 'b', 'c.d', 'e'),
      fc.oneof(cell, fc.array(cell), fc.dictionary(fc.constantFrom('d', 'f'), cell)),
    ),
  );
  const line = (main: fc.Arbitrary<string>) =>
    fc.oneof(
      { weight: 8, arbitrary: main },
      { weight: 1, arbitrary: json(cell) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('', ' ', '{"a":', 'x', '{"a":1,"a":2}', '[]', '{}', '{"":1,"a":2}'),
      },
    );
  const lines = (main: fc.Arbitrary<string>) =>
    fc
      .array(fc.tuple(line(main), fc.constantFrom('\n', '\r\n', '\r', '\n\n')), { maxLength: 25 })
      .map((parts) => parts.flat().join(''));

  test.each([
    ['objects', lines(object)],
    ['arrays', lines(json(fc.array(cell, { minLength: 1, maxLength: 4 })))],
  ])('%s', async (_kind, text) => {
    let tables = 0;
    await fc.assert(
      fc.asyncProperty(text, anyHeader, anyLimits, async (sample, headerRow, limits) => {
        const bytes = encode(sample, 'utf-8');
        const choices = { form: JSON_LINES, ...(headerRow === undefined ? {} : { headerRow }) };
        const whole = readWhole(bytes, 'utf-8', choices);
        if (whole === undefined) return;
        tables += 1;
        expectSame(await chunksOf(bytes, formOf(whole, JSON_LINES, 'utf-8'), limits), whole);
      }),
      { numRuns: 400 },
    );
    expect(tables).toBeGreaterThan(100);
  });
});

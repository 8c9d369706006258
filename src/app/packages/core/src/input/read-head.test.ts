import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ByteSource } from './byte-source.ts';
import type { Encoding } from './decode-text.ts';
import { readChunks } from './read-chunks.ts';
import type { ChunkTools } from './read-chunks.ts';
import { readHead } from './read-head.ts';
import type { HeadReading } from './read-head.ts';
import type { ReadingChoices } from './reading.ts';
import { encode, fileOf, STILL_TOOLS } from './testing/long-file.ts';
import { troublesomeRecords, writeDelimited } from './testing/write-delimited.ts';

const headTools = (headBytes?: number): ChunkTools =>
  headBytes === undefined ? STILL_TOOLS : { ...STILL_TOOLS, headBytes };

const headOf = async (bytes: Uint8Array, headBytes?: number, choices: ReadingChoices = {}) =>
  await readHead(fileOf(bytes), choices, headTools(headBytes));

/** The head, which must be one. */
function asHead(found: HeadReading): Extract<HeadReading, { kind: 'head' }> {
  if (found.kind !== 'head') throw new Error(`no head but ${JSON.stringify(found)}`);
  return found;
}

const rowsOf = (found: HeadReading) => asHead(found).reading.table.rows.map(({ cells }) => cells);
const CONTACTS = `Name,Email\n${'Ada,ada@example.org\n'.repeat(1000)}`;

describe('the head of a long file', () => {
  test('is read like any input: encoding, form, header', async () => {
    const head = asHead(await headOf(encode(`\ufeff${CONTACTS.replaceAll(',', ';')}`, 'utf-16le'), 1000));
    expect(head.decoded).toEqual({ encoding: 'utf-16le', confidence: 1, runnerUp: null });
    expect(head.form).toEqual({
      encoding: 'utf-16le',
      form: { format: 'delimited', delimiter: ';' },
      headerRow: 1,
      columns: [
        { index: 0, header: 'Name' },
        { index: 1, header: 'Email' },
      ],
    });
    expect(head.reading).toMatchObject({ headerRow: 1, issues: [] });
  });

  test('reads only its own bytes', async () => {
    const file = fileOf(encode(CONTACTS, 'utf-8'));
    await readHead(file, {}, headTools(500));
    expect(file.reads).toEqual([[0, 500]]);
  });

  test('is two megabytes', async () => {
    const file = fileOf(encode(`a,b\n${`1,${'2'.repeat(997)}\n`.repeat(3000)}`, 'utf-8'));
    const head = asHead(await readHead(file, {}, STILL_TOOLS));
    expect([file.reads, head.reading.table.rows.length]).toEqual([[[0, 2_097_152]], 2097]);
  });

  test.each([
    ['in a row', 'a,b\n1,2\n3,4', 10],
    ['between CR and LF', 'a,b\r\n1,2\r\n3,4\r\n', 14],
    ['in a quoted cell with line ends', 'a,b\n1,2\n"3\n4\n5",6\n', 14],
    ['before a delimiter that a quote may close for', 'a,b\n1,2\n"3"x,4\n', 11],
  ])('leaves the last row out when it is cut %s', async (_where, text, headBytes) => {
    const form = { format: 'delimited', delimiter: ',' } as const;
    expect(rowsOf(await headOf(encode(text, 'utf-8'), headBytes, { form, headerRow: 1 }))).toEqual([
      ['1', '2'],
    ]);
  });

  test('keeps the last row of a file that is all head', async () => {
    const head = asHead(await headOf(encode('a,b\n1,2\n3,4', 'utf-8'), 11, { headerRow: 1 }));
    expect([rowsOf(head), head.rowEstimate]).toEqual([
      [
        ['1', '2'],
        ['3', '4'],
      ],
      2,
    ]);
  });

  test('estimates the rows of the file', async () => {
    const { rowEstimate } = asHead(await headOf(encode(CONTACTS, 'utf-8'), 2000));
    expect(Math.abs(rowEstimate - 1000)).toBeLessThan(20);
  });

  test('does not take a character that is cut for a broken one', async () => {
    const bytes = encode(`name,city\n${'x,é\n'.repeat(30)}`, 'utf-8');
    const cutAt = bytes.indexOf(0xc3, 60) + 1;
    expect(asHead(await headOf(bytes, cutAt)).decoded).toEqual({
      encoding: 'utf-8',
      confidence: 1,
      runnerUp: null,
    });
  });

  test('of JSON Lines ends with a line', async () => {
    const head = asHead(await headOf(encode('{"a":1}\n{"a":2}\n{"a":3}\n', 'utf-8'), 20));
    expect([rowsOf(head), head.form.form]).toEqual([[['1'], ['2']], { format: 'json-lines' }]);
  });

  test('grows where its rows begin later', async () => {
    const text = `name,${'x'.repeat(3000)}\n${CONTACTS}`;
    const file = fileOf(encode(text, 'utf-8'));
    const head = asHead(await readHead(file, { headerRow: 1 }, headTools(500)));
    expect(file.reads).toEqual([
      [0, 500],
      [0, 2000],
      [0, 8000],
    ]);
    expect(head.reading.table.columns).toHaveLength(2);
  });
});

describe('no head', () => {
  test.each<readonly [string, string, unknown]>([
    ['a JSON document', '[{"a":1},{"a":2}]', { kind: 'only-whole', form: { format: 'json' } }],
    ['a PDF', '%PDF-1.7', { kind: 'not-text', found: 'pdf' }],
    [
      'a web page',
      '<html><body>',
      { kind: 'unreadable', issue: { code: 'markup', found: 'html' }, form: null },
    ],
    ['nothing', '', { kind: 'unreadable', issue: { code: 'empty' }, form: null }],
    ['blank lines', '\n'.repeat(100), { kind: 'unreadable', issue: { code: 'empty' }, form: null }],
  ])('of %s', async (_name, text, expected) => {
    expect(await headOf(encode(text, 'utf-8'), 10)).toEqual(expected);
  });

  test('of a workbook, which only its directory at the end names', async () => {
    const bytes = encode(`PK\u0003\u0004${'\u0001'.repeat(300_000)}xl/workbook.xml`, 'utf-8');
    expect(await headOf(bytes, 1000)).toEqual({ kind: 'not-text', found: 'xlsx' });
  });

  test('of a file whose first row never ends', async () => {
    const size = 100_000_000;
    const reads: number[] = [];
    const source: ByteSource = {
      size,
      read: (from, to) => {
        reads.push(to - from);
        return Promise.resolve(new Uint8Array(to - from).fill(120));
      },
    };
    expect(
      await readHead(source, { form: { format: 'delimited', delimiter: ',' } }, STILL_TOOLS),
    ).toMatchObject({
      kind: 'unreadable',
      issue: { code: 'row-too-long', rowNumber: 1 },
    });
    expect(Math.max(...reads)).toBe(16_777_216);
  });

  test('rejects as the source does', async () => {
    const source: ByteSource = { size: 10, read: () => Promise.reject(new Error('gone')) };
    await expect(readHead(source, {}, STILL_TOOLS)).rejects.toThrow('gone');
  });
});

test('the rows of the head are the first rows of the file, wherever it is cut', async () => {
  const encodings = fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252');
  let heads = 0;
  await fc.assert(
    fc.asyncProperty(troublesomeRecords, encodings, fc.nat(400), async (records, encoding, headBytes) => {
      const bytes = encode(writeDelimited([['h'], ...records, ...records], ','), encoding);
      const choices = { encoding, form: { format: 'delimited', delimiter: ',' }, headerRow: 1 } as const;
      const file = fileOf(bytes);
      const found = await readHead(file, choices, headTools(headBytes + 20));
      if (found.kind !== 'head') return;
      heads += 1;
      const { rows } = found.reading.table;
      const chunk = await readChunks(file, found.form, STILL_TOOLS).next();
      expect(chunk.value?.table.rows.slice(0, rows.length)).toEqual(rows);
    }),
    { numRuns: 500 },
  );
  expect(heads).toBeGreaterThan(100);
});

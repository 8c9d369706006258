import { describe, expect, test } from 'vitest';
import type { LongForm, LongTextForm } from './long-form.ts';
import { readChunks } from './read-chunks.ts';
import type { ChunkLimits, ChunkTools, TableChunk } from './read-chunks.ts';
import { chunksOf, COMMAS, issuesOf, JSON_LINES, SMALL } from './testing/chunks.ts';
import { decode, encode, fileOf, STILL_TOOLS } from './testing/long-file.ts';

/** Chunks of a text with a header in its first row, or of keyed JSON Lines. */
async function chunksOfText(
  text: string,
  headers: readonly string[],
  { form = COMMAS, ...limits }: Partial<ChunkLimits> & { readonly form?: LongTextForm } = {},
): Promise<readonly TableChunk[]> {
  const columns = headers.map((header, index) => ({ index, header }));
  const headerRow = form.format === 'json-lines' ? null : 1;
  const long: LongForm = { encoding: 'utf-8', form, headerRow, columns };
  return await chunksOf(encode(text, 'utf-8'), long, { ...SMALL, ...limits });
}

const LARGE: ChunkLimits = { maxRows: 1_000_000, maxBytes: 100_000_000 };

const rowsOf = (chunks: readonly TableChunk[]) =>
  chunks.map(({ table }) => table.rows.map(({ number }) => number));

describe('a chunk', () => {
  test('has at most so many rows, whose numbers go on', async () => {
    expect(rowsOf(await chunksOfText('a,b\n1,2\n\n3,4\n"5\n",6\n7,8\n', ['a', 'b'], { maxRows: 2 }))).toEqual(
      [
        [2, 4],
        [5, 6],
      ],
    );
  });

  test('ends with the row that makes it too large', async () => {
    expect(rowsOf(await chunksOfText('a,b\n1,2\n3,4\n5,6\n', ['a', 'b'], { maxBytes: 8 }))).toEqual([
      [2, 3],
      [4],
    ]);
  });

  test('has the same rows however the file is read', async () => {
    const text = `a,b\n${'"x\n",é\n'.repeat(50)}`;
    const limits = { maxRows: 7, maxBytes: 30 };
    const [first, ...others] = await Promise.all(
      [1, 10, 1000].map(async (pieceBytes) =>
        rowsOf(await chunksOfText(text, ['a', 'b'], { ...limits, pieceBytes })),
      ),
    );
    expect(others).toEqual([first, first]);
  });

  test('names its own issues with their rows and lines in the file', async () => {
    const chunks = await chunksOfText('a,b\n"x\n",2\n1,2,3\n1\n"q" r,\u200b', ['a', 'b'], { maxRows: 2 });
    expect(chunks.map(({ issues }) => issues)).toEqual([
      [{ code: 'long-rows', expected: 2, count: 1, places: [{ rowNumber: 3, line: 4, found: 3 }] }],
      [
        { code: 'short-rows', expected: 2, count: 1, places: [{ rowNumber: 4, line: 5, found: 1 }] },
        {
          code: 'unusual-characters',
          character: 'zero-width',
          columnIndex: 1,
          columnCount: 1,
          count: 1,
          places: [{ rowNumber: 5, line: 6 }],
        },
        { code: 'literal-quotes', count: 1, places: [{ rowNumber: 5, line: 6, found: '"q" r' }] },
      ],
    ]);
  });

  test('names bytes that do not decode', async () => {
    const bytes = Uint8Array.from([...encode('a,b\n1,2\n3,x', 'utf-8'), 0xff, ...encode('\n', 'utf-8')]);
    const columns = ['a', 'b'].map((header, index) => ({ index, header }));
    const chunks = await chunksOf(bytes, { encoding: 'utf-8', form: COMMAS, headerRow: 1, columns });
    expect(issuesOf(chunks)).toMatchObject([
      { character: 'replacement', places: [{ rowNumber: 3, line: 3 }] },
    ]);
  });

  test('tells how far the file is read, and of the whole file at the end', async () => {
    const text = `a,b\n${'1,2\n'.repeat(20)}`;
    const chunks = await chunksOfText(text, ['a', 'b']);
    const told = chunks.map(({ bytesRead }) => bytesRead);
    expect(told).toEqual([...told].sort((one, other) => one - other));
    expect(told[0]).toBeLessThan(30);
    expect(told.at(-1)).toBe(text.length);
  });

  test.each([
    ['nothing', ''],
    ['a header', 'a,b\n'],
    ['blank rows', 'a,b\n\n,\n \n'],
  ])('is not made of %s', async (_name, text) => {
    expect(await chunksOfText(text, ['a', 'b'])).toEqual([]);
  });
});

describe('rows the head did not know of', () => {
  test('keep values of new keys as surplus', async () => {
    const chunks = await chunksOfText('{"a":1}\n{"b":2,"a":3}\n', ['a'], { form: JSON_LINES });
    expect(chunks.flatMap(({ table }) => table.rows)).toEqual([
      { number: 1, cells: ['1'] },
      { number: 2, cells: ['3'], surplus: ['2'] },
    ]);
    expect(issuesOf(chunks)).toMatchObject([{ code: 'long-rows', places: [{ rowNumber: 2 }] }]);
  });

  test('are named where an object comes among arrays', async () => {
    const form: LongForm = {
      encoding: 'utf-8',
      form: JSON_LINES,
      headerRow: 1,
      columns: [{ index: 0, header: 'a' }],
    };
    const chunks = await chunksOf(encode('["a"]\n["1"]\n{"a":2}\n', 'utf-8'), form);
    expect(issuesOf(chunks)).toEqual([
      { code: 'not-records', count: 1, places: [{ rowNumber: 3, line: 3, found: '{"a":2}' }] },
    ]);
  });

  test('may have the only key without a text', async () => {
    const chunks = await chunksOfText('{"":1}\n{"":2}\n', [''], { form: JSON_LINES });
    expect(chunks.flatMap(({ table }) => table.rows.map(({ cells }) => cells))).toEqual([['1'], ['2']]);
  });
});

describe('a file that cannot be read to its end', () => {
  const long = 'x'.repeat(4_194_305);
  const wide: ChunkLimits = { ...LARGE, pieceBytes: 100_000 };

  test.each([
    ['a row of megabytes', `a,b\n1,2\n${long}`, COMMAS, 'row-too-long'],
    [
      'a row of megabytes in cells',
      `a,b\n1,2\n${`${'x'.repeat(999)},`.repeat(4200)}\n`,
      COMMAS,
      'row-too-long',
    ],
    ['a row of very many cells', `a,b\n1,2\n${','.repeat(200_000)}\n`, COMMAS, 'too-many-columns'],
    ['a line of megabytes', `{"a":1}\n{"a":"${long}"}\n`, JSON_LINES, 'row-too-long'],
    ['lines that are no JSON', `{"a":1}\n${'x\n'.repeat(1001)}{"a":2}\n`, JSON_LINES, 'broken-json'],
    ['JSON too deep', `{"a":1}\n${'['.repeat(300)}${']'.repeat(300)}\n`, JSON_LINES, 'json-too-deep'],
  ])('gives the rows before %s, and the problem', async (_name, ...[text, form, code]) => {
    const chunks = await chunksOfText(text, form === JSON_LINES ? ['a'] : ['a', 'b'], { form, ...wide });
    expect(chunks.map(({ table, problem }) => [table.rows.length, problem?.code])).toEqual([[1, code]]);
  });

  test('rejects as its source does', async () => {
    const source = { size: 10, read: () => Promise.reject(new Error('gone')) };
    const form: LongForm = { encoding: 'utf-8', form: COMMAS, headerRow: null, columns: [] };
    await expect(readChunks(source, form, STILL_TOOLS).next()).rejects.toThrow('gone');
  });

  test('rejects when it has become shorter', async () => {
    const source = { size: 10, read: () => Promise.resolve(new Uint8Array()) };
    const form: LongForm = { encoding: 'utf-8', form: COMMAS, headerRow: null, columns: [] };
    await expect(readChunks(source, form, STILL_TOOLS).next()).rejects.toThrow('shorter');
  });
});

test('what waits for its end is looked at again only when it has doubled', async () => {
  const texts = [
    '"'.repeat(1_000_001),
    `"${`${'x'.repeat(99)}\n`.repeat(10_000)}`,
    'x'.repeat(1_000_000),
    ' '.repeat(1_000_000),
  ];
  for (const text of texts) {
    const file = fileOf(encode(`a,b\n1,${text}`, 'utf-8'));
    const columns = ['a', 'b'].map((header, index) => ({ index, header }));
    const form: LongForm = { encoding: 'utf-8', form: COMMAS, headerRow: 1, columns };
    for await (const chunk of readChunks(file, form, {
      ...STILL_TOOLS,
      limits: { ...LARGE, pieceBytes: 100 },
    }))
      expect(chunk.problem).toBeNull();
    expect(file.reads.filter(([from]) => from < 500_000).length).toBeLessThan(25);
  }
});

test('an unclosed quote is literal, wherever its file goes on', async () => {
  const text = `a,b\n"x,1\n${`2,${'3'.repeat(100)}\n`.repeat(12_000)}`;
  const [first] = await chunksOfText(text, ['a', 'b'], { ...LARGE, pieceBytes: 10_000 });
  expect(first?.table.rows.slice(0, 2).map(({ cells }) => cells)).toEqual([
    ['"x', '1'],
    ['2', '3'.repeat(100)],
  ]);
  expect(first?.issues).toEqual([
    { code: 'unclosed-quote', count: 1, places: [{ rowNumber: 2, line: 2, found: '"x' }] },
  ]);
});

describe('reading in chunks', () => {
  const columns = ['a', 'b'].map((header, index) => ({ index, header }));
  const form: LongForm = { encoding: 'utf-8', form: COMMAS, headerRow: 1, columns };
  const bytes = encode(`a,b\n${'1,2\n'.repeat(100_000)}`, 'utf-8');

  test('reads every byte once, in pieces', async () => {
    const file = fileOf(bytes);
    for await (const chunk of readChunks(file, form, STILL_TOOLS)) expect(chunk.problem).toBeNull();
    expect(file.reads).toEqual([
      [0, 262_144],
      [262_144, 400_004],
    ]);
  });

  test('reads nothing more once it is stopped', async () => {
    const file = fileOf(bytes);
    const chunks = readChunks(file, form, {
      ...STILL_TOOLS,
      limits: { maxRows: 10, maxBytes: 1000, pieceBytes: 100 },
    });
    await chunks.next();
    const before = file.reads.length;
    await chunks.return();
    expect([(await chunks.next()).done, file.reads.length]).toEqual([true, before]);
  });

  test('reads ahead no more than a piece', async () => {
    const file = fileOf(bytes);
    const chunks = readChunks(file, form, {
      ...STILL_TOOLS,
      limits: { maxRows: 10, maxBytes: 1000, pieceBytes: 100 },
    });
    await chunks.next();
    expect(file.reads).toEqual([[0, 100]]);
  });

  test('gives the event loop a turn after 20 milliseconds', async () => {
    let clock = 0;
    let turnStart = 0;
    const slices: number[] = [];
    const tools: ChunkTools = {
      startDecoding: decode,
      now: () => (clock += 1),
      turn: () => {
        slices.push(clock - turnStart);
        turnStart = clock;
        return Promise.resolve();
      },
    };
    for await (const chunk of readChunks(fileOf(bytes), form, tools)) expect(chunk.problem).toBeNull();
    expect(slices.length).toBeGreaterThan(4000);
    expect(Math.max(...slices)).toBeLessThanOrEqual(22);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GeneratedFile } from './generated-file.ts';

const ROWS = 1100;

async function textOf(file: GeneratedFile, from: number, to: number): Promise<string> {
  return new TextDecoder().decode(await file.read(from, to));
}

describe('GeneratedFile', () => {
  it('is the same text in pieces of any length', async () => {
    const file = new GeneratedFile(20);
    const whole = await textOf(file, 0, file.size);
    expect(whole).toHaveLength(file.size);
    await fc.assert(
      fc.asyncProperty(fc.nat(file.size), fc.nat(600), async (from, length) => {
        expect(await textOf(file, from, from + length)).toBe(whole.slice(from, from + length));
      }),
    );
  });

  it('has ten cells in every row, one row in a thousand wrong, and two in a thousand again', async () => {
    const file = new GeneratedFile(ROWS);
    const [header, ...rows] = (await textOf(file, 0, file.size)).trimEnd().split('\n');
    expect(rows).toHaveLength(ROWS);
    for (const row of [header, ...rows]) expect(row?.split(',')).toHaveLength(10);
    const addresses = rows.map((row) => row.split(',')[0] ?? '');
    expect(addresses.filter((address) => !address.includes('@'))).toEqual(['nobody 999']);
    expect(new Set(addresses).size).toBe(ROWS - 2);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyTable } from './key-table.ts';

const keys = fc.array(fc.oneof(fc.constantFrom('a', 'b', 'ab', ''), fc.string()), { maxLength: 60 });

describe('KeyTable', () => {
  it('knows of every key what a map of all keys knows', () => {
    fc.assert(
      fc.property(keys, fc.string(), (noted, other) => {
        const table = new KeyTable();
        const rows = new Map<string, number[]>();
        noted.forEach((key, at) => {
          table.note(key, at + 1);
          rows.set(key, [...(rows.get(key) ?? []), at + 1]);
        });
        expect(table.keyCount).toBe(rows.size);
        expect(table.repeatedRowCount).toBe(noted.length - rows.size);
        for (const key of [...rows.keys(), other]) {
          expect(table.firstRowOf(key)).toBe(rows.get(key)?.[0] ?? null);
          expect(table.lastRowOf(key)).toBe(rows.get(key)?.at(-1) ?? null);
        }
      }),
    );
  });

  it('knows of keys that several rows hold as much without all the others', () => {
    fc.assert(
      fc.property(keys, fc.string(), (noted, other) => {
        const table = new KeyTable();
        noted.forEach((key, at) => {
          table.note(key, at + 1);
        });
        const repeated = table.repeatedKeys();
        const isRepeated = (key: string) => noted.filter((each) => each === key).length > 1;
        for (const key of [...noted, other]) {
          expect(repeated.firstRowOf(key)).toBe(isRepeated(key) ? table.firstRowOf(key) : null);
          expect(repeated.lastRowOf(key)).toBe(isRepeated(key) ? table.lastRowOf(key) : null);
        }
        expect(repeated.keyCount).toBe(new Set(noted.filter(isRepeated)).size);
        expect(repeated.repeatedRowCount).toBe(table.repeatedRowCount);
      }),
    );
  });

  it('forgets nothing when it grows', () => {
    const table = new KeyTable();
    const count = 20_000;
    for (let row = 1; row <= count; row += 1) table.note(`key ${String(row % 15_000)}`, row);
    expect(table.keyCount).toBe(15_000);
    expect(table.repeatedRowCount).toBe(5_000);
    for (let key = 0; key < 15_000; key += 1) {
      const first = key === 0 ? 15_000 : key;
      expect(table.firstRowOf(`key ${String(key)}`)).toBe(first);
      expect(table.lastRowOf(`key ${String(key)}`)).toBe(first + 15_000 <= count ? first + 15_000 : first);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FingerprintTable, type Fingerprint } from './fingerprint-table.ts';

const word = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
const entries = fc.array(fc.tuple(word, word, fc.integer({ min: 1, max: 2 ** 32 - 1 })), { maxLength: 400 });

/** Evenly spread, as those of keys are. */
function spread(count: number): FingerprintTable {
  const table = new FingerprintTable();
  for (let at = 1; at <= count; at += 1)
    table.set([Math.imul(at, 0x9e3779b1) >>> 0, Math.imul(at, 0x85ebca6b) >>> 0], at);
  return table;
}

describe('FingerprintTable', () => {
  it('holds what a map holds, whichever half of two fingerprints is the same', () => {
    fc.assert(
      fc.property(entries, (set) => {
        const table = new FingerprintTable();
        const map = new Map<string, number>();
        for (const [high, low, row] of set) {
          table.set([high, low], row);
          map.set(`${String(high)} ${String(low)}`, row);
        }
        expect(table.size).toBe(map.size);
        for (const [high, low] of set)
          expect(table.get([high, low])).toBe(map.get(`${String(high)} ${String(low)}`));
        const visited: (readonly [string, number])[] = [];
        table.forEach(([high, low]: Fingerprint, row) => {
          visited.push([`${String(high)} ${String(low)}`, row]);
        });
        expect(new Map(visited)).toEqual(map);
        expect(visited).toHaveLength(map.size);
      }),
    );
  });

  it('knows nothing of what was never set', () => {
    expect(spread(1000).get([7, 7])).toBeNull();
  });

  it.each([5_000, 20_000, 60_000, 120_000])('takes 15 to 19 bytes an entry of %i', (count) => {
    const bytesEach = spread(count).byteLength / count;
    expect(bytesEach).toBeGreaterThanOrEqual(15);
    expect(bytesEach).toBeLessThan(19.5);
  });
});

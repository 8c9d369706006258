import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAX_PIECE_BYTES, packLines, unpackLines } from './pack-lines.ts';

describe('packLines', () => {
  it('gives back every value, in order, whatever the size of the pieces', () => {
    const values = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null)));
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 200 }), (list, maxBytes) => {
        const back = [...packLines(list, maxBytes)].flatMap((piece) => unpackLines(piece) ?? ['lost']);
        expect(back).toEqual(JSON.parse(JSON.stringify(list)));
      }),
    );
  });

  it('keeps every piece within its bytes, also where nothing can be compressed', () => {
    const values = Array.from({ length: 300 }, (_, index) => `${String(index * 7919)}ü漢😀`);
    for (const piece of packLines(values, 500)) {
      expect(Buffer.byteLength(JSON.stringify(unpackLines(piece)))).toBeLessThanOrEqual(600);
    }
  });

  it('has no piece for nothing', () => {
    expect([...packLines([], 100)]).toEqual([]);
  });
});

describe('unpackLines', () => {
  const [piece = new Uint8Array()] = packLines(['a', 'b'], 100);

  it.each([
    ['a piece that was cut', piece.slice(0, -3)],
    ['a piece that was altered', piece.map((byte, index) => (index === 12 ? byte ^ 255 : byte))],
    ['another file', new Uint8Array([1, 2, 3])],
    ['nothing', new Uint8Array()],
    ['lines that are no JSON', gzipSync(new TextEncoder().encode('{"a":1}\n{'))],
  ])('does not take %s for one', (_, bytes) => {
    expect(unpackLines(bytes)).toBeNull();
  });

  it('does not unpack a bomb', () => {
    expect(unpackLines(gzipSync(new Uint8Array(MAX_PIECE_BYTES + 1)))).toBeNull();
  });
});

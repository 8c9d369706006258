import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sha256 } from './sha-256.ts';

function sha256(...texts: readonly string[]): string {
  const hash = new Sha256();
  for (const text of texts) hash.update(text);
  return hash.toHex();
}

function referee(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text, 'utf8');
  return hash.digest('hex');
}

/** Also characters of two, three and four bytes, and halves of them. */
const text = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 1 }),
    fc.constantFrom('\ud800', '\udc00', 'é', '名', '😀'),
  ),
  maxLength: 300,
});

describe('Sha256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('gives what the standard says of %j', (said, digest) => {
    expect(sha256(said)).toBe(digest);
  });

  it('agrees with OpenSSL on every text, however it is parted', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        expect(sha256(...texts)).toBe(referee(...texts));
      }),
      { numRuns: 1000 },
    );
  });

  it('agrees at every length around the ends of blocks', () => {
    for (let length = 0; length <= 200; length += 1) {
      expect(sha256('x'.repeat(length))).toBe(referee('x'.repeat(length)));
    }
  });

  it('agrees on a text of a million characters', () => {
    expect(sha256('a'.repeat(1_000_000))).toBe(
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    );
  });
});

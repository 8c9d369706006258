import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PendingText } from './pending-text.ts';

describe('PendingText', () => {
  it('gives what is never finished out so seldom that all of it is read a few times at most', () => {
    const pieces = fc.array(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 50, maxLength: 500 });
    fc.assert(
      fc.property(pieces, (texts) => {
        const pending = new PendingText();
        let readLength = 0;
        for (const piece of texts) {
          const text = pending.add(piece);
          if (text === null) continue;
          readLength += text.length;
          pending.keep(text);
        }
        expect(readLength).toBeLessThanOrEqual(2 * texts.join('').length);
      }),
    );
  });

  it('loses nothing', () => {
    const pending = new PendingText();
    pending.keep('<c');
    expect(pending.add(' r')).toBeNull();
    expect(pending.add('="A1"/>')).toBe('<c r="A1"/>');
    pending.keep('');
    expect(pending.add('x')).toBe('x');
  });
});

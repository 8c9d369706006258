import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeNumber } from './number-value.ts';

describe('a number', () => {
  it.each(['0', '24.00', '-3.5', '+7', '1e6', '1.5E-3', '.5', '5.', '007'])('%s is stored as sent', (raw) => {
    expect(judgeNumber('amount', raw)).toEqual({ kind: 'accepted', value: raw });
  });

  it.each(['1,5', '1.000,00', '12 EUR', 'NaN', 'Infinity', '0x10', '1e', '--1', '.', 'e5', '1 000'])(
    '%s is not valid',
    (raw) => {
      const verdict = judgeNumber('discount', raw);
      expect(verdict).toMatchObject({
        kind: 'rejected',
        issue: { message: `${raw} was not a valid number` },
      });
    },
  );

  it('is accepted in every form JavaScript prints it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(judgeNumber('amount', String(number)).kind).toBe('accepted');
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainNumber, plainPercentage } from './decimal-text.ts';

describe('a number becomes plain text', () => {
  test.each([
    ['5', '5'],
    ['0', '0'],
    ['-0', '0'],
    ['007', '7'],
    ['1.0', '1'],
    ['1234.50', '1234.5'],
    ['-12.25', '-12.25'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['+3', '3'],
    ['1E3', '1000'],
    ['1.5e-3', '0.0015'],
    ['1.23456789012345E+17', '123456789012345000'],
    ['-2.5E+2', '-250'],
    ['1E-7', '0.0000001'],
  ])('%s is %s', (raw, text) => {
    expect(plainNumber(raw)).toBe(text);
  });

  test.each([
    ['37.299999999999997', '37.3'],
    ['0.28999999999999998', '0.29'],
    ['0.30000000000000004', '0.3'],
    ['1234567890123.4501', '1234567890123.45'],
    ['-8.2000000000000011', '-8.2'],
    ['9.9999999999999996E-2', '0.1'],
  ])('without the noise beyond 15 digits: %s is %s', (raw, text) => {
    expect(plainNumber(raw)).toBe(text);
  });

  test.each(['', ' ', '.', 'E5', '1,5', 'abc', '1e', '0x10', 'NaN', 'Infinity', '1'.repeat(401), '--1'])(
    '“%s” is no number',
    (raw) => {
      expect(plainNumber(raw)).toBeNull();
      expect(plainPercentage(raw)).toBeNull();
    },
  );

  test('whole numbers keep every digit, however many', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), (number) => {
        expect(plainNumber(String(number))).toBe(String(number));
      }),
    );
  });

  test('decimals of up to 15 digits stay what they are', () => {
    const digits = fc.integer({ min: 1, max: 999_999 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), digits, (whole, fraction) => {
        const text = `${whole}.${fraction}`.replace(/0+$/, '');
        expect(plainNumber(text)).toBe(text);
      }),
    );
  });
});

describe('a percentage', () => {
  test.each([
    ['0.25', '25'],
    ['0.125', '12.5'],
    ['1', '100'],
    ['0', '0'],
    ['-0.05', '-5'],
    ['0.28999999999999998', '29'],
    ['0.00001', '0.001'],
    ['12.3', '1230'],
    ['1E-4', '0.01'],
  ])('%s is %s per cent', (raw, text) => {
    expect(plainPercentage(raw)).toBe(text);
  });
});

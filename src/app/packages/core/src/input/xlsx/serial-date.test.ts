import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeSerialDate } from './serial-date.ts';

const DAY = { hasDay: true, hasTime: false, isElapsed: false };
const TIME = { hasDay: false, hasTime: true, isElapsed: false };
const DAY_AND_TIME = { hasDay: true, hasTime: true, isElapsed: false };
const ELAPSED = { hasDay: false, hasTime: true, isElapsed: true };

describe('in the 1900 date system', () => {
  test.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['60', '1900-02-29'],
    ['61', '1900-03-01'],
    ['36526', '2000-01-01'],
    ['45351', '2024-02-29'],
    ['2958465', '9999-12-31'],
  ])('day %s is %s', (serial, text) => {
    expect(writeSerialDate(serial, DAY, false)).toBe(text);
  });

  test.each(['0', '-1', '2958466', '1000000000'])('there is no day %s', (serial) => {
    expect(writeSerialDate(serial, DAY, false)).toBeNull();
  });
});

describe('in the 1904 date system', () => {
  test.each([
    ['0', '1904-01-01'],
    ['1', '1904-01-02'],
    ['43538', '2023-03-15'],
  ])('day %s is %s', (serial, text) => {
    expect(writeSerialDate(serial, DAY, true)).toBe(text);
  });

  test('a time of day is the same as in the other system', () => {
    expect(writeSerialDate('0.75', TIME, true)).toBe('18:00:00');
  });
});

describe('a time of day', () => {
  test.each([
    ['45000', DAY_AND_TIME, '2023-03-15T00:00:00'],
    ['45000.5', DAY_AND_TIME, '2023-03-15T12:00:00'],
    ['45000.999999', DAY_AND_TIME, '2023-03-16T00:00:00'],
    ['45000.33333333333', DAY_AND_TIME, '2023-03-15T08:00:00'],
    ['0.5', TIME, '12:00:00'],
    ['0', TIME, '00:00:00'],
    ['0.000011574', TIME, '00:00:01'],
    ['45000.5', TIME, '2023-03-15T12:00:00'],
    ['1.5', ELAPSED, '36:00:00'],
    ['0.25', ELAPSED, '06:00:00'],
  ])('of %s is written', (serial, display, text) => {
    expect(writeSerialDate(serial, display, false)).toBe(text);
  });

  test('that the format hides is kept', () => {
    expect(writeSerialDate('45000.25', DAY, false)).toBe('2023-03-15T06:00:00');
  });
});

test('every day from 1900-03-01 on is the one that many days after 1899-12-30', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
      const expected = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
      expect(writeSerialDate(String(serial), DAY, false)).toBe(expected);
    }),
  );
});

test('every second of a day is read back as the same second', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 86_399 }), fc.integer({ min: 61, max: 80_000 }), (second, day) => {
      const serial = String(day + second / 86_400);
      const expected = new Date(second * 1000).toISOString().slice(11, 19);
      expect(writeSerialDate(serial, DAY_AND_TIME, false)?.slice(11)).toBe(expected);
    }),
  );
});

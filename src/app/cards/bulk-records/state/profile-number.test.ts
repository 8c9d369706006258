import { expect, it } from 'vitest';
import { profileNumber } from './profile-number.ts';

const DAYS = { usual: 90, least: 1, most: 360 };

it.each([
  { value: 30, days: 30 },
  { value: 1, days: 1 },
  { value: 360, days: 360 },
  { value: 400, days: 360 },
  { value: Infinity, days: 360 },
  { value: 0, days: 90 },
  { value: -5, days: 90 },
  { value: Number.NaN, days: 90 },
  { value: '30', days: 90 },
  { value: null, days: 90 },
  { value: undefined, days: 90 },
])('$value counts as $days', ({ value, days }) => {
  expect(profileNumber(value, DAYS)).toBe(days);
});

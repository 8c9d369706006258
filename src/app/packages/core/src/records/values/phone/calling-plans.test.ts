import { describe, expect, it } from 'vitest';
import { CALLING_PLANS, callingPlans } from './calling-plans.ts';
import { plansOfLibrary } from './testing/plans-of-library.ts';

describe('CALLING_PLANS', () => {
  it('are those of libphonenumber-js', () => {
    expect(CALLING_PLANS).toBe(plansOfLibrary());
    expect(callingPlans().size).toBeGreaterThan(240);
  });
});

describe('callingPlans', () => {
  it.each([
    ['DE', { callingCode: '49', trunkPrefix: '0', dialsAbroadByZeros: true }],
    ['IT', { callingCode: '39', trunkPrefix: '', dialsAbroadByZeros: true }],
    ['HU', { callingCode: '36', trunkPrefix: '06', dialsAbroadByZeros: true }],
    ['JP', { callingCode: '81', trunkPrefix: '0', dialsAbroadByZeros: false }],
  ])('know %s', (country, plan) => {
    expect(callingPlans().get(country)).toMatchObject(plan);
  });

  it('know the lengths of numbers, with their gaps', () => {
    expect([...(callingPlans().get('FR')?.lengths ?? [])]).toEqual([9]);
    expect([...(callingPlans().get('WS')?.lengths ?? [])]).toEqual([5, 6, 7, 10]);
  });

  it('have no calling code that begins another: a number belongs to one', () => {
    const codes = [...new Set([...callingPlans().values()].map(({ callingCode }) => callingCode))];
    const nested = codes.filter((code) => codes.some((other) => other !== code && other.startsWith(code)));
    expect(nested).toEqual([]);
  });
});

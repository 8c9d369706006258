import { describe, expect, it } from 'vitest';
import { CALLING_PLANS } from '../../../contract/calling-plans.ts';
import { readCallingPlans } from './calling-plans.ts';

const plans = readCallingPlans(CALLING_PLANS);

describe('calling plans', () => {
  it('are of nearly all countries', () => {
    expect(plans.size).toBeGreaterThan(240);
  });

  it('are none where none were told', () => {
    expect(readCallingPlans('').size).toBe(0);
  });

  it.each([
    ['DE', { callingCode: '49', trunkPrefix: '0', dialsAbroadByZeros: true }],
    ['IT', { callingCode: '39', trunkPrefix: '', dialsAbroadByZeros: true }],
    ['HU', { callingCode: '36', trunkPrefix: '06', dialsAbroadByZeros: true }],
    ['JP', { callingCode: '81', trunkPrefix: '0', dialsAbroadByZeros: false }],
  ])('know %s', (country, plan) => {
    expect(plans.get(country)).toMatchObject(plan);
  });

  it('know the lengths of numbers, with their gaps', () => {
    expect([...(plans.get('FR')?.lengths ?? [])]).toEqual([9]);
    expect([...(plans.get('WS')?.lengths ?? [])]).toEqual([5, 6, 7, 10]);
  });

  it('have no calling code that begins another: a number belongs to one', () => {
    const codes = [...new Set([...plans.values()].map(({ callingCode }) => callingCode))];
    const nested = codes.filter((code) => codes.some((other) => other !== code && other.startsWith(code)));
    expect(nested).toEqual([]);
  });
});

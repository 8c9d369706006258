import { describe, expect, it } from 'vitest';
import { makeProperty } from '../testing/properties.ts';
import { CALLING_PLANS, withCallingPlans } from './calling-plans.ts';
import { plansOfLibrary } from './testing/plans-of-library.ts';

describe('CALLING_PLANS', () => {
  it('are those of libphonenumber-js', () => {
    expect(CALLING_PLANS).toBe(plansOfLibrary());
  });
});

describe('withCallingPlans', () => {
  it.each([
    ['a phone number of HubSpot', { type: 'phone_number', fieldType: 'phonenumber' }],
    ['a text with the field of a phone number', { type: 'string', fieldType: 'phonenumber' }],
  ])('tells of %s how numbers are dialled', (_, kind) => {
    expect(withCallingPlans([makeProperty('phone', kind)])).toEqual([
      makeProperty('phone', { ...kind, callingPlans: CALLING_PLANS }),
    ]);
  });

  it('leaves other properties alone', () => {
    const name = makeProperty('name');
    expect(withCallingPlans([name])).toEqual([name]);
  });
});

import { describe, expect, it } from 'vitest';
import { draft, held, planOf } from '../testing/plans.ts';
import { digestPlan, shortDigest } from './digest-plan.ts';

const ADA = 'ada@example.org';
const RECORD = held('5', { name: 'Bo', points: '1' });
const WANTED = { name: 'Ada', points: '2' };
const base = planOf([draft(0, ADA, WANTED)], { [ADA]: RECORD }, { policies: { name: 'overwrite' } });

describe('digestPlan', () => {
  it('is SHA-256 in hexadecimal', () => {
    expect(base.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(shortDigest(base)).toBe(base.digest.slice(0, 8));
  });

  it('is the same for the same plan, whenever it was made and in whatever order its cells stand', () => {
    const wanted = { points: '2', name: 'Ada' };
    const again = planOf([draft(0, ADA, wanted)], { [ADA]: RECORD }, { policies: { name: 'overwrite' } });
    expect(digestPlan({ ...again, readAt: 7 })).toBe(base.digest);
  });

  it.each([
    ['a value to write', planOf([draft(0, ADA, { ...WANTED, points: '3' })], { [ADA]: RECORD })],
    [
      'a value that is replaced',
      planOf([draft(0, ADA, WANTED)], { [ADA]: held('5', { name: 'Bob', points: '1' }) }),
    ],
    ['the record', planOf([draft(0, ADA, WANTED)], { [ADA]: held('6', { name: 'Bo', points: '1' }) })],
    ['a policy', planOf([draft(0, ADA, WANTED)], { [ADA]: RECORD }, { policies: { name: 'never' } })],
    ['the row', planOf([{ ...draft(0, ADA, WANTED), rowNumber: 9 }], { [ADA]: RECORD })],
    [
      'the operation',
      planOf([draft(0, ADA, WANTED)], { [ADA]: RECORD }, { target: { operation: 'update' } }),
    ],
    [
      'the object type',
      planOf([draft(0, ADA, WANTED)], { [ADA]: RECORD }, { target: { objectType: 'deals' } }),
    ],
  ])('is another one with another %s', (_, plan) => {
    expect(plan.digest).not.toBe(base.digest);
  });
});

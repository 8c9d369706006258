import { describe, expect, it } from 'vitest';
import { draft, held, planOf } from '../testing/plans.ts';
import { findBreaches } from './check-plan.ts';
import type { KeyReading } from './key-reading.ts';
import { withoutBreaches } from './without-breaches.ts';

const ADA = 'ada@example.org';
const BO = 'bo@example.org';

/** A plan over Ada (found) and Bo (missing), held against HubSpot as it is later. */
function later(readings: Readonly<Record<string, KeyReading>>, wanted: Readonly<Record<string, string>>) {
  const before = { [ADA]: held('7', { name: 'before', points: '1' }), [BO]: { kind: 'missing' } as const };
  const plan = planOf([draft(0, ADA, wanted), draft(1, BO)], before);
  const now = new Map(Object.entries({ ...before, ...readings }));
  return { plan, rest: withoutBreaches(plan, findBreaches(plan, now), plan.readAt + 1) };
}

describe('what is left of a plan', () => {
  it('is the plan itself, read anew, when everything still holds', () => {
    const { plan, rest } = later({}, { name: 'Ada' });
    expect(rest).toEqual({ ...plan, readAt: plan.readAt + 1 });
  });

  it('leaves a changed cell alone and keeps the others of its row', () => {
    const { rest, plan } = later(
      { [ADA]: held('7', { name: 'a colleague', points: '1' }) },
      { name: 'Ada', points: '2' },
    );
    expect(rest.rows[0]).toMatchObject({
      kind: 'update',
      properties: { points: '2' },
      before: { points: '1' },
    });
    expect(rest.rows[0]).not.toHaveProperty('properties.name');
    expect(rest.digest).not.toBe(plan.digest);
  });

  it.each<{ reason: string; now: Record<string, KeyReading>; slot: number; expected: object }>([
    {
      reason: 'every cell was changed',
      now: { [ADA]: held('7', { name: 'a colleague' }) },
      slot: 0,
      expected: { kind: 'blocked', issues: [{ code: 'changed-since', properties: ['name'] }] },
    },
    {
      reason: 'the record is gone',
      now: { [ADA]: { kind: 'missing' } },
      slot: 0,
      expected: { kind: 'missing' },
    },
    {
      reason: 'nobody could read it',
      now: { [ADA]: { kind: 'unread' } },
      slot: 0,
      expected: { kind: 'unread' },
    },
    {
      reason: 'the record to create is there',
      now: { [BO]: held('8', {}) },
      slot: 1,
      expected: {
        kind: 'blocked',
        issues: [{ code: 'record-exists', property: 'email', recordId: '8' }],
      },
    },
  ])('leaves the row out when $reason', ({ now, slot, expected }) => {
    expect(later(now, { name: 'Ada' }).rest.rows[slot]).toMatchObject(expected);
  });
});

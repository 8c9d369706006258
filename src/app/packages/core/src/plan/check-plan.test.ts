import { describe, expect, it } from 'vitest';
import { draft, held, planOf } from '../testing/plans.ts';
import { findBreaches } from './check-plan.ts';
import type { KeyReading } from './key-reading.ts';

const ADA = 'ada@example.org';
const MISSING: KeyReading = { kind: 'missing' };
const UNREAD: KeyReading = { kind: 'unread' };
const BEFORE = held('5', { email: ADA, name: 'Bo', points: '7', colours: 'red' });

const update = planOf([draft(0, ADA, { name: 'Ada', points: '8', colours: ';blue' })], { [ADA]: BEFORE });
const create = planOf([draft(0, ADA)], { [ADA]: MISSING });
const archive = planOf([draft(0, ADA, {})], { [ADA]: BEFORE }, { target: { operation: 'archive' } });

describe('findBreaches', () => {
  it.each([
    ['an update of what is as it was', update, BEFORE],
    [
      'an update of what only looks different',
      update,
      held('5', { name: 'Bo', points: '7.00', colours: 'red' }),
    ],
    [
      'options to append, whatever is there now',
      update,
      held('5', { name: 'Bo', points: '7', colours: 'green' }),
    ],
    ['a create of what is not there', create, MISSING],
    ['an archive of a record that was changed', archive, held('5', { name: 'Zoe' })],
  ])('finds none in %s', (_, plan, reading) => {
    expect(findBreaches(plan, new Map([[ADA, reading]]))).toEqual([]);
  });

  it('names the cells somebody changed', () => {
    const now = held('5', { name: 'Zoe', points: '7', colours: 'red' });
    expect(findBreaches(update, new Map([[ADA, now]]))).toEqual([
      { rowNumber: 2, key: ADA, kind: 'changed', properties: ['name'] },
    ]);
  });

  it.each([
    ['a record that is gone', { plan: update, now: MISSING }, { kind: 'gone' }],
    ['another record with the key', { plan: update, now: held('6', {}) }, { kind: 'exists', recordId: '6' }],
    ['a record somebody made', { plan: create, now: held('6', {}) }, { kind: 'exists', recordId: '6' }],
    ['a record nobody could read', { plan: update, now: UNREAD }, { kind: 'unread' }],
    ['a key nobody could ask for', { plan: create, now: UNREAD }, { kind: 'unread' }],
    ['a record to archive that is gone', { plan: archive, now: MISSING }, { kind: 'gone' }],
  ])('finds %s', (_, { plan, now }, breach) => {
    expect(findBreaches(plan, new Map([[ADA, now]]))).toEqual([{ rowNumber: 2, key: ADA, ...breach }]);
  });

  it('cannot be broken in rows that write nothing', () => {
    const unchanged = planOf([draft(0, ADA)], { [ADA]: held('5', { name: 'Ada' }) });
    expect(findBreaches(unchanged, new Map([[ADA, MISSING]]))).toEqual([]);
  });
});

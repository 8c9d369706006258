import { describe, expect, it } from 'vitest';
import type { Outcome, WrittenPartly, WrittenRecord } from '../outcomes/outcome.ts';
import type { KeyReading } from '../plan/key-reading.ts';
import type { Plan } from '../plan/plan.ts';
import { makeResult } from '../testing/bodies.ts';
import { draft, held, planOf } from '../testing/plans.ts';
import { countKeptAssociations, makeUndoPlan, propertiesToUndo, recordsToUndo } from './make-undo-plan.ts';

const ADA = 'ada@example.org';
const MISSING: KeyReading = { kind: 'missing' };
const WRITTEN_AT = '2026-01-31T10:00:00.000Z';

const updated = planOf([draft(0, ADA, { name: 'Ada', points: '8', colours: ';blue' })], {
  [ADA]: held('5', { name: 'Bo', points: '', colours: 'red' }),
});
const created = planOf([draft(0, ADA)], { [ADA]: MISSING });
const archived = planOf([draft(0, ADA, {})], { [ADA]: held('5', {}) }, { target: { operation: 'archive' } });

const WRITTEN: WrittenRecord = {
  recordId: '5',
  url: null,
  evidence: { from: 'answer', matchedBy: 'trace-id', isFromEarlierAttempt: false },
  differences: [],
  warnings: [],
  updatedAt: WRITTEN_AT,
  changedSince: [],
};

type Written = Extract<Outcome, { kind: 'created' | 'updated' | 'unchanged' | 'archived' }>;

function outcome(kind: Written['kind'], told: Partial<Written> = {}): Outcome {
  return {
    slot: 0,
    rowNumber: 2,
    key: ADA,
    kind,
    ...WRITTEN,
    ...told,
  };
}

/** As an import leaves a row one of whose values it refuses. */
function partly(kind: WrittenPartly['kind'], differences: Written['differences']): Outcome {
  const rejection = { category: null, message: '', values: [], correlationId: null };
  const identity = { slot: 0, rowNumber: 2, key: ADA, recordId: '5' };
  return { ...identity, kind: 'rejected', rejection, partly: { ...WRITTEN, kind, differences } };
}

interface Now {
  readonly properties?: Readonly<Record<string, string>>;
  readonly updatedAt?: string | undefined;
  readonly propertiesWithHistory?: object;
}

function undo(plan: Plan, done: Outcome, now: Now | KeyReading) {
  const reading: KeyReading =
    'kind' in now
      ? now
      : { kind: 'found', matchedBy: 'record-id', record: makeResult('5', { updatedAt: WRITTEN_AT, ...now }) };
  return makeUndoPlan({ plan, outcomes: [done] }, new Map([['5', reading]]), 0);
}

const AS_WRITTEN = { name: 'Ada', points: '8', colours: 'red;blue' };

describe('taking back an update', () => {
  it('restores every cell that still holds what the run wrote', () => {
    const plan = undo(updated, outcome('updated'), { properties: AS_WRITTEN });
    expect(plan).toMatchObject({ operation: 'update', keyProperty: 'hs_object_id' });
    expect(plan.rows).toMatchObject([
      {
        kind: 'update',
        rowNumber: 2,
        recordId: '5',
        properties: { name: 'Bo', points: '', colours: 'red' },
        before: AS_WRITTEN,
      },
    ]);
  });

  it('keeps a cell somebody wrote over, and says so', () => {
    const plan = undo(updated, outcome('updated'), { properties: { ...AS_WRITTEN, name: 'Zoe' } });
    expect(plan.rows[0]).toMatchObject({
      properties: { points: '', colours: 'red' },
      kept: [{ property: 'name', wanted: 'Bo', reason: 'changed-since' }],
    });
  });

  it('keeps the whole row when every cell was written over', () => {
    const plan = undo(updated, outcome('updated'), {
      properties: { name: 'Zoe', points: '9', colours: 'red' },
    });
    expect(plan.rows).toMatchObject([
      { kind: 'blocked', issues: [{ code: 'not-undone', why: 'changed-since' }] },
    ]);
  });

  it('has nothing to do where somebody has taken it back already', () => {
    const plan = undo(updated, outcome('updated'), {
      properties: { name: 'Bo', points: '', colours: 'red' },
    });
    expect(plan.rows).toMatchObject([{ kind: 'unchanged' }]);
  });

  it('knows a value by what HubSpot stored of it', () => {
    const done = outcome('updated', { differences: [{ property: 'name', sent: 'Ada', stored: 'ADA' }] });
    const plan = undo(updated, done, { properties: { ...AS_WRITTEN, name: 'ADA' } });
    expect(plan.rows[0]).toMatchObject({ properties: { name: 'Bo' } });
  });

  it('takes back what stands of a row that was written without some of its values', () => {
    const changed = partly('updated', [{ property: 'name', sent: 'Ada', stored: 'Bo' }]);
    const plan = undo(updated, changed, { properties: { ...AS_WRITTEN, name: 'Bo' } });
    expect(plan.rows[0]).toMatchObject({ kind: 'update', properties: { points: '', colours: 'red' } });
    const made = partly('created', [{ property: 'name', sent: 'Ada', stored: '' }]);
    expect(undo(created, made, { properties: {} }).rows[0]).toMatchObject({ kind: 'archive' });
  });

  it('leaves alone what the run left alone', () => {
    const done = outcome('updated', { changedSince: ['name'] });
    const plan = undo(updated, done, { properties: AS_WRITTEN });
    expect(plan.rows[0]).toMatchObject({ properties: { points: '', colours: 'red' }, kept: [] });
  });

  it.each([
    ['a person wrote the same value later', { sourceType: 'CRM_UI', timestamp: WRITTEN_AT }, ['name']],
    [
      'something wrote it again later',
      { sourceType: 'INTEGRATION', timestamp: '2026-02-01T00:00:00Z' },
      ['name'],
    ],
    ['the run wrote it', { sourceType: 'INTEGRATION', timestamp: WRITTEN_AT }, []],
  ])('asks the history: %s', (_, latest, keptProperties) => {
    const propertiesWithHistory = { name: [{ value: 'Ada', ...latest }] };
    const plan = undo(updated, outcome('updated'), { properties: AS_WRITTEN, propertiesWithHistory });
    const kept = plan.rows[0]?.kind === 'update' ? plan.rows[0].kept : [];
    expect(kept.map(({ property }) => property)).toEqual(keptProperties);
  });

  it('does not send a stage back, which HubSpot would ignore', () => {
    const staged = planOf([draft(0, ADA, { lifecyclestage: 'customer', name: 'Ada' })], {
      [ADA]: held('5', { lifecyclestage: 'lead', name: 'Bo' }),
    });
    const plan = undo(staged, outcome('updated'), {
      properties: { lifecyclestage: 'customer', name: 'Ada' },
    });
    expect(plan.rows[0]).toMatchObject({
      properties: { name: 'Bo' },
      kept: [{ property: 'lifecyclestage', reason: 'moves-backwards' }],
    });
  });
});

describe('taking back a create', () => {
  it('archives a record that is as the run made it', () => {
    const plan = undo(created, outcome('created'), { properties: { name: 'Ada', email: ADA } });
    expect(plan.rows).toMatchObject([{ kind: 'archive', recordId: '5' }]);
  });

  it.each([
    ['one of its cells was changed', { properties: { name: 'Zoe' } }],
    ['anything was touched later', { properties: { name: 'Ada' }, updatedAt: '2026-01-31T12:00:00Z' }],
    ['nobody can tell', { properties: { name: 'Ada' }, updatedAt: undefined }],
  ])('keeps it when %s', (_, now) => {
    const plan = undo(created, outcome('created'), now);
    expect(plan.rows).toMatchObject([
      { kind: 'blocked', issues: [{ code: 'not-undone', why: 'touched-since' }] },
    ]);
  });

  it('does not count what HubSpot computes in the first minute as a touch', () => {
    const now = { properties: { name: 'Ada' }, updatedAt: '2026-01-31T10:00:30.000Z' };
    expect(undo(created, outcome('created'), now).rows).toMatchObject([{ kind: 'archive' }]);
  });

  it('keeps a record that turned out to be there before', () => {
    const plan = undo(created, outcome('updated'), { properties: { name: 'Ada' } });
    expect(plan.rows).toMatchObject([{ issues: [{ code: 'not-undone', why: 'no-earlier-value' }] }]);
  });
});

describe('what cannot be taken back', () => {
  it.each([
    ['an archive', archived, outcome('archived'), { properties: {} }, 'archived'],
    ['a record that is gone', updated, outcome('updated'), MISSING, 'gone'],
  ] as const)('%s', (...[, plan, done, now, why]) => {
    expect(undo(plan, done, now).rows).toMatchObject([
      { kind: 'blocked', issues: [{ code: 'not-undone', why }] },
    ]);
  });

  it('is not written over when it could not be read', () => {
    expect(undo(updated, outcome('updated'), { kind: 'unread' }).rows).toMatchObject([{ kind: 'unread' }]);
  });

  it('is in no undo when the run did not write it', () => {
    const rejection = { category: null, message: '', values: [], correlationId: null };
    const refused: Outcome = { slot: 0, rowNumber: 2, key: ADA, kind: 'rejected', rejection, recordId: null };
    expect(undo(updated, refused, { properties: {} }).rows).toEqual([]);
    expect(recordsToUndo({ plan: updated, outcomes: [refused] })).toEqual([]);
  });
});

describe('a row nobody knows about', () => {
  const unknown: Outcome = {
    slot: 0,
    rowNumber: 2,
    key: ADA,
    kind: 'unknown',
    reason: 'answer-lost',
    detail: '',
  };

  it('is taken back where HubSpot holds what the run wanted to write', () => {
    expect(recordsToUndo({ plan: updated, outcomes: [unknown] })).toEqual(['5']);
    expect(undo(updated, unknown, { properties: AS_WRITTEN }).rows).toMatchObject([{ kind: 'update' }]);
  });

  it('is left alone where HubSpot holds the earlier values', () => {
    const plan = undo(updated, unknown, { properties: { name: 'Bo', colours: 'red' } });
    expect(plan.rows).toMatchObject([{ kind: 'unchanged' }]);
  });
});

describe('an undo', () => {
  it('asks for the records and properties it may restore', () => {
    const run = { plan: updated, outcomes: [outcome('updated')] };
    expect(recordsToUndo(run)).toEqual(['5']);
    expect(propertiesToUndo(run)).toEqual(['name', 'points', 'colours']);
  });

  it('can be taken back itself', () => {
    const first = undo(updated, outcome('updated'), { properties: AS_WRITTEN });
    const done = outcome('updated', { key: '5' });
    const second = undo(first, done, { properties: { name: 'Bo', points: '', colours: 'red' } });
    expect(second.rows[0]).toMatchObject({ kind: 'update', properties: AS_WRITTEN });
  });
});

describe('associations of a run that is taken back', () => {
  const told = { toObjectType: 'companies', reason: '' } as const;
  const associations = [
    { ...told, toId: '7', kind: 'made' },
    { ...told, toId: '8', kind: 'already-there' },
    { toObjectType: 'companies', kind: 'unresolved', name: 'x', why: 'missing' },
  ] as const;

  it('stay with records that stay, and are said to', () => {
    const done = outcome('updated', { associations });
    expect(countKeptAssociations({ outcomes: [done] }, undo(updated, done, {}))).toBe(1);
  });

  it('go with a new record that is archived', () => {
    const done = outcome('created', { associations });
    const plan = undo(created, done, { properties: { name: 'Ada' } });
    expect(plan.rows[0]?.kind).toBe('archive');
    expect(countKeptAssociations({ outcomes: [done] }, plan)).toBe(0);
  });
});

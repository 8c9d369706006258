import { describe, expect, it } from 'vitest';
import { NO_OUTCOMES, type CanaryReport, type Plan } from '@bulk-records/core';
import type { FlowEvent } from './flow-events.ts';
import { reduceFlow } from './flow-reducer.ts';
import type { FlowState } from './flow-state.ts';
import { startState } from './start-state.ts';

const start = startState({
  place: { kind: 'record', objectTypeId: '0-1', recordId: '1' },
  apiVersion: '2026-03',
  timeZone: 'Europe/Berlin',
  mayRun: true,
  settings: { headroom: 0.1, importAboveRows: 50_000 },
  longSettings: { aboveBytes: 16_000_000, rowsPerPart: 30_000 },
});

function after(...events: readonly FlowEvent[]): FlowState {
  return events.reduce(reduceFlow, start);
}

const plan: Plan = {
  operation: 'upsert',
  objectType: 'contacts',
  apiVersion: '2026-03',
  keyProperty: 'email',
  properties: new Map(),
  columns: [],
  rows: [],
  duplicates: [],
  associations: [],
  sideEffects: [],
  readAt: 0,
  digest: 'a',
};

const lookedUp: FlowEvent = {
  kind: 'lookup-started',
  id: 1,
  subject: 's',
  keyCount: 0,
  readings: new Map(),
  named: new Map(),
  held: new Map(),
  readAt: 0,
};

const report: CanaryReport = {
  outcomes: [],
  failedCount: 0,
  surprises: [],
  restCount: 3,
  needsConsent: true,
};

describe('what was read from HubSpot', () => {
  it.each<[string, FlowEvent]>([
    ['a run begins', { kind: 'run-started', plan, runId: 'run12345678', isNew: true }],
    ['another object is chosen', { kind: 'object-type-chosen', objectType: 'companies' }],
    ['the input is cleared', { kind: 'input-cleared' }],
    ['everything starts over', { kind: 'started-over' }],
  ])('is forgotten when %s', (_, event) => {
    expect(after(lookedUp).lookup.kind).toBe('reading');
    expect(after(lookedUp, event).lookup).toEqual({ kind: 'none' });
  });

  it('stays when cells are fixed or columns may do something else', () => {
    const fixed: FlowEvent = { kind: 'cells-fixed', columnIndex: 1, raw: 'x', fix: { kind: 'blank' } };
    const policy: FlowEvent = { kind: 'policy-chosen', columnIndex: 1, policy: 'never' };
    const { lookup, decisions } = after(lookedUp, fixed, policy);
    expect(lookup.kind).toBe('reading');
    expect(decisions.policies).toEqual(new Map([[1, 'never']]));
    expect(decisions.fixes.size).toBe(1);
  });
});

describe('duplicates', () => {
  it('are chosen one by one, until all are chosen anew', () => {
    const one: FlowEvent = { kind: 'duplicates-settled', groupId: 'id 7', choice: 'first' };
    expect(after(one).duplicates).toEqual({ otherwise: 'merge', byGroup: new Map([['id 7', 'first']]) });
    const all: FlowEvent = { kind: 'duplicates-settled', groupId: null, choice: 'last' };
    expect(after(one, all).duplicates).toEqual({ otherwise: 'last', byGroup: new Map() });
  });
});

describe('a run', () => {
  const started: FlowEvent = { kind: 'run-started', plan, runId: 'run12345678', isNew: true };

  it('waits after its first records and goes on when it is told', () => {
    const waiting = after(started, { kind: 'canary-waits', plan, report });
    expect(waiting.run).toMatchObject({ kind: 'running', canary: report });
    expect(reduceFlow(waiting, { kind: 'canary-answered' }).run).toMatchObject({ canary: null });
  });

  it('leads back to the review when it was not the confirmed plan', () => {
    const { step, run } = after(started, { kind: 'run-refused', plan });
    expect([step, run.kind]).toEqual(['review', 'refused']);
  });

  it('hears nothing of another run', () => {
    const other = { ...plan, digest: 'b' };
    const progress = {
      phase: 'writing',
      counts: NO_OUTCOMES,
      settledCount: 0,
      totalCount: 0,
      elapsedMs: 0,
      wait: null,
      company: null,
    } as const;
    for (const event of [
      { kind: 'run-progressed', plan: other, progress },
      { kind: 'canary-waits', plan: other, report },
      { kind: 'run-refused', plan: other },
      { kind: 'run-finished', plan: other, outcomes: [], journal: 'kept', elapsedMs: 1 },
    ] as const) {
      expect(after(started, event)).toEqual(after(started));
    }
  });

  it('leaves no careless choice behind for the next one', () => {
    const careless: FlowEvent = {
      kind: 'caution-chosen',
      caution: { recheck: 'never', isCanaryWanted: false, way: 'imports' },
    };
    expect(after(careless, { kind: 'started-over' }).caution).toEqual(start.caution);
  });
});

describe('a loaded plan', () => {
  it('takes the place of the rows, and rows take its place', () => {
    const loaded = after({
      kind: 'plan-loaded',
      planSource: { kind: 'file', text: 't', fileName: null, head: null },
    });
    expect([loaded.input, loaded.planSource]).toMatchObject([null, { text: 't' }]);
    expect(reduceFlow(loaded, { kind: 'input-cleared' }).planSource).toBeNull();
  });
});

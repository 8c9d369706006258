import { describe, expect, it } from 'vitest';
import type { BatchAnswer } from '../contract/batch-answer.ts';
import { makeBody, makeRequestError } from '../testing/bodies.ts';
import { planRows, type PlanKind } from '../testing/model-plan.ts';
import { makeRecord, SENT_AT } from '../testing/outcomes.ts';
import { applyAnswer, type RunContext } from './apply-answer.ts';
import { Pacer, type Pause } from '../pace/pacer.ts';
import { startState, type RunState } from './run-state.ts';
import { DEFAULT_RUN_SETTINGS } from './settings.ts';
import { makeItem, stampItem, type WorkItem } from './work-item.ts';

const when = { sentAt: SENT_AT, receivedAt: SENT_AT, rate: {} };
const NOW = SENT_AT + 1000;
const UPSERT: PlanKind = { operation: 'upsert', keyProperty: 'email' };

function refused(status: number, error: object = { message: 'no' }): BatchAnswer {
  return { kind: 'refused', status, error: makeRequestError(error), ...when };
}

const lost: BatchAnswer = { kind: 'no-answer', cause: 'timeout', message: 'lost', ...when };

interface Applied {
  readonly state: RunState;
  readonly pause: Pause | null;
  /** Slots of every batch in the queue. */
  readonly queued: readonly (readonly number[])[];
}

/** Applies an answer to a batch of records with these keys. */
function apply(
  keys: readonly string[],
  answer: BatchAnswer,
  {
    kind = UPSERT,
    mayHaveBeenApplied = false,
    begun = {},
  }: {
    readonly kind?: PlanKind;
    readonly mayHaveBeenApplied?: boolean;
    readonly begun?: Partial<RunState>;
  } = {},
): Applied {
  const state = { ...startState(() => undefined), ...begun };
  const pacer = new Pacer({ now: () => NOW, random: () => 0 }, DEFAULT_RUN_SETTINGS);
  const context: RunContext = {
    state,
    plan: planRows([], kind),
    settings: DEFAULT_RUN_SETTINGS,
    pacer,
    now: () => NOW,
  };
  const pending = keys.map((key, slot) => ({
    record: makeRecord(slot, { key }),
    attempts: 0,
    firstSentAt: mayHaveBeenApplied ? SENT_AT : null,
    mayHaveBeenApplied,
  }));
  const item = makeItem(pending);
  applyAnswer({ item, sent: stampItem(item, 'run', SENT_AT) }, answer, context);
  return { state, pause: pacer.pause, queued: state.queue.map(slotsOf) };
}

function slotsOf(item: WorkItem): readonly number[] {
  return item.pending.map(({ record }) => record.slot);
}

describe('applyAnswer', () => {
  it('halves a refused batch, in order', () => {
    expect(apply(['a', 'b', 'c', 'd', 'e'], refused(409)).queued).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });

  it('rejects a row that is refused alone', () => {
    const { state } = apply(['a'], refused(400));
    expect(state.outcomes.get(0)).toMatchObject({ kind: 'rejected', rejection: { message: 'no' } });
  });

  it('asks first when the row may have been written by an earlier attempt', () => {
    const { state } = apply(['a'], refused(400), { mayHaveBeenApplied: true });
    expect(state.outcomes.size).toBe(0);
    expect(state.unsettled).toMatchObject([{ because: 'answer-lost', refusedWith: { message: 'no' } }]);
  });

  const duplicate = {
    message: 'Duplicate IDs found in batch input: [A]. IDs must be unique',
    context: { ids: ['A'] },
  };

  it('puts off the repetitions of an id, however HubSpot spells it', () => {
    const { state, queued } = apply(['a', 'b', 'A', 'a'], refused(400, duplicate));
    expect(queued).toEqual([[0, 1]]);
    expect(state.deferred.map(slotsOf)).toEqual([[2], [3]]);
  });

  it('halves the batch when the repeated id is none it knows', () => {
    expect(apply(['b', 'c'], refused(400, duplicate)).queued).toEqual([[0], [1]]);
  });

  it('settles what is answered and leaves the rest to be read', () => {
    const body = makeBody({ results: [{ id: '7', new: true, objectWriteTraceId: 'run-0-1' }] });
    const { state } = apply(['a', 'b'], { kind: 'answered', status: 200, body, ...when });
    expect(state.counts.created).toBe(1);
    expect(state.unsettled.map(({ sent }) => sent.record.slot)).toEqual([1]);
  });

  it('sends a lost upsert again later and remembers that it may have been applied', () => {
    const { state } = apply(['a'], lost);
    const [item] = state.queue;
    expect(item).toMatchObject({ unanswered: 1, notBefore: NOW + 1000 });
    expect(item?.pending).toMatchObject([{ attempts: 1, firstSentAt: SENT_AT, mayHaveBeenApplied: true }]);
  });

  it('never sends a lost create again before reading', () => {
    const { state, queued } = apply(['a'], lost, { kind: { operation: 'create', keyProperty: 'email' } });
    expect(queued).toEqual([]);
    expect(state.unsettled).toMatchObject([{ because: 'answer-lost', sent: { mayHaveBeenApplied: true } }]);
  });

  const inSilence = (sinceMs: number) => ({ silence: { sinceMs, batchCount: 2 } });

  it('lets one lost answer be the batch’s own affair', () => {
    expect(apply(['a'], lost).pause).toBeNull();
  });

  it('makes the whole run wait when several batches in a row got no answer', () => {
    const { state, pause } = apply(['a'], lost, { begun: inSilence(NOW - 5000) });
    expect(pause).toEqual({ reason: 'no-answer', untilMs: NOW + 5000 });
    expect(state.stop).toBeNull();
  });

  it('stops when nothing was answered for minutes, and still reads what may have been written', () => {
    const { state } = apply(['a'], lost, { begun: inSilence(NOW - 120_000) });
    expect(state.stop).toEqual({ reason: 'hubspot-unreachable', detail: 'lost' });
    expect(state.queue[0]?.pending).toMatchObject([{ mayHaveBeenApplied: true }]);
  });

  it('forgets the silence with the first answer', () => {
    const { state } = apply(['a'], refused(423), { begun: inSilence(NOW - 120_000) });
    expect(state.silence).toBeNull();
    expect(state.stop).toBeNull();
  });

  it('makes the whole run wait for the rate limit', () => {
    const { state, pause } = apply(['a'], refused(429));
    expect(pause).toEqual({ reason: 'rate-limit', untilMs: NOW + 1000 });
    expect(state.queue).toMatchObject([{ refusals: 1, notBefore: NOW + 1000 }]);
  });

  it('keeps a batch for the next day when the daily limit is used up', () => {
    const { state, pause } = apply(['a'], refused(429, { policyName: 'DAILY' }));
    expect(pause?.reason).toBe('daily-limit');
    expect(state.stop).toBeNull();
    expect(state.queue[0]?.pending).toMatchObject([{ attempts: 1, mayHaveBeenApplied: false }]);
  });

  it('lets only the locked batch wait', () => {
    const { state, pause } = apply(['a'], refused(423));
    expect(pause).toBeNull();
    expect(state.queue).toMatchObject([{ notBefore: NOW + 2000 }]);
  });

  it('does not count an attempt that was never made', () => {
    const { state } = apply(['a'], { kind: 'not-sent', reason: 'deadline' });
    expect(state.queue[0]?.pending).toMatchObject([
      { attempts: 0, firstSentAt: null, mayHaveBeenApplied: false },
    ]);
  });

  it('stops at a refused token: the rows were not sent', () => {
    const { state } = apply(['a'], refused(401));
    expect(state.stop?.reason).toBe('invalid-token');
    expect(state.outcomes.get(0)).toMatchObject({ kind: 'not-sent', reason: 'invalid-token' });
  });

  it('stops at a refused token, but reads rows of a lost attempt first', () => {
    const { state } = apply(['a'], refused(401), { mayHaveBeenApplied: true });
    expect(state.outcomes.size).toBe(0);
    expect(state.unsettled).toHaveLength(1);
  });
});

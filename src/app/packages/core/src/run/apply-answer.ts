import type { BatchAnswer } from '../contract/batch-answer.ts';
import type { RequestError } from '../contract/hubspot-error.ts';
import { normaliseKey } from '../records/normalise-key.ts';
import { rejectedOutcome, settleAnswer } from '../outcomes/settle-answer.ts';
import type { RunTarget, SentRecord } from '../outcomes/attempt.ts';
import type { PlanPart } from '../plan/plan-part.ts';
import type { Pacer } from '../pace/pacer.ts';
import { nextStep, type NextStep } from './next-step.ts';
import { abandonItem, leaveUnsettled, recordOutcome, type RunState } from './run-state.ts';
import type { RunSettings } from './settings.ts';
import { isOutage, outagePauseMs, silenceAfter } from './silence.ts';
import { makeItem, pendingAgain, splitPending, type WorkItem } from './work-item.ts';

/** A batch that was handed to a function, and what is known of its sending. */
export interface SentBatch {
  readonly item: WorkItem;
  readonly sent: readonly SentRecord[];
}

export interface RunContext {
  readonly state: RunState;
  readonly plan: PlanPart;
  readonly settings: RunSettings;
  readonly pacer: Pacer;
  now(): number;
}

/** Moves every record of an answered batch to its next place: an outcome, the queue, or the unsettled ones. */
export function applyAnswer(batch: SentBatch, answer: BatchAnswer, context: RunContext): void {
  const { item, sent } = batch;
  const { state } = context;
  waitOutSilence(answer, context);
  const step = nextStep(answer, {
    operation: context.plan.operation,
    recordCount: sent.length,
    attempts: item.unanswered + 1,
    refusals: item.refusals + 1,
    maxAttempts: context.settings.maxAttempts,
    maxRefusals: context.settings.maxRefusals,
  });
  switch (step.kind) {
    case 'settle':
      if (answer.kind === 'answered') settle(state, sent, settleAnswer(sent, answer, targetOf(context)));
      return;
    case 'read-back':
      leaveForReading(state, sent, answer);
      return;
    case 'resend':
      resend(batch, { step, answer, context });
      return;
    case 'wait-for-day':
      context.pacer.pauseForTheDay();
      state.queue.push({ ...makeItem(pendingAgain(sent, false)), unanswered: item.unanswered });
      return;
    case 'split':
      state.queue.unshift(...splitPending(pendingAgain(sent, false)));
      return;
    case 'defer-repeated':
      deferRepeated(state, sent, { ids: step.ids, keyProperty: context.plan.keyProperty });
      return;
    case 'reject':
      for (const row of sent) rejectOrAsk(state, row, step.error);
      return;
    case 'stop':
      state.stop ??= { reason: step.reason, detail: step.detail };
      abandonItem(state, makeItem(pendingAgain(sent, false)), { reason: step.reason, detail: step.detail });
  }
}

/** One silent batch may be its own fault; when several in a row get no answer, the run waits, and in the end stops. */
function waitOutSilence(answer: BatchAnswer, context: RunContext): void {
  const { state } = context;
  const nowMs = context.now();
  state.silence = silenceAfter(state.silence, answer, nowMs);
  if (answer.kind !== 'no-answer' || state.silence === null || !isOutage(state.silence)) return;
  const pauseMs = outagePauseMs(state.silence, nowMs);
  if (pauseMs === null) state.stop ??= { reason: 'hubspot-unreachable', detail: answer.message };
  else context.pacer.pauseFor('no-answer', pauseMs);
}

/** What an answer is understood by: the plan, and what the run has done so far. */
export function targetOf({ plan, state }: Pick<RunContext, 'plan' | 'state'>): RunTarget {
  return { ...plan, claimedIds: state.claimedIds };
}

function settle(
  state: RunState,
  sent: readonly SentRecord[],
  settled: ReturnType<typeof settleAnswer>,
): void {
  const told = settled.outcomes.length + settled.unsettled.length;
  if (told !== sent.length) throw new Error(`${sent.length} records sent, ${told} accounted for`);
  for (const outcome of settled.outcomes) recordOutcome(state, outcome);
  state.unsettled.push(...settled.unsettled);
}

function leaveForReading(state: RunState, sent: readonly SentRecord[], answer: BatchAnswer): void {
  const isSilence = answer.kind === 'no-answer';
  const rows = isSilence ? sent.map((row) => ({ ...row, mayHaveBeenApplied: true })) : sent;
  const hint = isSilence ? answer.message : '';
  leaveUnsettled(state, rows, {
    because: isSilence ? 'answer-lost' : 'answer-silent',
    hint,
    refusedWith: null,
  });
}

function resend(
  { item, sent }: SentBatch,
  told: {
    readonly step: Extract<NextStep, { kind: 'resend' }>;
    readonly answer: BatchAnswer;
    readonly context: RunContext;
  },
): void {
  const { step, answer, context } = told;
  const wasSent = answer.kind !== 'not-sent';
  if (step.pausesRun && step.reason !== null) context.pacer.pauseFor(step.reason, step.delayMs);
  context.state.queue.push({
    ...makeItem(wasSent ? pendingAgain(sent, step.mayHaveBeenApplied) : item.pending),
    unanswered: item.unanswered + (answer.kind === 'no-answer' ? 1 : 0),
    refusals: item.refusals + (answer.kind === 'refused' ? 1 : 0),
    notBefore: context.now() + step.delayMs,
    waitReason: step.reason,
  });
}

/** The first record of each repeated id goes on with the rest; its repetitions follow when that is settled. */
function deferRepeated(
  state: RunState,
  sent: readonly SentRecord[],
  told: { readonly ids: readonly string[]; readonly keyProperty: string | null },
): void {
  const keyProperty = told.keyProperty ?? '';
  const repeated = new Set(told.ids.map((id) => normaliseKey(keyProperty, id).toLowerCase()));
  const met = new Set<string>();
  const again = sent.filter(({ record }) => {
    const id = (record.key ?? '').toLowerCase();
    if (!repeated.has(id) || !met.has(id)) {
      met.add(id);
      return false;
    }
    return true;
  });
  if (again.length === 0) {
    state.queue.unshift(...splitPending(pendingAgain(sent, false)));
    return;
  }
  const rest = sent.filter((row) => !again.includes(row));
  state.queue.unshift(makeItem(pendingAgain(rest, false)));
  state.deferred.push(...again.map((row) => makeItem(pendingAgain([row], false))));
}

/** A row that was refused alone carries the error alone, unless a lost attempt of it may have been applied. */
function rejectOrAsk(state: RunState, row: SentRecord, error: RequestError): void {
  if (row.mayHaveBeenApplied) {
    leaveUnsettled(state, [row], { because: 'answer-lost', hint: error.message, refusedWith: error });
  } else {
    recordOutcome(state, rejectedOutcome(row, error));
  }
}

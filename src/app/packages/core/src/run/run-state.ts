import { NO_OUTCOMES } from '../outcomes/count-outcomes.ts';
import type { SentRecord } from '../outcomes/attempt.ts';
import type { NotSentReason, Outcome, OutcomeKind } from '../outcomes/outcome.ts';
import { identityOf } from '../records/row-identity.ts';
import type { UnsettledRow } from '../outcomes/settle-answer.ts';
import { NO_SILENT_CALLS, type SilentCalls } from './silent-calls.ts';
import type { Silence } from './silence.ts';
import type { WorkItem } from './work-item.ts';

export interface StopCause {
  readonly reason: NotSentReason;
  readonly detail: string;
}

/** What a run knows while it runs. Every record is at one place: queue, a call, `unsettled`, or an outcome. */
export interface RunState {
  queue: WorkItem[];
  /** Records to be sent only after everything else of the wave, because their key was met twice. */
  deferred: WorkItem[];
  unsettled: UnsettledRow[];
  readonly outcomes: Map<number, Outcome>;
  /** Ids of the records that outcomes say were created or archived. */
  readonly claimedIds: Set<string>;
  readonly counts: Record<OutcomeKind, number>;
  stop: StopCause | null;
  silence: Silence | null;
  silentCalls: SilentCalls;
  /** Told of every outcome, once. */
  readonly onOutcome: (outcome: Outcome) => void;
}

export function startState(onOutcome: RunState['onOutcome']): RunState {
  return {
    queue: [],
    deferred: [],
    unsettled: [],
    outcomes: new Map(),
    claimedIds: new Set(),
    counts: { ...NO_OUTCOMES },
    stop: null,
    silence: null,
    silentCalls: NO_SILENT_CALLS,
    onOutcome,
  };
}

/** Law 1: an outcome is given once. A second one for the same row would be a bug, not an event. */
export function recordOutcome(state: RunState, outcome: Outcome): void {
  if (state.outcomes.has(outcome.slot)) throw new Error(`Slot ${outcome.slot} already has an outcome`);
  state.outcomes.set(outcome.slot, outcome);
  state.counts[outcome.kind] += 1;
  if (outcome.kind === 'created' || outcome.kind === 'archived') state.claimedIds.add(outcome.recordId);
  state.onOutcome(outcome);
}

export function leaveUnsettled(
  state: RunState,
  rows: readonly SentRecord[],
  told: Omit<UnsettledRow, 'sent'>,
): void {
  state.unsettled.push(...rows.map((sent) => ({ sent, ...told })));
}

/**
 * Gives up a batch that will not be sent (again). Records whose earlier attempt may have been applied are
 * settled by reading; the others were surely not sent.
 */
export function abandonItem(state: RunState, item: WorkItem, cause: StopCause): void {
  for (const { record, attempts, firstSentAt, mayHaveBeenApplied } of item.pending) {
    if (mayHaveBeenApplied && firstSentAt !== null) {
      const sent = { record, traceId: '', attempt: attempts, firstSentAt, mayHaveBeenApplied };
      leaveUnsettled(state, [sent], { because: 'answer-lost', hint: cause.detail, refusedWith: null });
    } else {
      recordOutcome(state, { ...identityOf({ ...record }), kind: 'not-sent', ...cause });
    }
  }
}

import { pacedReads, readCurrent, type DuplicateChoice } from '@bulk-records/core';
import type { Caution } from './caution.ts';
import type { FlowEvent } from './flow-events.ts';
import type { FlowState } from './flow-state.ts';
import type { RunScene } from './run-actions.ts';
import { trustedReadings, type LookupQuestion, type Trust } from './lookup.ts';

/** What the review can ask for. */
export interface ReviewActions {
  /** Reads records as HubSpot holds them now, except those whose reading is trusted. */
  readonly lookUp: (question: LookupQuestion, trust: Trust) => void;
  readonly stopLookup: () => void;
  /** For one group of rows about one record, or for all groups. */
  readonly settleDuplicates: (choice: DuplicateChoice, groupId: string | null) => void;
  readonly chooseCaution: (caution: Caution) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface ReviewScene {
  readonly options: Pick<RunScene['options'], 'ports' | 'pacer' | 'settings'>;
  readonly dispatch: (event: FlowEvent) => void;
  readonly current: () => Pick<FlowState, 'lookup'>;
}

export function reviewActions({ options, dispatch, current }: ReviewScene): ReviewActions {
  const { ports, pacer, settings } = options;
  let latestId = 0;
  let isStopWanted = false;
  const lookUp = async (question: LookupQuestion, trust: Trust): Promise<void> => {
    latestId += 1;
    const id = latestId;
    isStopWanted = false;
    const known = trustedReadings(current().lookup, question, trust);
    const { readings: trusted, readAt } = known ?? { readings: new Map(), readAt: ports.now() };
    const keyCount = question.keys.filter((key) => !trusted.has(key)).length;
    const { subject } = question;
    dispatch({ kind: 'lookup-started', id, subject, keyCount, readings: trusted, readAt });
    const { readings, failure } = await readCurrent(question.drafts, question.target, {
      ports: pacedReads(ports, pacer),
      known: trusted,
      propertyNames: question.propertyNames,
      options: {
        workMs: settings.workMs,
        isStopWanted: () => isStopWanted || id !== latestId,
        report: (askedCount) => {
          dispatch({ kind: 'lookup-progressed', id, askedCount });
        },
      },
    });
    dispatch({ kind: 'lookup-finished', id, readings, failure });
  };
  return {
    lookUp: (question, trust) => void lookUp(question, trust),
    stopLookup: () => {
      isStopWanted = true;
      dispatch({ kind: 'lookup-stopped' });
    },
    settleDuplicates: (choice, groupId) => {
      dispatch({ kind: 'duplicates-settled', groupId, choice });
    },
    chooseCaution: (caution) => {
      dispatch({ kind: 'caution-chosen', caution });
    },
    now: () => ports.now(),
  };
}

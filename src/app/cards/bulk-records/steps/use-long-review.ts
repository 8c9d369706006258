import { useEffect, useMemo, useState } from 'react';
import type { LongCheck, LongCheckProgress, LongInput, LongOrder } from '@bulk-records/core';
import type { EarlierRuns, WantedRun } from '../state/find-earlier-run.ts';
import type { FlowState } from '../state/flow-state.ts';
import { chunkChoicesOf, longInputOf, longOrder } from '../state/long-order.ts';
import { tableOf } from '../state/selections.ts';
import type { FlowActions } from '../state/use-flow.ts';

/** What the review of a long file shows. */
export interface LongReview {
  readonly input: LongInput;
  readonly order: LongOrder;
  /** Null until all rows are checked. */
  readonly check: LongCheck | null;
  readonly progress: LongCheckProgress | null;
  /** Why the file cannot be read any more. */
  readonly problem: string | null;
  /** Null until it is known whether there is one. */
  readonly earlier: EarlierRuns | null;
}

interface Checking {
  readonly order: LongOrder;
  readonly check: LongCheck | null;
  readonly progress: LongCheckProgress | null;
  readonly problem: string | null;
}

/** Checks the rows of a long file, anew whenever something is decided otherwise; null for any other input. */
export function useLongReview(
  state: FlowState,
  { checkLong, findEarlier }: Pick<FlowActions, 'checkLong' | 'findEarlier'>,
): LongReview | null {
  const [checking, setChecking] = useState<Checking | null>(null);
  const input = useLongInput(state);
  const order = useOrder(state);
  useEffect(() => {
    if (input === null || order === null) return;
    const tell = (known: Partial<Checking>) => {
      setChecking({ order, check: null, progress: null, problem: null, ...known });
    };
    return checkLong(input, order, {
      onProgress: (progress) => {
        tell({ progress });
      },
      onDone: (check) => {
        tell({ check });
      },
      onFailed: (problem) => {
        tell({ problem });
      },
    });
  }, [input, order, checkLong]);
  const current = checking?.order === order ? checking : null;
  const check = current?.check ?? null;
  const earlier = useEarlierRuns(useWantedRun(state, order, check), state.history, findEarlier);
  if (input === null || order === null) return null;
  return {
    ...{ input, order, check, earlier },
    progress: current?.progress ?? null,
    problem: current?.problem ?? null,
  };
}

function useLongInput({ input, longSettings }: FlowState): LongInput | null {
  return useMemo(() => (input === null ? null : longInputOf(input, longSettings)), [input, longSettings]);
}

function useWantedRun(state: FlowState, order: LongOrder | null, check: LongCheck | null): WantedRun | null {
  const { longChoices, association, openRecord, target } = state;
  return useMemo(() => {
    if (order === null || check === null) return null;
    const choices = chunkChoicesOf({ longChoices, association, openRecord, target }, order);
    return { check, order, choices };
  }, [longChoices, association, openRecord, target, order, check]);
}

/** Nothing is known where the list of runs cannot be had. */
const UNLISTED: EarlierRuns = { same: null, otherwise: null, seenCount: 0 };

function useEarlierRuns(
  wanted: WantedRun | null,
  history: FlowState['history'],
  findEarlier: FlowActions['findEarlier'],
): EarlierRuns | null {
  const [found, setFound] = useState<{ readonly of: WantedRun; readonly earlier: EarlierRuns } | null>(null);
  useEffect(() => {
    if (wanted === null || history.kind !== 'listed') return;
    return findEarlier(wanted, history, (earlier) => {
      setFound({ of: wanted, earlier });
    });
  }, [wanted, history, findEarlier]);
  if (history.kind === 'failed' || history.kind === 'none') return UNLISTED;
  return found !== null && found.of === wanted ? found.earlier : null;
}

/** Null outside of the review. */
function useOrder(state: FlowState): LongOrder | null {
  const table = tableOf(state);
  const { step, description, target, columnChoices, decisions, apiVersion, timeZone, association } = state;
  const isReviewed = step === 'review' && state.input?.file?.kind === 'long';
  const choices = useMemo(
    () => ({ target, columnChoices, decisions, apiVersion, timeZone, association }),
    [target, columnChoices, decisions, apiVersion, timeZone, association],
  );
  return useMemo(() => {
    if (!isReviewed || table === null || description.kind !== 'loaded') return null;
    return longOrder(table, description.value, choices);
  }, [isReviewed, table, description, choices]);
}

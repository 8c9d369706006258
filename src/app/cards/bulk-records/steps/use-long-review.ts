import { useEffect, useMemo, useState } from 'react';
import type {
  ChunkChoices,
  EarlierChunk,
  LongCheck,
  LongCheckProgress,
  LongInput,
  LongOrder,
} from '@bulk-records/core';
import type { FlowState } from '../state/flow-state.ts';
import { chunkChoicesOf, earlierRunsOf, longInputOf, longOrder } from '../state/long-order.ts';
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
  readonly earlier: EarlierChunk | null;
  /** Where there is none: one that was compared with HubSpot although this is not to be, or the other way round. */
  readonly earlierOtherwise: EarlierChunk | null;
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
  { checkLong }: Pick<FlowActions, 'checkLong'>,
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
  const entries = state.history.kind === 'listed' ? state.history.entries : null;
  const check = current?.check ?? null;
  const choices = useChunkChoices(state, order);
  const earlier = useMemo(
    () =>
      check && order && choices && entries ? earlierRunsOf(check.chunks, { order, choices }, entries) : null,
    [check, order, choices, entries],
  );
  if (input === null || order === null) return null;
  return {
    ...{ input, order, check },
    earlier: earlier?.same ?? null,
    earlierOtherwise: earlier?.otherwise ?? null,
    progress: current?.progress ?? null,
    problem: current?.problem ?? null,
  };
}

function useLongInput({ input, longSettings }: FlowState): LongInput | null {
  return useMemo(() => (input === null ? null : longInputOf(input, longSettings)), [input, longSettings]);
}

function useChunkChoices(state: FlowState, order: LongOrder | null): ChunkChoices | null {
  const { longChoices, association, openRecord, target } = state;
  return useMemo(
    () => order && chunkChoicesOf({ longChoices, association, openRecord, target }, order),
    [longChoices, association, openRecord, target, order],
  );
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

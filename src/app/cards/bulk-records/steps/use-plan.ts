import type { Plan } from '@bulk-records/core';
import { useMemo } from 'react';
import type { FlowState } from '../state/flow-state.ts';
import { planOf, tableOf } from '../state/selections.ts';

/** The plan of what the screens show; made in the review only, where it is looked at and confirmed. */
export function usePlan(state: FlowState): Plan | null {
  const table = tableOf(state);
  const { step, description, target, columnChoices, decisions, apiVersion, timeZone } = state;
  const isReviewed = step === 'review';
  return useMemo(() => {
    if (!isReviewed || table === null || description.kind !== 'loaded') return null;
    const choices = { target, columnChoices, decisions, apiVersion, timeZone };
    return planOf(table, description.value, choices);
  }, [isReviewed, table, description, target, columnChoices, decisions, apiVersion, timeZone]);
}

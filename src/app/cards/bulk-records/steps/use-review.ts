import type { Breach, DraftRecord, Plan, PlanFile, Sliced, WorkProgress } from '@bulk-records/core';
import { useEffect, useMemo } from 'react';
import { associationsInForce } from '../state/association.ts';
import { askFor, draftRows, planRows, type DraftedRows } from '../state/draft-rows.ts';
import type { FlowState } from '../state/flow-state.ts';
import { askForPlan, checkPlan, openPlan } from '../state/loaded-plan.ts';
import { isLookupDue, type LookupQuestion } from '../state/lookup.ts';
import { limitOf } from '../state/place.ts';
import { tableOf } from '../state/selections.ts';
import type { FlowActions } from '../state/use-flow.ts';
import { useWork } from './use-work.ts';

/** What the review shows; all of it is null outside of it, and the plan while HubSpot is being read. */
export interface Review {
  /** How far the rows are drafted, while that takes long. */
  readonly checking: WorkProgress | null;
  /** False while the rows are drafted anew: the plan is the one before it, and nothing of it may be written. */
  readonly isCurrent: boolean;
  readonly question: LookupQuestion | null;
  readonly drafts: readonly DraftRecord[];
  readonly plan: Plan | null;
  /** What no longer holds of a plan that was loaded; null for one that was made here. */
  readonly breaches: readonly Breach[] | null;
  /** Why a loaded plan cannot be used. */
  readonly unusable: Exclude<PlanFile, { kind: 'plan' }> | null;
}

/**
 * Drafts the rows, has HubSpot's records read as far as they are not known yet, and plans; or holds a loaded plan
 * against them. Whatever changes (a fix, a policy, a choice between duplicates) plans anew from the same readings.
 */
export function useReview(state: FlowState, { lookUp, work }: Pick<FlowActions, 'lookUp' | 'work'>): Review {
  const { value: current, latest: rows, progress: checking } = useWork(useDrafting(state), work);
  const file = usePlanFile(state);
  const { lookup, duplicates, association, openRecord, target, selection } = state;
  const associations = useMemo(
    () => associationsInForce({ association, openRecord, target }),
    [association, openRecord, target],
  );
  const question = useMemo(() => {
    if (file?.kind === 'plan') return askForPlan(file.plan);
    return current && askFor(current, associations);
  }, [file, current, associations]);
  const { needsAllNamed } = association;
  const isDue = useMemo(() => question !== null && isLookupDue(lookup, question), [lookup, question]);
  useEffect(() => {
    if (isDue && question !== null) lookUp(question, 'all');
  }, [isDue, question, lookUp]);
  const read = lookup.kind === 'read' && !isDue ? lookup : null;
  const made = useMemo(
    () =>
      rows &&
      read &&
      planRows(rows, read, {
        duplicates,
        associations,
        needsAllNamed,
        ...limitOf(selection, rows.target.objectType),
      }),
    [rows, read, duplicates, associations, needsAllNamed, selection],
  );
  const loaded = useMemo(
    () => (file?.kind === 'plan' && read ? checkPlan(file.plan, read) : null),
    [file, read],
  );
  return {
    checking,
    isCurrent: current === rows,
    question,
    drafts: rows?.drafts ?? [],
    plan: loaded?.plan ?? made,
    breaches: loaded?.breaches ?? null,
    unusable: file !== null && file.kind !== 'plan' ? file : null,
  };
}

/** The work of drafting the rows; null where there is none. */
function useDrafting(state: FlowState): (() => Sliced<DraftedRows>) | null {
  const table = tableOf(state);
  const { step, description, target, columnChoices, decisions, apiVersion, timeZone, association } = state;
  const isReviewed = step === 'review';
  return useMemo(() => {
    if (!isReviewed || table === null || description.kind !== 'loaded') return null;
    const choices = { target, columnChoices, decisions, apiVersion, timeZone, association };
    return () => draftRows(table, description.value, choices);
  }, [isReviewed, table, description, target, columnChoices, decisions, apiVersion, timeZone, association]);
}

function usePlanFile({ step, planSource, description, selection }: FlowState): PlanFile | null {
  const isReviewed = step === 'review';
  return useMemo(() => {
    if (!isReviewed || planSource === null || description.kind !== 'loaded') return null;
    return openPlan(planSource, description.value, selection);
  }, [isReviewed, planSource, description, selection]);
}

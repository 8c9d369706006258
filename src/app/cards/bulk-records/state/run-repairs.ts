import { conflictsToFind, conflictsToUpdate, existingRecords, type CellFix } from '@bulk-records/core';
import type { FlowState, RunStatus } from './flow-state.ts';
import type { RetryProblem, RunRepairs } from './wanted-repairs.ts';

export const NO_REPAIRS: RunRepairs = { fixes: new Map(), asUpdates: new Set(), problem: null };

export type RepairEvent =
  | { readonly kind: 'failure-fixed'; readonly id: string; readonly fix: CellFix | null }
  | { readonly kind: 'conflicts-settled'; readonly slots: readonly number[]; readonly isUpdate: boolean }
  /** `run`: how it stands; nothing was written. */
  | { readonly kind: 'retry-failed'; readonly run: FinishedRun; readonly problem: RetryProblem };

export type FinishedRun = Extract<RunStatus, { kind: 'finished' }>;

export function reduceRepairs(state: FlowState, event: RepairEvent): FlowState {
  const { repairs } = state;
  switch (event.kind) {
    case 'failure-fixed': {
      const fixes = new Map(repairs.fixes);
      if (event.fix === null) fixes.delete(event.id);
      else fixes.set(event.id, event.fix);
      return { ...state, repairs: { ...repairs, fixes } };
    }
    case 'conflicts-settled': {
      const asUpdates = new Set(repairs.asUpdates);
      for (const slot of event.slots) {
        if (event.isUpdate) asUpdates.add(slot);
        else asUpdates.delete(slot);
      }
      return { ...state, repairs: { ...repairs, asUpdates } };
    }
    case 'retry-failed': {
      const { run, problem } = event;
      const kept = problem.kind === 'changed' ? NO_REPAIRS : repairs;
      return { ...state, step: 'outcomes', run, repairs: { ...kept, problem } };
    }
  }
}

/** Whether rows of a run may be run again from here: what is not noted might be written twice. */
export function isRetryable(run: RunStatus): run is FinishedRun {
  return run.kind === 'finished' && run.journal !== 'broken';
}

/** Rows that may become updates of a record that is there, whether its id is known or is to be looked up. */
export function updatableSlots(run: FinishedRun): readonly number[] {
  const slots = [conflictsToUpdate(run), conflictsToFind(run), existingRecords(run.plan)];
  return slots.flatMap((each) => [...each.keys()]).sort((one, other) => one - other);
}

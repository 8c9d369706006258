import {
  conflictsToUpdate,
  pacedReads,
  propertiesToUpdate,
  readKeys,
  RECORD_ID_PROPERTY,
  repairRows,
  retryRows,
  updateInstead,
  type CellFix,
  type PlannedRow,
  type RetriedRun,
  type RowsToRetry,
} from '@bulk-records/core';
import type { FlowState } from './flow-state.ts';
import { runOptions, runPorts, type RunScene, type RunWatch } from './run-actions.ts';
import { isRetryable, type FinishedRun } from './run-repairs.ts';
import type { RetryProblem } from './wanted-repairs.ts';

/** What can be asked of the rows of a run that failed. */
export interface RetryActions {
  /** No fix takes it back. */
  readonly fixRefusal: (id: string, fix: CellFix | null) => void;
  readonly settleConflicts: (slots: readonly number[], isUpdate: boolean) => void;
  /** Runs the rows that are fixed, and no others. */
  readonly retry: () => void;
  /** Reads the rows nobody knows about, and no others. */
  readonly settleUnknown: () => void;
}

interface RetryScene extends Omit<RunScene, 'current'> {
  readonly current: () => FlowState;
  readonly watch: RunWatch;
}

const NONE: ReadonlySet<number> = new Set();

export function retryActions(scene: RetryScene): RetryActions {
  const { dispatch, current } = scene;
  const begin = (choose: (run: FinishedRun) => Promise<RowsToRetry>) => {
    const { run, mayRun } = current();
    if (mayRun && isRetryable(run)) void retryRun(scene, run, choose);
  };
  return {
    fixRefusal: (id, fix) => {
      dispatch({ kind: 'refusal-fixed', id, fix });
    },
    settleConflicts: (slots, isUpdate) => {
      dispatch({ kind: 'conflicts-settled', slots, isUpdate });
    },
    retry: () => {
      begin(async (run) => ({ amended: await amendedRows(scene, run), unknown: NONE }));
    },
    settleUnknown: () => {
      begin(({ outcomes }) => {
        const slots = outcomes.filter(({ kind }) => kind === 'unknown').map(({ slot }) => slot);
        return Promise.resolve({ amended: [], unknown: new Set(slots) });
      });
    },
  };
}

async function retryRun(
  scene: RetryScene,
  run: FinishedRun,
  choose: (run: FinishedRun) => Promise<RowsToRetry>,
): Promise<void> {
  const { options, dispatch, watch } = scene;
  dispatch({ kind: 'run-started', plan: run.plan, runId: run.runId, isNew: false });
  const rows = await choose(run);
  if (rows.amended.length + rows.unknown.size === 0) {
    dispatch({ kind: 'retry-failed', run, problem: { kind: 'not-read' } });
    return;
  }
  const ports = runPorts(scene, run.plan, watch);
  const retried = await retryRows(run, rows, { ports, options: runOptions(scene, watch) });
  if (retried.kind === 'ran') {
    dispatch({ ...retried, kind: 'run-opened', runId: run.runId });
    options.onRunFinished();
  } else {
    const seen = retried.kind === 'changed' ? { plan: retried.plan, outcomes: retried.outcomes } : {};
    dispatch({ kind: 'retry-failed', run: { ...run, ...seen }, problem: problemOf(retried) });
  }
}

function problemOf(retried: Exclude<RetriedRun, { kind: 'ran' }>): RetryProblem {
  return retried.kind === 'changed' ? { kind: 'changed' } : retried;
}

async function amendedRows(
  { options, current }: RetryScene,
  run: FinishedRun,
): Promise<readonly PlannedRow[]> {
  const { repairs, timeZone } = current();
  const { fixes, asUpdates } = repairs;
  const repaired = repairRows(run, fixes, timeZone).filter(({ slot }) => !asUpdates.has(slot));
  const existing = conflictsToUpdate(run);
  const keys = [...asUpdates].flatMap((slot) => existing.get(slot) ?? []);
  if (keys.length === 0) return repaired;
  const { ports, pacer, settings } = options;
  const question = {
    target: { ...run.plan, keyProperty: RECORD_ID_PROPERTY },
    keys: [...new Set(keys)],
    propertyNames: propertiesToUpdate(run, asUpdates),
    archived: false,
  };
  const { readings } = await readKeys(question, pacedReads(ports, pacer), settings);
  return [...repaired, ...updateInstead(run, asUpdates, readings)];
}

import {
  retryRows,
  unwrittenRows,
  withinLimit,
  type CellFix,
  type RetriedRun,
  type RowsToRetry,
} from '@bulk-records/core';
import { amendedRows, planUnread, renamedRows } from './amended-rows.ts';
import { limitOf } from './place.ts';
import type { RetryScene } from './retry-scene.ts';
import { runOptions, runPorts } from './run-actions.ts';
import { isRetryable, type FinishedRun } from './run-repairs.ts';
import type { RetryProblem } from './wanted-repairs.ts';

/** What can be asked of the rows of a run that failed. */
export interface RetryActions {
  /** No fix takes it back. */
  readonly fixFailed: (id: string, fix: CellFix | null) => void;
  readonly settleConflicts: (slots: readonly number[], isUpdate: boolean) => void;
  /** Runs the rows that are fixed, and no others. */
  readonly retry: () => void;
  /** Reads the rows nobody knows about, and no others. */
  readonly settleUnknown: () => void;
  /** Sends the rows HubSpot passed over again, and no others. */
  readonly sendUnwritten: () => void;
  /** Asks HubSpot once more about the rows that were left out because it could not be asked, and runs them. */
  readonly askUnread: () => void;
}

const NONE: ReadonlySet<number> = new Set();

export function retryActions(scene: RetryScene): RetryActions {
  const { dispatch, current } = scene;
  const begin = (choose: (run: FinishedRun) => Promise<RowsToRetry>) => {
    const { run, mayRun } = current();
    if (mayRun && isRetryable(run)) void retryRun(scene, run, choose);
  };
  return {
    fixFailed: (id, fix) => {
      dispatch({ kind: 'failure-fixed', id, fix });
    },
    settleConflicts: (slots, isUpdate) => {
      dispatch({ kind: 'conflicts-settled', slots, isUpdate });
    },
    retry: () => {
      begin(async (run) => ({
        amended: await amendedRows(scene, run),
        renamed: await renamedRows(scene, run),
        unknown: NONE,
      }));
    },
    sendUnwritten: () => {
      begin((run) => Promise.resolve({ amended: unwrittenRows(run), unknown: NONE }));
    },
    askUnread: () => {
      begin(async (run) => ({ amended: await planUnread(scene, run), unknown: NONE }));
    },
    settleUnknown: () => {
      begin(({ outcomes }) => {
        const slots = outcomes.filter(({ kind }) => kind === 'unknown').map(({ slot }) => slot);
        return Promise.resolve({ amended: [], unknown: new Set(slots) });
      });
    },
  };
}

/** A fix may lead a row to another record, which is not among the selected ones. */
function withinLimitOf(rows: RowsToRetry, { limit }: ReturnType<typeof limitOf>): RowsToRetry {
  if (limit === undefined) return rows;
  return { ...rows, amended: rows.amended.map((row) => withinLimit(row, limit)) };
}

async function retryRun(
  scene: RetryScene,
  run: FinishedRun,
  choose: (run: FinishedRun) => Promise<RowsToRetry>,
): Promise<void> {
  const { options, dispatch, watch } = scene;
  dispatch({ kind: 'run-started', plan: run.plan, runId: run.runId, isNew: false });
  const rows = withinLimitOf(await choose(run), limitOf(scene.current().selection, run.plan.objectType));
  if (rows.amended.length + (rows.renamed?.length ?? 0) + rows.unknown.size === 0) {
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

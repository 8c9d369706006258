import {
  conflictsToFind,
  conflictsToUpdate,
  pacedReads,
  propertiesToUpdate,
  readKeys,
  RECORD_ID_PROPERTY,
  repairRows,
  retryRows,
  unwrittenRows,
  updateInstead,
  withFoundRecords,
  type CellFix,
  type EndedRun,
  type KeyReadings,
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
  /** Sends the rows HubSpot passed over again, and no others. */
  readonly sendUnwritten: () => void;
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
    sendUnwritten: () => {
      begin((run) => Promise.resolve({ amended: unwrittenRows(run), unknown: NONE }));
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

async function amendedRows(scene: RetryScene, run: FinishedRun): Promise<readonly PlannedRow[]> {
  const { repairs, timeZone } = scene.current();
  const { fixes, asUpdates } = repairs;
  const repaired = repairRows(run, fixes, timeZone).filter(({ slot }) => !asUpdates.has(slot));
  if (asUpdates.size === 0) return repaired;
  const found = await findRecords(scene, run, asUpdates);
  const existing = conflictsToUpdate(found);
  const readings = await readRecords(scene, {
    target: { ...run.plan, keyProperty: RECORD_ID_PROPERTY },
    keys: [...asUpdates].flatMap((slot) => existing.get(slot) ?? []),
    propertyNames: propertiesToUpdate(run, asUpdates),
  });
  return [...repaired, ...updateInstead(found, asUpdates, readings)];
}

/** The run with the records of these conflicts that HubSpot did not name, looked up by their keys. */
async function findRecords(
  scene: RetryScene,
  run: FinishedRun,
  slots: ReadonlySet<number>,
): Promise<EndedRun> {
  const unnamed = conflictsToFind(run);
  const keys = [...slots].flatMap((slot) => unnamed.get(slot) ?? []);
  return withFoundRecords(run, await readRecords(scene, { target: run.plan, keys, propertyNames: [] }));
}

type Question = Omit<Parameters<typeof readKeys>[0], 'archived'>;

async function readRecords({ options }: RetryScene, question: Question): Promise<KeyReadings> {
  if (question.keys.length === 0) return new Map();
  const { ports, pacer, settings } = options;
  const asked = { ...question, keys: [...new Set(question.keys)], archived: false };
  return (await readKeys(asked, pacedReads(ports, pacer), settings)).readings;
}

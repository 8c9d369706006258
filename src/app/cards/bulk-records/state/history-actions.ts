import {
  loadHead,
  loadRun,
  makeUndoPlan,
  outcomesSoFar,
  packText,
  pacedReads,
  propertiesToUndo,
  readKeys,
  recordsToUndo,
  type EndedRun,
  type JournalProblem,
  type Property,
  type RunHead,
  type RunReport,
  type RunSoFar,
} from '@bulk-records/core';
import type { FlowEvent } from './flow-events.ts';
import type { FlowState } from './flow-state.ts';
import type { HistoryTask } from './history.ts';
import type { FiledReport } from '../ports/run-keeper.ts';
import { pieceBytes, type Drive, type RunScene } from './run-actions.ts';

/** What can be asked of earlier runs. */
export interface HistoryActions {
  readonly loadHistory: () => void;
  readonly openRun: (runId: string) => void;
  /** Goes on with a run that rows are left of. */
  readonly resumeRun: (runId: string) => void;
  /** Makes the plan that takes a run back, for review. */
  readonly undoRun: (runId: string) => void;
  /** Files a text of a run in the portal's files, for Excel too. */
  readonly fileReport: (runId: string, report: RunReport, text: string) => Promise<FiledReport>;
  /** Deletes a run's journal; what it wrote stays. */
  readonly forgetRun: (runId: string) => void;
}

interface HistoryScene extends Pick<RunScene, 'options' | 'dispatch'> {
  readonly current: () => FlowState;
  readonly drive: Drive;
  /** Makes the object type the one the flow is about, and knows its properties then. */
  readonly describe: (objectType: string) => Promise<ReadonlyMap<string, Property> | null>;
}

export function historyActions(scene: HistoryScene): HistoryActions {
  const { options, dispatch } = scene;
  const { keeper } = options;
  const begin = (kind: 'opening' | 'undoing' | 'forgetting', runId: string): void => {
    dispatch({ kind: 'history-task', task: { kind, runId } });
  };
  return {
    loadHistory: () => void loadHistory(scene),
    openRun: (runId) => {
      begin('opening', runId);
      void withRun(scene, runId, ({ run }) => {
        dispatch({
          kind: 'run-opened',
          plan: run.plan,
          runId,
          outcomes: outcomesSoFar(run),
          journal: run.isWhole ? 'kept' : 'broken',
        });
      });
    },
    resumeRun: (runId) => {
      begin('opening', runId);
      void withRun(scene, runId, ({ head, run }) => {
        dispatch({ kind: 'history-task', task: null });
        void scene.drive(run.plan, runId, { head, run });
      });
    },
    undoRun: (runId) => {
      begin('undoing', runId);
      void undoRun(scene, runId);
    },
    fileReport: async (runId, report, text) => {
      const packed = packText(`${BYTE_ORDER_MARK}${text}`);
      if (packed.length > pieceBytes(options.settings)) return { kind: 'too-large' };
      return keeper.fileReport(runId, report, packed);
    },
    forgetRun: (runId) => {
      begin('forgetting', runId);
      void keeper.forget(runId).then((forgotten) => {
        if (forgotten.kind === 'stored') dispatch({ kind: 'run-forgotten', runId });
        else dispatch(problem(runId, forgotten));
      });
    },
  };
}

/** By it Excel knows the file for UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

async function loadHistory({ options, dispatch }: HistoryScene): Promise<void> {
  dispatch({ kind: 'history-loaded', history: { kind: 'loading' } });
  const listed = await options.keeper.list(null);
  const history =
    listed.kind === 'runs'
      ? ({ kind: 'listed', entries: listed.runs, after: listed.after } as const)
      : listed;
  dispatch({ kind: 'history-loaded', history });
}

interface LoadedJournal {
  readonly head: RunHead;
  readonly run: RunSoFar;
}

async function withRun(
  { options, dispatch, describe }: HistoryScene,
  runId: string,
  go: (journal: LoadedJournal) => void,
): Promise<void> {
  const loaded = await loadHead(runId, options.keeper);
  if (loaded.kind !== 'head') {
    dispatch(problem(runId, loaded));
    return;
  }
  const { head } = loaded;
  const properties = await describe(head.objectType);
  if (properties === null) {
    dispatch({ kind: 'history-task', task: { kind: 'problem', runId, problem: 'failed', failure: null } });
    return;
  }
  const journal = await loadRun(head, properties, options.keeper);
  if (journal.kind === 'run') go({ head, run: journal.run });
  else dispatch(problem(runId, journal));
}

/** The run that was just looked at needs no loading. */
async function undoRun(scene: HistoryScene, runId: string): Promise<void> {
  const { run } = scene.current();
  if (run.kind === 'finished' && run.runId === runId) {
    await reviewUndo(scene, runId, run);
    return;
  }
  await withRun(scene, runId, (journal) => {
    const { plan } = journal.run;
    void reviewUndo(scene, runId, { plan, outcomes: outcomesSoFar(journal.run) });
  });
}

async function reviewUndo(
  { options, dispatch, describe }: HistoryScene,
  runId: string,
  run: EndedRun,
): Promise<void> {
  const { ports, pacer, settings } = options;
  const target = { ...run.plan, keyProperty: 'hs_object_id' };
  const question = {
    target,
    keys: recordsToUndo(run),
    propertyNames: propertiesToUndo(run).filter((name) => run.plan.properties.has(name)),
    archived: false,
    withHistory: true,
  };
  const { readings } = await readKeys(question, pacedReads(ports, pacer), settings);
  const plan = makeUndoPlan(run, readings, ports.now());
  await describe(plan.objectType);
  dispatch({ kind: 'plan-loaded', planSource: { kind: 'undo', plan, runId } });
  dispatch({ kind: 'history-task', task: null });
  dispatch({ kind: 'step-opened', step: 'review' });
}

function problem(runId: string, found: JournalProblem): FlowEvent {
  const failure = found.kind === 'failed' ? found.failure : null;
  const task: HistoryTask = { kind: 'problem', runId, problem: found.kind, failure };
  return { kind: 'history-task', task };
}

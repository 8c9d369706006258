import {
  countKeptAssociations,
  makeUndoPlan,
  outcomesSoFar,
  packText,
  pacedReads,
  propertiesToUndo,
  readKeys,
  recordsToUndo,
  type EndedRun,
  type RanChunk,
  type RunReport,
} from '@bulk-records/core';
import type { FiledReport, ListedRuns, ReportAddress } from '../ports/run-keeper.ts';
import type { FlowState } from './flow-state.ts';
import { goOnWithRun } from './go-on-with-run.ts';
import type { HistoryTask } from './history.ts';
import { problemWith, withRun, type JournalScene } from './load-journal.ts';
import { pieceBytes, type RunWatch } from './run-actions.ts';

/** What can be asked of earlier runs. */
export interface HistoryActions {
  readonly loadHistory: () => void;
  /** The latest runs alone, where nobody has asked for more yet. */
  readonly loadLatest: () => void;
  readonly openRun: (runId: string) => void;
  /** Shows a run of this session whose journal does not say all. */
  readonly showRun: (run: Pick<RanChunk, 'plan' | 'runId' | 'outcomes' | 'journal'>) => void;
  /** Goes on with a run that rows are left of. */
  readonly resumeRun: (runId: string) => void;
  /** Makes the plan that takes a run back, for review. */
  readonly undoRun: (runId: string) => void;
  /** Files a text of a run in the portal's files, for Excel too. */
  readonly fileReport: (runId: string, report: RunReport, text: string) => Promise<FiledReport>;
  /** Asks for a fresh address of a run's filed outcomes. */
  readonly fetchReport: (runId: string) => void;
  /** Deletes a run's journal; what it wrote stays. */
  readonly forgetRun: (runId: string) => void;
}

interface HistoryScene extends JournalScene {
  readonly current: () => FlowState;
  readonly watch: RunWatch;
}

export function historyActions(scene: HistoryScene): HistoryActions {
  const { options, dispatch } = scene;
  const { keeper } = options;
  const begin = (kind: 'opening' | 'undoing' | 'forgetting' | 'fetching', runId: string): void => {
    dispatch({ kind: 'history-task', task: { kind, runId } });
  };
  return {
    loadHistory: () => void loadHistory(scene, () => keeper.list(null)),
    loadLatest: () => void loadHistory(scene, () => keeper.listRecent()),
    openRun: (runId) => {
      begin('opening', runId);
      void withRun(scene, runId, (run) => {
        dispatch({
          kind: 'run-opened',
          plan: run.plan,
          runId,
          outcomes: outcomesSoFar(run),
          journal: run.isWhole ? 'kept' : 'broken',
        });
      });
    },
    showRun: ({ plan, runId, outcomes, journal }) => {
      dispatch({ kind: 'run-opened', plan, runId, outcomes, journal });
    },
    resumeRun: (runId) => {
      begin('opening', runId);
      void goOnWithRun(scene, runId);
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
    fetchReport: (runId) => {
      begin('fetching', runId);
      void keeper.reportAddress(runId, 'outcomes').then((found) => {
        if (found.kind === 'failed') dispatch(problemWith(runId, found));
        else dispatch({ kind: 'history-task', task: reportTask(runId, found) });
      });
    },
    forgetRun: (runId) => {
      begin('forgetting', runId);
      void keeper.forget(runId).then((forgotten) => {
        if (forgotten.kind === 'stored') dispatch({ kind: 'run-forgotten', runId });
        else dispatch(problemWith(runId, forgotten));
      });
    },
  };
}

function reportTask(runId: string, found: Exclude<ReportAddress, { kind: 'failed' }>): HistoryTask {
  return found.kind === 'absent'
    ? { kind: 'problem', runId, problem: 'no-report', failure: null }
    : { ...found, kind: 'report', runId };
}

/** By it Excel knows the file for UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What was listed before stands until more is known. */
async function loadHistory(
  { dispatch, current }: HistoryScene,
  list: () => Promise<ListedRuns>,
): Promise<void> {
  if (current().history.kind !== 'listed') {
    dispatch({ kind: 'history-loaded', history: { kind: 'loading' } });
  }
  const listed = await list();
  const history =
    listed.kind === 'runs'
      ? ({ kind: 'listed', entries: listed.runs, after: listed.after } as const)
      : listed;
  dispatch({ kind: 'history-loaded', history });
}

/** The run that was just looked at needs no loading. */
async function undoRun(scene: HistoryScene, runId: string): Promise<void> {
  const { run } = scene.current();
  if (run.kind === 'finished' && run.runId === runId) {
    await reviewUndo(scene, runId, run);
    return;
  }
  await withRun(scene, runId, (loaded) => {
    void reviewUndo(scene, runId, { plan: loaded.plan, outcomes: outcomesSoFar(loaded) });
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
  const keptAssociations = countKeptAssociations(run, plan);
  dispatch({ kind: 'plan-loaded', planSource: { kind: 'undo', plan, runId, keptAssociations } });
  dispatch({ kind: 'history-task', task: null });
  dispatch({ kind: 'step-opened', step: 'review' });
}

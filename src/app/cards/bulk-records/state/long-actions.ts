import {
  checkLongInput,
  runLongInput,
  type ChunkTools,
  type EarlierChunk,
  type LongCheck,
  type LongCheckProgress,
  type LongInput,
  type LongOrder,
  type LongProgress,
  type RanChunk,
  type RunReport,
} from '@bulk-records/core';
import type { FlowState } from './flow-state.ts';
import { findEarlierRun, type EarlierRuns, type WantedRun } from './find-earlier-run.ts';
import type { HistoryActions } from './history-actions.ts';
import type { History } from './history.ts';
import { chunkChoicesOf } from './long-order.ts';
import type { ChunkFiles, LongChoices } from './long.ts';
import { runOptions, type RunScene, type RunWatch } from './run-actions.ts';
import { startDecoding } from './start-decoding.ts';
import type { FiledReport } from '../ports/run-keeper.ts';

export interface LongCheckListener {
  readonly onProgress: (progress: LongCheckProgress) => void;
  readonly onDone: (check: LongCheck) => void;
  /** The file cannot be read any more. */
  readonly onFailed: (detail: string) => void;
}

/** A file that was checked, and what is to be done with it. */
export interface LongTask {
  readonly input: LongInput;
  readonly order: LongOrder;
  readonly check: LongCheck;
  readonly earlier: EarlierChunk | null;
  /** What of a part is taken away as files: its report of all outcomes first. */
  readonly reportsOf: (ran: RanChunk) => readonly { readonly report: RunReport; readonly text: string }[];
}

/** What can be asked of a long file. */
export interface LongActions {
  /** Gives a function that stops it; from then on the listener hears nothing. */
  readonly checkLong: (input: LongInput, order: LongOrder, listener: LongCheckListener) => () => void;
  readonly chooseLong: (choices: LongChoices) => void;
  readonly runLong: (task: LongTask) => void;
  /** Looks for an earlier run of the same rows. Gives a function after which the listener hears nothing. */
  readonly findEarlier: (
    wanted: WantedRun,
    listed: Extract<History, { kind: 'listed' }>,
    onFound: (earlier: EarlierRuns) => void,
  ) => () => void;
  /** Back to all parts from one of them. */
  readonly reopenLong: () => void;
}

interface LongScene extends Omit<RunScene, 'current'>, Pick<HistoryActions, 'fileReport'> {
  readonly watch: RunWatch;
  readonly current: () => FlowState;
}

export function longActions(scene: LongScene): LongActions {
  const { options, dispatch } = scene;
  const tools = {
    startDecoding,
    now: () => options.ports.now(),
    turn: () => options.ports.sleep(0),
  };
  let before: LongCheck['survey'] | undefined;
  return {
    checkLong: (input, order, { onProgress, onDone, onFailed }) => {
      let isStopped = false;
      const report = throttled(onProgress, () => tools.now());
      checkLongInput(input, order, { ...tools, before, isStopWanted: () => isStopped, report }).then(
        (check) => {
          if (check === null || isStopped) return;
          before = check.survey;
          onDone(check);
        },
        (error: unknown) => {
          if (!isStopped) onFailed(String(error));
        },
      );
      return () => {
        isStopped = true;
      };
    },
    chooseLong: (choices) => {
      dispatch({ kind: 'long-chosen', choices });
    },
    findEarlier: (wanted, listed, onFound) => {
      let isStopped = false;
      void findEarlierRun(wanted, listed, options.keeper).then((earlier) => {
        if (!isStopped) onFound(earlier);
      });
      return () => {
        isStopped = true;
      };
    },
    runLong: (task) => void runLong(task, scene, tools),
    reopenLong: () => {
      dispatch({ kind: 'long-reopened' });
    },
  };
}

async function runLong(task: LongTask, scene: LongScene, tools: ChunkTools): Promise<void> {
  const { options, dispatch, current, watch } = scene;
  const { check, order, input, earlier } = task;
  const state = current();
  if (!state.mayRun) return;
  const { ports, keeper, startedBy } = options;
  const files = new Map<string, ChunkFiles>();
  const startedAt = ports.now();
  watch.isStopWanted = false;
  dispatch({ kind: 'long-started', check });
  const { importing, ...session } = runOptions(scene, watch);
  const report = throttled(
    (progress: LongProgress) => {
      dispatch({ kind: 'long-progressed', check, progress });
    },
    () => tools.now(),
  );
  const ran = await runLongInput(
    input,
    {
      ...ports,
      ...tools,
      keeper,
      report,
      reportJournal: (failure) => {
        dispatch({ kind: 'journal-reported', failure });
      },
      confirmCanary: (canary, plan) =>
        new Promise((resolve) => {
          watch.answer = resolve;
          dispatch({ kind: 'long-canary-waits', check, report: canary, plan });
        }),
      onChunkRan: async (part) => {
        files.set(part.runId, await fileReports(part, task, scene));
      },
    },
    {
      ...{ order, check, earlier, startedBy, ...session },
      importing: state.caution.way === 'imports' ? importing : null,
      ...chunkChoicesOf(state, order),
    },
  );
  const elapsedMs = ports.now() - startedAt;
  dispatch({ kind: 'long-finished', check, finished: { kind: 'long-finished', ran, files, elapsedMs } });
  options.onRunFinished();
}

async function fileReports(
  part: RanChunk,
  { reportsOf }: LongTask,
  { fileReport }: LongScene,
): Promise<ChunkFiles> {
  const filed = new Map<RunReport, FiledReport>();
  for (const { report, text } of reportsOf(part))
    filed.set(report, await fileReport(part.runId, report, text));
  return {
    outcomes: filed.get('outcomes') ?? { kind: 'too-large' },
    failures: filed.get('failures') ?? null,
  };
}

const REPORT_EVERY_MS = 250;

/** The host is told a few times a second. */
function throttled<T>(report: (value: T) => void, now: () => number): (value: T) => void {
  let nextAt = 0;
  return (value) => {
    if (now() < nextAt) return;
    nextAt = now() + REPORT_EVERY_MS;
    report(value);
  };
}

import {
  DEFAULT_JOURNAL_SETTINGS,
  runWithJournal,
  type CanaryReport,
  type ImportRecordsRequest,
  type JournaledRunPorts,
  type Pacer,
  type Plan,
  type RunSettings,
} from '@bulk-records/core';
import type { CardPorts } from '../ports/card-ports.ts';
import type { CardKeeper } from '../ports/run-keeper.ts';
import { toBase64 } from '../ports/base64.ts';
import { settingsFor } from './caution.ts';
import type { FlowEvent } from './flow-events.ts';
import type { FlowState } from './flow-state.ts';

/** What can be asked of a run. */
export interface RunActions {
  readonly run: (plan: Plan) => void;
  readonly stop: () => void;
  /** The admin's word after the first records: true writes the others. */
  readonly answerCanary: (goOn: boolean) => void;
}

export interface RunScene {
  readonly options: {
    readonly ports: CardPorts;
    readonly keeper: CardKeeper;
    /** As HubSpot names the person to the card. */
    readonly startedBy: string;
    /** How runs behave unless the admin is more or less careful. */
    readonly settings: RunSettings;
    /** One for all that this card asks of HubSpot: a run that follows a reading shares the window with it. */
    readonly pacer: Pacer;
    /** Called when a run has ended, so that HubSpot's own panels show what was written. */
    readonly onRunFinished: () => void;
  };
  readonly dispatch: (event: FlowEvent) => void;
  readonly current: () => Pick<FlowState, 'caution' | 'planSource' | 'mayRun'>;
}

/** What the admin says while a run goes on. */
export interface RunWatch {
  isStopWanted: boolean;
  answer: ((goOn: boolean) => void) | null;
}

export function runActions(scene: RunScene): RunActions & { readonly watch: RunWatch } {
  const { options, dispatch, current } = scene;
  const watch: RunWatch = { isStopWanted: false, answer: null };
  const drive = async (plan: Plan, runId: string): Promise<void> => {
    if (!current().mayRun) return;
    const { ports, onRunFinished } = options;
    const startedAt = ports.now();
    dispatch({ kind: 'run-started', plan, runId, isNew: true });
    const ran = await runWithJournal(plan, runPorts(scene, plan, watch), {
      ...optionsOfWay(scene, watch),
      runId,
      confirmedDigest: plan.digest,
      startedBy: options.startedBy,
      undoes: undoneRun(current()),
    });
    switch (ran.kind) {
      case 'refused':
        dispatch({ kind: 'run-refused', plan });
        return;
      case 'held':
        dispatch({ kind: 'run-held', plan, untilMs: ran.untilMs });
        return;
      case 'ran':
        dispatch({ ...ran, kind: 'run-finished', plan, elapsedMs: ports.now() - startedAt });
        onRunFinished();
    }
  };
  return {
    watch,
    run: (plan) => {
      void drive(plan, options.ports.newRunId());
    },
    stop: () => {
      watch.isStopWanted = true;
      dispatch({ kind: 'stop-wanted' });
    },
    answerCanary: (goOn) => {
      dispatch({ kind: 'canary-answered' });
      watch.answer?.(goOn);
      watch.answer = null;
    },
  };
}

function undoneRun({ planSource }: Pick<FlowState, 'planSource'>): string | null {
  return planSource?.kind === 'undo' ? planSource.runId : null;
}

/** The world as a run sees it, reporting on the plan the screens look at. */
export function runPorts(
  { options, dispatch }: Pick<RunScene, 'options' | 'dispatch'>,
  plan: Plan,
  watch: RunWatch,
): JournaledRunPorts {
  const { ports, keeper } = options;
  watch.isStopWanted = false;
  return {
    ...ports,
    keeper,
    turn: () => ports.sleep(0),
    reportJournal: (failure) => {
      dispatch({ kind: 'journal-reported', failure });
    },
    report: (progress) => {
      dispatch({ kind: 'run-progressed', plan, progress });
    },
    confirmCanary: (report: CanaryReport) =>
      new Promise((resolve) => {
        watch.answer = resolve;
        dispatch({ kind: 'canary-waits', plan, report });
      }),
  };
}

/** Imports are for those who chose them. */
function optionsOfWay(scene: RunScene, watch: RunWatch) {
  const { importing, ...options } = runOptions(scene, watch);
  return scene.current().caution.way === 'imports' ? { ...options, importing } : options;
}

/** What a run that was begun by imports goes on with is in it too. */
export function runOptions({ options, current }: Pick<RunScene, 'options' | 'current'>, watch: RunWatch) {
  const { settings, pacer } = options;
  return {
    settings: settingsFor(current().caution, settings),
    pacer,
    journalSettings: { ...DEFAULT_JOURNAL_SETTINGS, maxPieceBytes: pieceBytes(settings) },
    isStopWanted: () => watch.isStopWanted,
    importing: {
      importRecords: (request: ImportRecordsRequest) => options.ports.importRecords(request),
      toBase64,
      turn: () => options.ports.sleep(0),
      takenUp: [],
    },
  };
}

/** A piece that nothing can be compressed of must fit into a call, as base64 and with room for the rest. */
export function pieceBytes({ maxBytesPerCall }: RunSettings): number {
  return Math.min(DEFAULT_JOURNAL_SETTINGS.maxPieceBytes, Math.floor(maxBytesPerCall * 0.7));
}

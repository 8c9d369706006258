import {
  DEFAULT_JOURNAL_SETTINGS,
  runWithJournal,
  type CanaryReport,
  type JournaledRunOptions,
  type Pacer,
  type Plan,
  type RunSettings,
} from '@bulk-records/core';
import type { CardPorts } from '../ports/card-ports.ts';
import type { CardKeeper } from '../ports/run-keeper.ts';
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
  readonly current: () => Pick<FlowState, 'caution' | 'planSource'>;
}

/** Starts or takes up a run; `earlier` is what a session before had done of it. */
export type Drive = (plan: Plan, runId: string, earlier?: JournaledRunOptions['earlier']) => Promise<void>;

export function runActions({ options, dispatch, current }: RunScene): RunActions & { readonly drive: Drive } {
  let isStopWanted = false;
  let answer: ((goOn: boolean) => void) | null = null;
  const drive: Drive = async (plan, runId, earlier) => {
    const { ports, keeper, onRunFinished } = options;
    const startedAt = ports.now();
    isStopWanted = false;
    dispatch({ kind: 'run-started', plan, runId });
    const ran = await runWithJournal(
      plan,
      {
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
            answer = resolve;
            dispatch({ kind: 'canary-waits', plan, report });
          }),
      },
      optionsFor(plan, { runId, earlier, options, current, isStopWanted: () => isStopWanted }),
    );
    switch (ran.kind) {
      case 'refused':
        dispatch({ kind: 'run-refused', plan });
        return;
      case 'held':
        dispatch({ kind: 'run-held', plan, untilMs: ran.untilMs });
        return;
      case 'ran':
        dispatch({ kind: 'run-finished', plan, outcomes: ran.outcomes, elapsedMs: ports.now() - startedAt });
        onRunFinished();
    }
  };
  return {
    drive,
    run: (plan) => {
      void drive(plan, options.ports.newRunId());
    },
    stop: () => {
      isStopWanted = true;
      dispatch({ kind: 'stop-wanted' });
    },
    answerCanary: (goOn) => {
      dispatch({ kind: 'canary-answered' });
      answer?.(goOn);
      answer = null;
    },
  };
}

interface RunWish extends Pick<RunScene, 'options' | 'current'> {
  readonly runId: string;
  readonly earlier: JournaledRunOptions['earlier'];
  readonly isStopWanted: () => boolean;
}

function optionsFor(
  plan: Plan,
  { runId, earlier, options, current, isStopWanted }: RunWish,
): JournaledRunOptions {
  const { settings, pacer, startedBy } = options;
  const { caution, planSource } = current();
  return {
    runId,
    settings: settingsFor(caution, settings),
    pacer,
    journalSettings: { ...DEFAULT_JOURNAL_SETTINGS, maxPieceBytes: pieceBytes(settings) },
    isStopWanted,
    confirmedDigest: plan.digest,
    startedBy,
    undoes: planSource?.kind === 'undo' ? planSource.runId : null,
    ...(earlier === undefined ? {} : { earlier }),
  };
}

/** A piece that nothing can be compressed of must fit into a call, as base64 and with room for the rest. */
function pieceBytes({ maxBytesPerCall }: RunSettings): number {
  return Math.min(DEFAULT_JOURNAL_SETTINGS.maxPieceBytes, Math.floor(maxBytesPerCall * 0.7));
}

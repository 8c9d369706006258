import { runPlan, type CanaryReport, type Plan } from '@bulk-records/core';
import type { CardPorts } from '../ports/card-ports.ts';
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
    readonly maxBytesPerCall: number;
    /** Called when a run has ended, so that HubSpot's own panels show what was written. */
    readonly onRunFinished: () => void;
  };
  readonly dispatch: (event: FlowEvent) => void;
  readonly current: () => Pick<FlowState, 'caution'>;
}

export function runActions({ options, dispatch, current }: RunScene): RunActions {
  let isStopWanted = false;
  let answer: ((goOn: boolean) => void) | null = null;
  const drive = async (plan: Plan): Promise<void> => {
    const { ports, maxBytesPerCall, onRunFinished } = options;
    const startedAt = ports.now();
    const ran = await runPlan(
      plan,
      {
        ...ports,
        report: (progress) => {
          dispatch({ kind: 'run-progressed', plan, progress });
        },
        confirmCanary: (report: CanaryReport) =>
          new Promise((resolve) => {
            answer = resolve;
            dispatch({ kind: 'canary-waits', plan, report });
          }),
      },
      {
        runId: ports.newRunId(),
        settings: settingsFor(current().caution, maxBytesPerCall),
        isStopWanted: () => isStopWanted,
        confirmedDigest: plan.digest,
      },
    );
    if (ran.kind === 'refused') {
      dispatch({ kind: 'run-refused', plan });
      return;
    }
    dispatch({ kind: 'run-finished', plan, outcomes: ran.outcomes, elapsedMs: ports.now() - startedAt });
    onRunFinished();
  };
  return {
    run: (plan) => {
      isStopWanted = false;
      dispatch({ kind: 'run-started', plan });
      void drive(plan);
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

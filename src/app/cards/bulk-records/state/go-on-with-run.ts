import { resumeRun, takeUpRun } from '@bulk-records/core';
import type { FlowState } from './flow-state.ts';
import { headOf, problemWith, type JournalScene } from './load-journal.ts';
import { runOptions, runPorts, type RunWatch } from './run-actions.ts';

interface GoingOn extends JournalScene {
  readonly current: () => FlowState;
  readonly watch: RunWatch;
}

/** Goes on with a run that rows are left of, unless somebody else does. */
export async function goOnWithRun(scene: GoingOn, runId: string): Promise<void> {
  const { options, dispatch, watch, current } = scene;
  const { ports, keeper } = options;
  if (!current().mayRun) return;
  const found = await headOf(scene, runId);
  if (found === null) return;
  const taken = await takeUpRun(runId, found.properties, { ...ports, keeper });
  if (taken.kind === 'held') {
    dispatch({ kind: 'history-task', task: { ...taken, runId } });
    return;
  }
  if (taken.kind === 'not-noted') {
    dispatch(problemWith(runId, taken.problem));
    return;
  }
  const { plan } = taken.run;
  const startedAt = ports.now();
  dispatch({ kind: 'history-task', task: null });
  dispatch({ kind: 'run-started', plan, runId, isNew: false });
  const session = { ports: runPorts(scene, plan, watch), options: runOptions(scene, watch) };
  const left = await resumeRun(taken, session);
  dispatch({ ...left, kind: 'run-finished', elapsedMs: ports.now() - startedAt });
  options.onRunFinished();
}

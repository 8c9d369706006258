import {
  loadHead,
  loadRun,
  type JournalProblem,
  type Property,
  type RunHead,
  type RunSoFar,
} from '@bulk-records/core';
import type { FlowEvent } from './flow-events.ts';
import type { HistoryTask } from './history.ts';
import type { RunScene } from './run-actions.ts';

/** What loading a journal needs of the flow. */
export interface JournalScene extends Pick<RunScene, 'options' | 'dispatch'> {
  /** Makes the object type the one the flow is about, and knows its properties then. */
  readonly describe: (objectType: string) => Promise<ReadonlyMap<string, Property> | null>;
}

interface LoadedHead {
  readonly head: RunHead;
  readonly properties: ReadonlyMap<string, Property>;
}

/** The head of a run's journal and what its object type looks like now; null once the admin was told why not. */
export async function headOf(
  { options, dispatch, describe }: JournalScene,
  runId: string,
): Promise<LoadedHead | null> {
  const loaded = await loadHead(runId, options.keeper);
  if (loaded.kind !== 'head') {
    dispatch(problemWith(runId, loaded));
    return null;
  }
  const { head } = loaded;
  const properties = await describe(head.objectType);
  if (properties !== null) return { head, properties };
  dispatch({ kind: 'history-task', task: { kind: 'problem', runId, problem: 'failed', failure: null } });
  return null;
}

/** Does something with a run as far as its journal knows it, or tells the admin why not. */
export async function withRun(
  scene: JournalScene,
  runId: string,
  act: (run: RunSoFar) => void,
): Promise<void> {
  const found = await headOf(scene, runId);
  if (found === null) return;
  const journal = await loadRun(found.head, found.properties, scene.options.keeper);
  if (journal.kind === 'run') act(journal.run);
  else scene.dispatch(problemWith(runId, journal));
}

export function problemWith(runId: string, found: JournalProblem): FlowEvent {
  const failure = found.kind === 'failed' ? found.failure : null;
  const task: HistoryTask = { kind: 'problem', runId, problem: found.kind, failure };
  return { kind: 'history-task', task };
}

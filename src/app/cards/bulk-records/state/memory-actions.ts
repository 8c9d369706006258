import { rememberMapping, type LongCheck, type Plan, type RememberedMapping } from '@bulk-records/core';
import type { CardPorts } from '../ports/card-ports.ts';
import type { FlowState } from './flow-state.ts';
import { toLoadable } from './loadable.ts';
import { isSameSubject, mappingInForce, mappingToKeep, memoryInView, subjectOf } from './mapping-memory.ts';
import type { MemoryEvent } from './memory-events.ts';

/** What the screens can do with a remembered mapping. */
export interface MemoryActions {
  readonly useMapping: () => void;
  readonly useSuggestions: () => void;
  readonly forgetMapping: () => void;
  readonly importMapping: (mapping: RememberedMapping) => void;
  /** The mapping in force as text to take away; null where there is none. */
  readonly exportMapping: () => string | null;
}

export interface MemoryKeeper {
  readonly actions: MemoryActions;
  /** Asks what is remembered for the headers in view and an object, unless that is known. */
  recall(objectType: string): void;
  /** `written`: what the run is of, by which the screens know it. */
  keep(written: Plan | LongCheck): void;
}

interface KeeperOptions {
  readonly ports: Pick<CardPorts, 'mappingMemory' | 'now'>;
  readonly dispatch: (event: MemoryEvent) => void;
  readonly current: () => FlowState;
}

/** Remembering goes on beside the flow: nothing waits for it, and its failures are notes. */
export function makeMemoryKeeper({ ports, dispatch, current }: KeeperOptions): MemoryKeeper {
  const ask = async (operation: 'recall' | 'forget', objectType: string): Promise<void> => {
    const subject = subjectOf(current(), objectType);
    if (subject === null) return;
    if (operation === 'recall') dispatch({ kind: 'mapping-asked', subject });
    const answer = await ports.mappingMemory({ operation, ...subject, headers: [...subject.headers] });
    dispatch({ kind: 'mapping-recalled', subject, memory: toLoadable(answer, (reply) => reply.memory) });
  };
  return {
    actions: {
      useMapping: () => {
        dispatch({ kind: 'mapping-used' });
      },
      useSuggestions: () => {
        dispatch({ kind: 'suggestions-used' });
      },
      forgetMapping: () => {
        void ask('forget', current().target.objectType);
      },
      importMapping: (mapping) => {
        dispatch({ kind: 'mapping-imported', mapping });
      },
      exportMapping: () => {
        const mapping = mappingInForce(current());
        return mapping && JSON.stringify(rememberMapping(mapping, ports.now()), null, 2);
      },
    },
    recall: (objectType) => {
      const { memory } = current();
      const isKnown = isSameSubject(memory.subject, subjectOf(current(), objectType));
      if (!isKnown || memory.kind === 'problem') void ask('recall', objectType);
    },
    keep: (written) => {
      void keepMapping(written, { ports, dispatch, current });
    },
  };
}

async function keepMapping(
  written: Plan | LongCheck,
  { ports, dispatch, current }: KeeperOptions,
): Promise<void> {
  const state = current();
  const mapping = mappingToKeep(state);
  // Archiving is not remembered: it must not be one press away next week.
  const isWorthIt = subjectOf(state) !== null && mapping !== null && state.target.operation !== 'archive';
  if (!isWorthIt || lacksScope(state)) return;
  const answer = await ports.mappingMemory({
    operation: 'keep',
    mapping: rememberMapping(mapping, ports.now()),
  });
  const kept = toLoadable(answer, () => null);
  if (kept.kind === 'failed') dispatch({ kind: 'mapping-not-kept', written, failure: kept.failure });
}

/** The second step has said so already. */
function lacksScope(state: FlowState): boolean {
  const memory = memoryInView(state);
  if (memory.kind !== 'problem' || memory.problem.kind !== 'refused') return false;
  return memory.problem.error.code === 'missing-scopes';
}

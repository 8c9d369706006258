import type { LongActions } from './long-actions.ts';
import type { MemoryKeeper } from './memory-actions.ts';
import type { RunActions } from './run-actions.ts';

/** Whoever writes with a mapping will want it again. */
export function keepingMappings(
  writing: RunActions & LongActions,
  memory: Pick<MemoryKeeper, 'keep'>,
): RunActions & LongActions {
  return {
    ...writing,
    run: (plan) => {
      memory.keep(plan);
      writing.run(plan);
    },
    runLong: (task) => {
      memory.keep(task.check);
      writing.runLong(task);
    },
  };
}

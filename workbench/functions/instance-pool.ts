import { startInstance } from './instance.ts';
import type { FunctionInstance, InstanceCall, InstanceOutcome, InstanceSettings } from './instance.ts';

export interface PooledOutcome {
  readonly outcome: InstanceOutcome;
  /** A new thread was started for this call. */
  readonly isColdStart: boolean;
}

/** The warm instances of one function: reused, one call at a time each, never more than allowed. */
export interface InstancePool {
  run(call: InstanceCall): Promise<PooledOutcome>;
  close(): Promise<void>;
}

export function createInstancePool(settings: InstanceSettings): InstancePool {
  const idle: FunctionInstance[] = [];
  const busy = new Set<FunctionInstance>();
  const waiting: (() => void)[] = [];

  let freeSlots = settings.limits.maxInstances;

  /** A slot is taken in the same turn it is seen free, or handed over by the call that ends. */
  function takeSlot(): Promise<void> {
    if (freeSlots > 0) {
      freeSlots -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => waiting.push(resolve));
  }

  function giveSlotBack(): void {
    const next = waiting.shift();
    if (next === undefined) freeSlots += 1;
    else next();
  }

  function takeWarm(): FunctionInstance | undefined {
    // Last in, first out, as Lambda does it: a burst's extra instances fall idle together. One that
    // timed out or crashed, in a call or between two, is dropped here.
    for (let instance = idle.pop(); instance; instance = idle.pop()) {
      if (instance.isAlive()) return instance;
    }
    return undefined;
  }

  return {
    async run(call) {
      await takeSlot();
      const warm = takeWarm();
      const instance = warm ?? startInstance(settings);
      busy.add(instance);
      try {
        return { outcome: await instance.run(call), isColdStart: warm === undefined };
      } finally {
        busy.delete(instance);
        idle.push(instance);
        giveSlotBack();
      }
    },
    async close() {
      await Promise.all([...idle, ...busy].map((instance) => instance.close()));
    },
  };
}

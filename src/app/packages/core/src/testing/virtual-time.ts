interface Timer {
  readonly atMs: number;
  readonly wake: () => void;
}

/** A clock that jumps to the next timer as soon as nobody has anything left to do at the present moment. */
export class VirtualTime {
  private timers: Timer[] = [];
  private currentMs: number;

  constructor(startMs: number = Date.UTC(2026, 10, 22, 9)) {
    this.currentMs = startMs;
  }

  now(): number {
    return this.currentMs;
  }

  sleep(delayMs: number): Promise<void> {
    return new Promise((wake) => {
      this.timers.push({ atMs: this.currentMs + Math.max(0, delayMs), wake });
    });
  }

  /** Lets time pass until the work is done. Throws when the work waits for something that never comes. */
  async pass<T>(work: Promise<T>): Promise<T> {
    const course = { isDone: false };
    const settled = work.finally(() => {
      course.isDone = true;
    });
    // The failure is reported by `settled`; this only keeps Node from calling it unhandled meanwhile.
    settled.catch(() => undefined);
    await letPromisesRun();
    while (!course.isDone) {
      this.wakeNext();
      await letPromisesRun();
    }
    return settled;
  }

  private wakeNext(): void {
    const [first] = this.timers;
    if (first === undefined) throw new Error('Nothing is left that could end the work');
    const next = this.timers.reduce((one, other) => (other.atMs < one.atMs ? other : one), first);
    this.timers = this.timers.filter((timer) => timer !== next);
    this.currentMs = Math.max(this.currentMs, next.atMs);
    next.wake();
  }
}

function letPromisesRun(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The only source of time inside the emulator, so that a test can move it. */
export interface Clock {
  nowMs(): number;
}

export const systemClock: Clock = { nowMs: () => Date.now() };

export interface VirtualClock extends Clock {
  advance(durationMs: number): void;
}

/** A clock that stands still until it is advanced. Starts at 2026-11-02T09:00:00Z unless told otherwise. */
export function createVirtualClock(startMs: number = Date.UTC(2026, 10, 2, 9)): VirtualClock {
  let currentMs = startMs;
  return {
    nowMs: () => currentMs,
    advance: (durationMs) => {
      currentMs += durationMs;
    },
  };
}

/** How much of a call's working time is left. Told by a clock that never jumps. */
export interface Deadline {
  remainingMs(): number;
}

/** Starts the time a call may work. `now` gives milliseconds of any monotonic clock. */
export function startDeadline(workMs: number, now: () => number = () => performance.now()): Deadline {
  const endsAt = now() + workMs;
  return { remainingMs: () => Math.max(0, endsAt - now()) };
}

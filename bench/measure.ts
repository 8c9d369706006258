export interface Timing {
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
}

export interface Comparison {
  readonly ours: Timing;
  readonly peer: Timing;
  /** Median of ours over median of the peer's. */
  readonly ratio: number;
  /** Least of ours over least of the peer's: what other work on the machine disturbs least. */
  readonly leastRatio: number;
}

/**
 * V8 recompiles a function up to its third call and more, and a bad recompilation shows only then: six warm calls
 * are the least.
 */
const THOROUGH = { coldCalls: 2, warmCalls: 7 };
/** For ratios of sizes, where a few per cent do not matter. */
export const ROUGH = { coldCalls: 1, warmCalls: 3 };

/**
 * Times both by turns in this process, each first in every other turn, so that what else the machine does meets
 * both alike.
 */
export function compareTimes(
  ours: () => unknown,
  peer: () => unknown,
  { coldCalls, warmCalls } = THOROUGH,
): Comparison {
  const oursMs: number[] = [];
  const peerMs: number[] = [];
  const timeOurs = () => oursMs.push(timeOf(ours));
  const timePeer = () => peerMs.push(timeOf(peer));
  for (let call = 0; call < coldCalls + warmCalls; call += 1) {
    const turn = call % 2 === 0 ? [timeOurs, timePeer] : [timePeer, timeOurs];
    for (const timeSide of turn) timeSide();
  }
  const [oursTiming, peerTiming] = [summarise(oursMs.slice(coldCalls)), summarise(peerMs.slice(coldCalls))];
  return {
    ours: oursTiming,
    peer: peerTiming,
    ratio: oursTiming.medianMs / peerTiming.medianMs,
    leastRatio: oursTiming.minMs / peerTiming.minMs,
  };
}

export function timeOf(work: () => unknown): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}

/** Throws for an empty list: there is no median of nothing. */
export function summarise(timesMs: readonly number[]): Timing {
  const sorted = [...timesMs].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || middle === undefined || last === undefined) throw new Error('Nothing was timed');
  return { medianMs: middle, minMs: first, maxMs: last };
}

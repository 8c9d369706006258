/** What a piece of work belongs to, in the order of the stages. */
export type WorkStage = 'decoding' | 'splitting' | 'laying-out' | 'choosing-formats' | 'drafting';

/**
 * How far a stage is: `done` of `total`, in rows of the input, of its columns' cells for `choosing-formats`, in bytes
 * for `decoding`. While text is split nobody knows how many rows it has: `total` is then an estimate.
 */
export interface WorkProgress {
  readonly stage: WorkStage;
  readonly done: number;
  readonly total: number;
}

/**
 * Work in bounded pieces: after each it says how far it is, so that whoever drives it can answer something else,
 * show progress or stop. It must not matter how long that takes.
 */
export type Sliced<T> = Generator<WorkProgress, T, undefined>;

/** All pieces at once: for small inputs, and where nobody waits. */
export function finish<T>(work: Sliced<T>): T {
  let piece = work.next();
  while (piece.done !== true) piece = work.next();
  return piece.value;
}

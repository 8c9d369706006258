import type { Sliced, WorkProgress } from './sliced.ts';

/** The world as slices need it. */
export interface SlicePorts {
  /** Milliseconds. A clock that is set back ends a slice, too. */
  now(): number;
  /** Calls back after whatever waits in the event loop has had its turn. */
  nextTurn(resume: () => void): void;
}

export interface WorkListener<T> {
  readonly onDone: (value: T) => void;
  /** Not before the work has taken `FIRST_REPORT_MS`, and then a few times a second. */
  readonly onProgress?: (progress: WorkProgress) => void;
}

/** A slice lasts this long and one piece longer: short enough that no tap or key is felt to wait. */
export const SLICE_MS = 20;
/** What is done sooner shows no progress at all; it would only flicker. */
const FIRST_REPORT_MS = 250;
const REPORT_EVERY_MS = 200;

/**
 * Drives work slice by slice, the first at once: what one slice can do is done when this returns. Gives a function
 * that stops the work; from then on the listener hears nothing, so a result that nobody wants any more is no result.
 */
export function startWork<T>(work: Sliced<T>, ports: SlicePorts, listener: WorkListener<T>): () => void {
  let isStopped = false;
  let nextReportAt = ports.now() + FIRST_REPORT_MS;
  const runSlice = () => {
    if (isStopped) return;
    const sliceStart = ports.now();
    for (;;) {
      const piece = work.next();
      if (piece.done === true) {
        listener.onDone(piece.value);
        return;
      }
      const now = ports.now();
      if (now >= sliceStart && now < sliceStart + SLICE_MS) continue;
      if (now >= nextReportAt) {
        nextReportAt = now + REPORT_EVERY_MS;
        listener.onProgress?.(piece.value);
      }
      ports.nextTurn(runSlice);
      return;
    }
  };
  runSlice();
  return () => {
    isStopped = true;
  };
}

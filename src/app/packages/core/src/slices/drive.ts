import type { Sliced, WorkProgress } from './sliced.ts';

export interface DrivePorts {
  /** Milliseconds. */
  now(): number;
  /** Gives the event loop a turn. */
  turn(): Promise<void>;
}

/** As long as `startWork` works at a stretch. */
const SLICE_MS = 20;

/** Does work to its end and gives the event loop a turn after every slice; for work amid waiting. */
export async function drive<T>(
  work: Sliced<T>,
  ports: DrivePorts,
  onProgress?: (progress: WorkProgress) => void,
): Promise<T> {
  let sliceStart = ports.now();
  for (;;) {
    const piece = work.next();
    if (piece.done === true) return piece.value;
    const now = ports.now();
    if (now >= sliceStart && now < sliceStart + SLICE_MS) continue;
    onProgress?.(piece.value);
    await ports.turn();
    sliceStart = ports.now();
  }
}

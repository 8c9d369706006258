import type { WorkItem } from './work-item.ts';

export interface CallBounds {
  readonly nowMs: number;
  readonly maxBatches: number;
  readonly maxBytes: number;
}

/** Batches for one call: those that are due and fit into its bytes, in their order. A single larger batch goes alone. */
export function chooseCall(queue: readonly WorkItem[], bounds: CallBounds): readonly WorkItem[] {
  const chosen: WorkItem[] = [];
  let bytes = 0;
  for (const item of queue) {
    if (chosen.length >= bounds.maxBatches) break;
    if (item.notBefore > bounds.nowMs) continue;
    if (chosen.length > 0 && bytes + item.bytes > bounds.maxBytes) break;
    chosen.push(item);
    bytes += item.bytes;
  }
  return chosen;
}

/** The batch that is due first, of those that are not due yet. */
export function nextDue(queue: readonly WorkItem[], nowMs: number): WorkItem | null {
  const later = queue.filter(({ notBefore }) => notBefore > nowMs);
  return later.reduce<WorkItem | null>(
    (first, item) => (first === null || item.notBefore < first.notBefore ? item : first),
    null,
  );
}

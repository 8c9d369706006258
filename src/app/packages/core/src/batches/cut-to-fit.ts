export interface BatchLimits {
  readonly maxInputs: number;
  /** Size of one batch as JSON text, in bytes of UTF-8. A single larger record still makes a batch. */
  readonly maxBytes: number;
}

/** Cuts a list into batches that keep the limits, in the order of the list; every item is in exactly one. */
export function cutToFit<T>(
  items: readonly T[],
  bytesOf: (item: T) => number,
  limits: BatchLimits,
): readonly (readonly T[])[] {
  const batches: T[][] = [];
  let open: T[] = [];
  let openBytes = 0;
  for (const item of items) {
    const bytes = bytesOf(item);
    const isFull = open.length >= limits.maxInputs || openBytes + bytes > limits.maxBytes;
    if (isFull && open.length > 0) {
      batches.push(open);
      open = [];
      openBytes = 0;
    }
    open.push(item);
    openBytes += bytes;
  }
  if (open.length > 0) batches.push(open);
  return batches;
}

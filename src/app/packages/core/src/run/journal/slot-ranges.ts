/** First and last slot, both included. */
export type SlotRange = [first: number, last: number];

/** Slots in their order, neighbours as one range: a file of an import has tens of thousands. */
export function toRanges(slots: readonly number[]): SlotRange[] {
  const ranges: SlotRange[] = [];
  for (const slot of slots) {
    const latest = ranges.at(-1);
    if (latest !== undefined && latest[1] + 1 === slot) latest[1] = slot;
    else ranges.push([slot, slot]);
  }
  return ranges;
}

export function fromRanges(ranges: readonly (readonly [number, number])[]): readonly number[] {
  return ranges.flatMap(([first, last]) =>
    Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index),
  );
}

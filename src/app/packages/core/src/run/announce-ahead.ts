import type { RecordToWrite } from '../plan/plan-part.ts';

/** So many records are announced at once, so that announcing costs one file for many batches. */
export const ANNOUNCED_AHEAD = 2000;

/**
 * Announces records before they are sent, together with those that follow in the part: what is announced and never sent
 * costs a read when the run is taken up again, nothing else.
 */
export function announceAhead(
  toWrite: readonly RecordToWrite[],
  announce: (slots: readonly number[]) => Promise<void>,
): (records: readonly RecordToWrite[]) => Promise<void> {
  const announced = new Set<number>();
  let next = 0;
  return async (records) => {
    const asked = records.map(({ slot }) => slot).filter((slot) => !announced.has(slot));
    if (asked.length === 0) return;
    const ahead = toWrite.slice(next, next + ANNOUNCED_AHEAD).map(({ slot }) => slot);
    next += ahead.length;
    const slots = [...new Set([...ahead, ...asked])].filter((slot) => !announced.has(slot));
    for (const slot of slots) announced.add(slot);
    await announce(slots);
  };
}

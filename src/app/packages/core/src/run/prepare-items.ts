import type { RecordToWrite } from '../plan/plan-part.ts';
import type { RunOptions } from './run-options.ts';
import { abandonItem, recordOutcome, type RunState } from './run-state.ts';
import { replaceFresh, type PendingRecord, type WorkItem } from './work-item.ts';

export type Preparation = Pick<RunOptions, 'recheck' | 'announce' | 'sentBefore' | 'isStopWanted'>;

/** Whether batches need anything before they are sent. */
export function needsPreparation({ recheck, announce }: Preparation): boolean {
  return recheck !== undefined || announce !== undefined;
}

/** Looks again at batches and announces what is left of them. A stop that was wanted meanwhile is obeyed. */
export async function prepareItems(
  items: readonly WorkItem[],
  state: RunState,
  preparation: Preparation,
): Promise<readonly WorkItem[]> {
  const open = await recheckItems(items, state, preparation);
  if (open.length > 0 && state.stop === null) {
    await preparation.announce?.(open.flatMap(({ pending }) => pending.map(({ record }) => record)));
  }
  if (preparation.isStopWanted()) state.stop ??= { reason: 'stopped', detail: '' };
  if (state.stop === null) return open;
  for (const item of open) abandonItem(state, item, state.stop);
  return [];
}

/** Looks again at what was never sent; a record sent before has its own way to be settled. */
async function recheckItems(
  items: readonly WorkItem[],
  state: RunState,
  { recheck, sentBefore }: Preparation,
): Promise<readonly WorkItem[]> {
  const isFresh = ({ attempts, record }: PendingRecord): boolean =>
    attempts === 0 || sentBefore?.slots.has(record.slot) === true;
  const fresh = items.flatMap(({ pending }) => pending).filter(isFresh);
  if (recheck === undefined || fresh.length === 0) return items;
  const { records, outcomes } = await recheck(fresh.map(({ record }) => record));
  for (const outcome of outcomes) recordOutcome(state, outcome);
  const bySlot = new Map<number, RecordToWrite>(records.map((record) => [record.slot, record]));
  return items.flatMap((item) => replaceFresh(item, bySlot, isFresh));
}

import type { CrmRecord } from '../model/crm-record.ts';
import { isLive } from '../model/crm-record.ts';
import type { WriteScene } from './write-scene.ts';

/** Archives a live record; anything else stays as it is. */
export function archiveRecord(id: string, { store, nowMs }: WriteScene): CrmRecord | undefined {
  const record = store.records.get(id);
  if (record === undefined || !isLive(record)) return undefined;
  const archived: CrmRecord = { ...record, archivedAtMs: nowMs, updatedAtMs: nowMs };
  store.records.put(archived);
  store.search.add(archived, nowMs);
  return archived;
}

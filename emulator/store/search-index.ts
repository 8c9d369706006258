import type { CrmRecord } from '../model/crm-record.ts';
import { isLive } from '../model/crm-record.ts';
import { hashText } from '../randomness.ts';

interface PendingEntry {
  readonly record: CrmRecord;
  readonly visibleAtMs: number;
}

/**
 * What search sees: each change with a delay, from none to `delayMaxMs`.
 * HubSpot's search lags behind writes by seconds to half a minute; reads by id do not.
 */
export class SearchIndex {
  private readonly visible: Map<string, CrmRecord>;
  private pending: PendingEntry[] = [];
  private readonly delayMaxMs: number;

  constructor(records: readonly CrmRecord[], delayMaxMs: number) {
    this.visible = new Map(records.filter(isLive).map((record) => [record.id, record]));
    this.delayMaxMs = delayMaxMs;
  }

  add(record: CrmRecord, nowMs: number): void {
    const spreadMs = Math.max(0, this.delayMaxMs - 1_000);
    const delayMs = this.delayMaxMs === 0 ? 0 : 1_000 + (spreadMs === 0 ? 0 : hashText(record.id) % spreadMs);
    this.pending.push({ record, visibleAtMs: nowMs + delayMs });
  }

  recordsAt(nowMs: number): readonly CrmRecord[] {
    const due = this.pending.filter((entry) => entry.visibleAtMs <= nowMs);
    this.pending = this.pending.filter((entry) => entry.visibleAtMs > nowMs);
    for (const { record } of due) {
      if (isLive(record)) this.visible.set(record.id, record);
      else this.visible.delete(record.id);
    }
    return [...this.visible.values()];
  }
}

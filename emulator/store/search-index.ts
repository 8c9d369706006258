import { hashText } from '../randomness.ts';

interface PendingEntry<T> {
  readonly entry: T;
  readonly visibleAtMs: number;
}

export interface SearchIndexOptions<T> {
  readonly delayMaxMs: number;
  /** Entries that are no longer alive leave the index. */
  readonly isLive: (entry: T) => boolean;
}

/**
 * What search sees: each change with a delay, from none to `delayMaxMs`.
 * HubSpot's searches lag behind writes; reads by id do not.
 */
export class SearchIndex<T extends { readonly id: string }> {
  private readonly visible: Map<string, T>;
  private pending: PendingEntry<T>[] = [];
  private readonly options: SearchIndexOptions<T>;

  constructor(entries: readonly T[], options: SearchIndexOptions<T>) {
    this.visible = new Map(entries.filter(options.isLive).map((entry) => [entry.id, entry]));
    this.options = options;
  }

  add(entry: T, nowMs: number): void {
    const { delayMaxMs } = this.options;
    const spreadMs = Math.max(0, delayMaxMs - 1_000);
    const delayMs = delayMaxMs === 0 ? 0 : 1_000 + (spreadMs === 0 ? 0 : hashText(entry.id) % spreadMs);
    this.pending.push({ entry, visibleAtMs: nowMs + delayMs });
  }

  entriesAt(nowMs: number): readonly T[] {
    const due = this.pending.filter(({ visibleAtMs }) => visibleAtMs <= nowMs);
    this.pending = this.pending.filter(({ visibleAtMs }) => visibleAtMs > nowMs);
    for (const { entry } of due) {
      if (this.options.isLive(entry)) this.visible.set(entry.id, entry);
      else this.visible.delete(entry.id);
    }
    return [...this.visible.values()];
  }
}

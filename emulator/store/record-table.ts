import type { CrmRecord } from '../model/crm-record.ts';
import { foldKey, keysOf } from './record-keys.ts';

/** Takes back every write since it was opened. */
export interface Savepoint {
  rollBack(): void;
}

/** All records of one object type, with an index per unique property. */
export class RecordTable {
  private readonly byId = new Map<string, CrmRecord>();
  private readonly indexes = new Map<string, Map<string, string>>();
  private journal: (readonly [string, CrmRecord | undefined])[] = [];

  constructor(records: readonly CrmRecord[], uniqueProperties: readonly string[]) {
    for (const name of uniqueProperties) this.indexes.set(name, new Map());
    for (const record of records) this.put(record);
    this.journal = [];
  }

  get(id: string): CrmRecord | undefined {
    return this.byId.get(id);
  }

  all(): readonly CrmRecord[] {
    return [...this.byId.values()];
  }

  put(record: CrmRecord): void {
    const previous = this.byId.get(record.id);
    this.journal.push([record.id, previous]);
    this.replace(record.id, previous, record);
  }

  /** Adds an index; existing records enter it. */
  indexBy(propertyName: string): void {
    if (this.indexes.has(propertyName)) return;
    const index = new Map<string, string>();
    this.indexes.set(propertyName, index);
    for (const record of this.byId.values()) {
      for (const key of keysOf(record, propertyName)) index.set(key, record.id);
    }
  }

  dropIndex(propertyName: string): void {
    this.indexes.delete(propertyName);
  }

  /** The live record that owns the value of a unique property. */
  findByKey(propertyName: string, value: string): CrmRecord | undefined {
    const id = this.indexes.get(propertyName)?.get(foldKey(propertyName, value));
    return id === undefined ? undefined : this.byId.get(id);
  }

  uniqueProperties(): readonly string[] {
    return [...this.indexes.keys()];
  }

  openSavepoint(): Savepoint {
    this.journal = [];
    return {
      rollBack: () => {
        for (const [id, previous] of this.journal.reverse()) this.replace(id, this.byId.get(id), previous);
        this.journal = [];
      },
    };
  }

  private replace(id: string, previous: CrmRecord | undefined, next: CrmRecord | undefined): void {
    for (const [name, index] of this.indexes) {
      for (const key of previous === undefined ? [] : keysOf(previous, name)) {
        if (index.get(key) === id) index.delete(key);
      }
      for (const key of next === undefined ? [] : keysOf(next, name)) index.set(key, id);
    }
    if (next === undefined) this.byId.delete(id);
    else this.byId.set(id, next);
  }
}

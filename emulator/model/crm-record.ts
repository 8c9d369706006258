/** One value a property had, newest first in a history. */
export interface HistoryEntry {
  readonly value: string;
  readonly timestampMs: number;
  readonly sourceType: string;
  readonly sourceId?: string;
}

export interface CrmRecord {
  readonly id: string;
  readonly objectTypeId: string;
  /** Stored texts only; a property without a value is absent. */
  readonly properties: Readonly<Record<string, string>>;
  /** Only what was written after the record came into the world: see `historyOf`. */
  readonly changes: Readonly<Record<string, readonly HistoryEntry[]>>;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly archivedAtMs?: number;
  readonly mergedInto?: string;
}

/** Neither archived nor merged away: what a write may change and a unique value belongs to. */
export function isLive(record: CrmRecord): boolean {
  return record.archivedAtMs === undefined && record.mergedInto === undefined;
}

/** Every value of one property, newest first. The value of a seeded record dates from its creation. */
export function historyOf(record: CrmRecord, propertyName: string): readonly HistoryEntry[] {
  const changes = record.changes[propertyName];
  if (changes !== undefined) return changes;
  const value = record.properties[propertyName];
  return value === undefined ? [] : [{ value, timestampMs: record.createdAtMs, sourceType: 'CRM_UI' }];
}

/** An update of a record: an empty text takes the property away, as HubSpot's clearing does. */
export interface RecordChange {
  readonly properties: Readonly<Record<string, string>>;
  readonly atMs: number;
  readonly sourceType: string;
  readonly sourceId?: string;
}

/** The record after the change, with every changed value added to its history. */
export function changeRecord(record: CrmRecord, change: RecordChange): CrmRecord {
  const properties: Record<string, string> = { ...record.properties };
  const changes: Record<string, readonly HistoryEntry[]> = { ...record.changes };
  for (const [name, value] of Object.entries(change.properties)) {
    if ((record.properties[name] ?? '') === value) continue;
    changes[name] = [
      {
        value,
        timestampMs: change.atMs,
        sourceType: change.sourceType,
        ...(change.sourceId === undefined ? {} : { sourceId: change.sourceId }),
      },
      ...historyOf(record, name),
    ];
    if (value === '') Reflect.deleteProperty(properties, name);
    else properties[name] = value;
  }
  return { ...record, properties, changes, updatedAtMs: change.atMs };
}

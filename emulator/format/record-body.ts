import type { CrmRecord, HistoryEntry } from '../model/crm-record.ts';
import { historyOf } from '../model/crm-record.ts';
import type { TypeStore } from '../store/portal.ts';
import type { Json, JsonObject } from './json.ts';

export interface RecordView {
  readonly store: TypeStore;
  readonly portalId: number;
  readonly appOrigin: string;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** Properties come back as texts, sorted by name. */
function sorted(values: Readonly<Record<string, string | null>>): JsonObject {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function frame(
  record: CrmRecord,
  properties: JsonObject,
  { store, portalId, appOrigin }: RecordView,
): JsonObject {
  return {
    id: record.id,
    properties,
    createdAt: iso(record.createdAtMs),
    updatedAt: iso(record.updatedAtMs),
    archived: record.archivedAtMs !== undefined,
    archivedAt: record.archivedAtMs === undefined ? undefined : iso(record.archivedAtMs),
    url: `${appOrigin}/contacts/${portalId}/record/${store.objectType.id}/${record.id}`,
  };
}

/** A created record shows every value it has, most of them computed (recorded batch create, 2024-10). */
export function createdRecordBody(record: CrmRecord, view: RecordView): JsonObject {
  return frame(record, sorted(record.properties), view);
}

export interface UpdatedRecord {
  readonly record: CrmRecord;
  readonly sentNames: readonly string[];
  readonly showsCleared: boolean;
}

/** An updated record shows what was sent and a core of computed values, not all it has (recorded update, 2024-04). */
export function updatedRecordBody(
  { record, sentNames, showsCleared }: UpdatedRecord,
  view: RecordView,
): JsonObject {
  const { createdDateProperty, modifiedDateProperty, stages } = view.store.objectType;
  const core = [
    createdDateProperty,
    modifiedDateProperty,
    'hs_is_unworked',
    'hs_object_id',
    'hs_object_source',
    'hs_object_source_id',
    'hs_object_source_label',
    'hs_pipeline',
    'lifecyclestage',
    ...(stages === undefined ? [] : [stages.pipeline, stages.stage]),
  ];
  const values: Record<string, string> = {};
  for (const name of [...core, ...sentNames]) {
    const value = record.properties[name];
    if (value !== undefined) values[name] = value;
    else if (showsCleared && sentNames.includes(name)) values[name] = '';
  }
  return frame(record, sorted(values), view);
}

function historyBody(entries: readonly HistoryEntry[]): Json {
  return entries.map(({ value, timestampMs, sourceType, sourceId }) => ({
    value,
    timestamp: iso(timestampMs),
    sourceType,
    sourceId,
  }));
}

export interface WantedProperties {
  /** Empty means the type's default ones. */
  readonly names: readonly string[];
  readonly historyNames: readonly string[];
}

/** A read record: the wanted properties, null where it has no value, and always its id and dates. */
export function readRecordBody(record: CrmRecord, wanted: WantedProperties, view: RecordView): JsonObject {
  const { createdDateProperty, modifiedDateProperty, defaultReadProperties } = view.store.objectType;
  const names = wanted.names.length === 0 ? defaultReadProperties : wanted.names;
  const shown = [...names, 'hs_object_id', createdDateProperty, modifiedDateProperty];
  const values = Object.fromEntries(shown.map((name) => [name, record.properties[name] ?? null]));
  const body = frame(record, sorted(values), view);
  if (wanted.historyNames.length === 0) return body;
  const histories = wanted.historyNames.map((name) => [name, historyBody(historyOf(record, name))] as const);
  return { ...body, propertiesWithHistory: Object.fromEntries(histories) };
}

import { isJsonObject } from './flatten-json.ts';
import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';

/** The values in parsed JSON that stand for one record each. */
export type JsonRecords =
  | { readonly kind: 'records'; readonly values: readonly unknown[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'lone-value' };

/**
 * An array is the records; of an object with exactly one list of objects (`{"results": […], "paging": …}`)
 * that list is; any other object is one record.
 */
export function findJsonRecords(value: unknown): JsonRecords {
  if (Array.isArray(value))
    return value.length === 0 ? { kind: 'empty' } : { kind: 'records', values: value };
  if (!isJsonObject(value)) return { kind: 'lone-value' };
  const values: readonly unknown[] = Object.values(value);
  const lists = values.filter(isListOfObjects);
  const [list] = lists;
  if (list !== undefined && lists.length === 1) return { kind: 'records', values: list };
  if (values.length === 0 || (values.length === 1 && isEmptyList(values[0]))) return { kind: 'empty' };
  return { kind: 'records', values: [value] };
}

/** Keys of a record in HubSpot's requests and answers (CRM objects API, 2026-03); other systems have more. */
const HUBSPOT_RECORD_KEYS: ReadonlySet<string> = new Set([
  'id',
  'properties',
  'propertiesWithHistory',
  'associations',
  'archived',
  'archivedAt',
  'createdAt',
  'updatedAt',
  'url',
  'idProperty',
  'objectWriteTraceId',
]);

/**
 * HubSpot's own form of a record, `{"id": …, "properties": {…}}`, as one flat object. Its `id` is the
 * record's id (HubSpot CRM objects API), unless `idProperty` says that it is another property's value.
 * Any other object, and a look-alike such as GeoJSON, is returned as it is.
 */
export function unwrapHubSpotRecord(object: object): object {
  const entries = new Map<string, unknown>(Object.entries(object));
  const properties = entries.get('properties');
  const isRecord =
    isJsonObject(properties) && [...entries.keys()].every((key) => HUBSPOT_RECORD_KEYS.has(key));
  if (!isRecord) return object;
  const idProperty = entries.get('idProperty');
  const id = typeof idProperty === 'string' ? idProperty : RECORD_ID_PROPERTY;
  entries.delete('properties');
  const unwrapped = new Map<string, unknown>();
  for (const [key, value] of entries) unwrapped.set(key === 'id' ? id : key, value);
  for (const [key, value] of Object.entries(properties)) unwrapped.set(key, value);
  return Object.fromEntries(unwrapped);
}

function isListOfObjects(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.length > 0 && value.every(isJsonObject);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

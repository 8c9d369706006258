import type { Behaviour } from '../behaviour.ts';
import type { CrmRecord } from '../model/crm-record.ts';
import type { TypeStore } from '../store/portal.ts';

export interface RecordAddress {
  readonly id: string;
  /** A unique property; none means the record id. */
  readonly idProperty: string | undefined;
  readonly wantsArchived: boolean;
}

/** The record that a merge, or a chain of them, left. */
export function followMerges(record: CrmRecord | undefined, store: TypeStore): CrmRecord | undefined {
  let current = record;
  while (current?.mergedInto !== undefined) current = store.records.get(current.mergedInto);
  return current;
}

/** The record at an address. A merged-away id leads to the record it was merged into, unless switched off. */
export function findRecord(
  address: RecordAddress,
  store: TypeStore,
  behaviour: Behaviour,
): CrmRecord | undefined {
  const { id, idProperty, wantsArchived } = address;
  const isById = idProperty === undefined || idProperty === 'hs_object_id';
  const found = isById ? store.records.get(id) : store.records.findByKey(idProperty, id);
  if (found?.mergedInto !== undefined && behaviour.readOfMergedId === 'missing') return undefined;
  const record = followMerges(found, store);
  return record !== undefined && (record.archivedAtMs !== undefined) === wantsArchived ? record : undefined;
}

/** A read takes any unique property as its key, and the record id by name. */
export function isReadKey(name: string, { objectType, properties }: TypeStore): boolean {
  return (
    name === 'hs_object_id' ||
    objectType.builtInKeys.includes(name) ||
    properties.get(name)?.hasUniqueValue === true
  );
}

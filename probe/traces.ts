/** Which properties the probe adds to the account, and to what. */
export interface OwnProperty {
  readonly objectType: 'contacts' | 'tickets';
  readonly name: string;
  readonly body: object;
}

/**
 * Everything the probe may have left in the account. Each of its records carries a key in a unique property that the
 * probe makes for itself, so that a record is found again even when the answer that named it was lost.
 */
export interface Traces {
  readonly keyProperty: string;
  readonly dayProperty: string;
  readonly properties: readonly OwnProperty[];
  nextKey(objectType: string): string;
  noteIds(objectType: string, ids: readonly string[]): void;
  keys(objectType: string): readonly string[];
  ids(objectType: string): readonly string[];
}

/** `marker`: letters and digits of this run alone. */
export function startTraces(marker: string): Traces {
  const keyProperty = `bulk_records_probe_${marker}`;
  const dayProperty = `${keyProperty}_day`;
  const keys = new Map<string, string[]>();
  const ids = new Map<string, Set<string>>();
  const listOf = (objectType: string): string[] => keys.get(objectType) ?? [];
  const idsOf = (objectType: string): Set<string> => ids.get(objectType) ?? new Set<string>();
  return {
    keyProperty,
    dayProperty,
    properties: ownProperties(keyProperty, dayProperty),
    nextKey: (objectType) => {
      const key = `bulk-records-probe-${marker}-${listOf(objectType).length + 1}`;
      keys.set(objectType, [...listOf(objectType), key]);
      return key;
    },
    noteIds: (objectType, more) => {
      ids.set(objectType, new Set([...idsOf(objectType), ...more]));
    },
    keys: listOf,
    ids: (objectType) => [...idsOf(objectType)],
  };
}

function ownProperties(keyProperty: string, dayProperty: string): readonly OwnProperty[] {
  const label = `Bulk Records probe (${keyProperty.split('_').at(-1) ?? ''})`;
  const key = { name: keyProperty, label, type: 'string', fieldType: 'text', hasUniqueValue: true };
  const day = { name: dayProperty, label: `${label} day`, type: 'date', fieldType: 'date' };
  return [
    { objectType: 'contacts', name: keyProperty, body: { ...key, groupName: 'contactinformation' } },
    { objectType: 'tickets', name: keyProperty, body: { ...key, groupName: 'ticketinformation' } },
    { objectType: 'contacts', name: dayProperty, body: { ...day, groupName: 'contactinformation' } },
  ];
}

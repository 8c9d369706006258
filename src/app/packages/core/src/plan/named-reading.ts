/** A record that a cell may name, and how people know it. */
export interface KnownRecord {
  readonly id: string;
  readonly label: string;
}

/** What asking HubSpot for a name found. `missing` is HubSpot's word for it, `unread` is nobody's. */
export type NamedReading =
  | { readonly kind: 'found'; readonly record: KnownRecord }
  | { readonly kind: 'several'; readonly records: readonly KnownRecord[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unread' };

/** By `nameId`. */
export type NamedReadings = ReadonlyMap<string, NamedReading>;

export interface RecordName {
  readonly objectType: string;
  readonly keyProperty: string;
  readonly name: string;
}

export function nameId({ objectType, keyProperty, name }: RecordName): string {
  return `${objectType} ${keyProperty} ${name}`;
}

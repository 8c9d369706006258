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

/** By object type, property and name, as `nameId` puts them. */
export type NamedReadings = ReadonlyMap<string, NamedReading>;

import type { ResultRecord } from '../contract/batch-body.ts';

/** What asking HubSpot for a key found. `missing` is HubSpot's word for it, `unread` is nobody's. */
export type KeyReading =
  | {
      readonly kind: 'found';
      readonly record: ResultRecord;
      readonly matchedBy: 'record-id' | 'key';
    }
  /** The record with this id was merged into another one. */
  | { readonly kind: 'merged'; readonly record: ResultRecord }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unread' };

/** By key, as rows have it: normalised. */
export type KeyReadings = ReadonlyMap<string, KeyReading>;

import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';

/** Of `id` in the contract of the write function, which would refuse the whole call. */
export const MAX_KEY_LENGTH = 1000;

/**
 * The key as HubSpot compares it: e-mails trimmed and lower-cased (HubSpot stores them so), record ids trimmed.
 * Other unique values are texts and stay exactly as written.
 */
export function normaliseKey(keyProperty: string, raw: string): string {
  if (keyProperty === 'email') return raw.trim().toLowerCase();
  if (keyProperty === RECORD_ID_PROPERTY) return raw.trim();
  return raw;
}

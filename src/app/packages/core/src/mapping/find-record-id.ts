import { normaliseHeader } from './normalise-header.ts';
import type { ObjectKind } from '../contract/object-kind.ts';

/** HubSpot's exports write "Record ID", or "Record ID - Contact" where other objects are exported along. */
const RECORD_ID_HEADER = /^\s*record\s+id(?:\s+-\s+(\S.*))?\s*$/i;

/** HubSpot's names of its standard objects as they follow "Record ID - ". */
const OBJECT_NAMES: Readonly<Record<ObjectKind, readonly string[]>> = {
  contact: ['contact', 'contacts'],
  company: ['company', 'companies'],
  deal: ['deal', 'deals'],
  ticket: ['ticket', 'tickets'],
  product: ['product', 'products'],
};

/** How sure a header is HubSpot's record id of this object, from 0 to 1; an `id` of another system never is. */
export function recordIdConfidence(
  header: string,
  headers: readonly string[],
  kind: ObjectKind | undefined,
): number {
  const found = RECORD_ID_HEADER.exec(header);
  if (found === null) return 0;
  const objectName = found[1];
  if (objectName === undefined) return 1;
  if (kind !== undefined) return OBJECT_NAMES[kind].includes(normaliseHeader(objectName)) ? 0.97 : 0;
  const isOnlyOne = headers.filter((other) => RECORD_ID_HEADER.test(other)).length === 1;
  return isOnlyOne ? 0.7 : 0;
}

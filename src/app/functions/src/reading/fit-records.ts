import { MAX_REPLY_BYTES } from '@bulk-records/core/contract';
import type { ResultRecord } from '@bulk-records/core/contract';

/**
 * The records that fit into HubSpot's limit for a reply. `ids` are those asked for: each may have to be named in
 * the reply as well. The ids of records left out come back as unread, and the card asks for them again.
 */
export function fitRecords(
  records: readonly ResultRecord[],
  ids: readonly string[],
  maxBytes: number = MAX_REPLY_BYTES,
): readonly ResultRecord[] {
  let roomBytes = maxBytes - byteLength(ids);
  return records.filter((record) => {
    const bytes = byteLength(record) + 1;
    if (bytes > roomBytes) return false;
    roomBytes -= bytes;
    return true;
  });
}

function byteLength(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value), 'utf8');
}

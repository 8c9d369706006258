import type { ResultRecord } from '../contract/batch-body.ts';
import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { ReadRecordsReply } from '../contract/read-records.ts';
import { normaliseKey } from '../records/normalise-key.ts';
import type { KeyReading } from './key-reading.ts';
import type { PlanTarget } from './plan.ts';

/** HubSpot keeps the ids a record has swallowed here, separated by semicolons. */
const MERGED_IDS_PROPERTY = 'hs_merged_object_ids';
/** Other e-mail addresses that lead to the same contact. */
const ADDITIONAL_EMAILS_PROPERTY = 'hs_additional_emails';

/** What has to be asked for so that a reply can be sorted. */
export const IDENTIFYING_PROPERTIES = [MERGED_IDS_PROPERTY, ADDITIONAL_EMAILS_PROPERTY] as const;

/** What a reply says about each key that was asked for. */
export function sortReply(
  keys: readonly string[],
  reply: Extract<ReadRecordsReply, { ok: true }>,
  target: PlanTarget,
): readonly (readonly [string, KeyReading])[] {
  const keyProperty = target.keyProperty ?? RECORD_ID_PROPERTY;
  const missing = new Set(reply.missingIds.map((id) => normaliseKey(keyProperty, id)));
  const byKey = new Map(
    reply.records.flatMap((record) => keysOf(record, keyProperty).map((key) => [key, record])),
  );
  const byMergedId = new Map(reply.records.flatMap((record) => mergedIds(record).map((id) => [id, record])));
  const matchedBy = keyProperty === RECORD_ID_PROPERTY ? 'record-id' : 'key';
  return keys.map((key) => {
    const record = byKey.get(key);
    if (record) return [key, { kind: 'found', record, matchedBy }];
    const winner = keyProperty === RECORD_ID_PROPERTY ? byMergedId.get(key) : undefined;
    if (winner) return [key, { kind: 'merged', record: winner }];
    return [key, { kind: missing.has(key) ? 'missing' : 'unread' }];
  });
}

function keysOf(record: ResultRecord, keyProperty: string): readonly string[] {
  if (keyProperty === RECORD_ID_PROPERTY) return [record.id];
  const value = record.properties[keyProperty];
  const aliases = keyProperty === 'email' ? splitList(record.properties[ADDITIONAL_EMAILS_PROPERTY]) : [];
  return [value ?? '', ...aliases].filter((key) => key !== '').map((key) => normaliseKey(keyProperty, key));
}

function mergedIds(record: ResultRecord): readonly string[] {
  return splitList(record.properties[MERGED_IDS_PROPERTY]);
}

function splitList(value: string | null | undefined): readonly string[] {
  return (value ?? '').split(';').filter((part) => part !== '');
}

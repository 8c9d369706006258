import { foldName } from '@bulk-records/core/contract';
import type { BatchBody, ResultRecord } from '@bulk-records/core/contract';

export interface ReadEvidence {
  readonly records: readonly ResultRecord[];
  /** As HubSpot spells them. */
  readonly namedAsMissing: readonly string[];
}

export interface SortedIds {
  readonly missingIds: readonly string[];
  readonly unreadIds: readonly string[];
}

export interface IdKind {
  /** Absent: record ids. */
  readonly idProperty?: string | undefined;
  /** Ids that search compares, which minds no case. */
  readonly isFolded?: boolean;
}

/** The ids HubSpot names as not found. One entry speaks for many (recorded traffic, 2023-05). */
export function namedAsMissing(body: BatchBody): readonly string[] {
  return body.errors
    .filter((error) => error.category === 'OBJECT_NOT_FOUND')
    .flatMap((error) => error.context['ids'] ?? []);
}

/**
 * Which of the ids asked for are proven absent, and of which nothing is known: neither found nor named as missing.
 * Both come back in the spelling they were asked for in.
 */
export function sortIds(
  ids: readonly string[],
  evidence: ReadEvidence,
  { idProperty, isFolded = false }: IdKind = {},
): SortedIds {
  const fold = (id: string): string => (isFolded ? foldName(id) : foldKey(id, idProperty));
  const found = new Set(evidence.records.flatMap((record) => keysOf(record, idProperty)).map(fold));
  const missing = new Set(evidence.namedAsMissing.map(fold));
  const notFoundIds = ids.filter((id) => !found.has(fold(id)));
  return {
    missingIds: notFoundIds.filter((id) => missing.has(fold(id))),
    unreadIds: notFoundIds.filter((id) => !missing.has(fold(id))),
  };
}

/** E-mail addresses are one whatever their case (HubSpot stores them in lower case); other keys are as written. */
function foldKey(key: string, idProperty: string | undefined): string {
  return idProperty === 'email' ? key.trim().toLowerCase() : key;
}

function keysOf(record: ResultRecord, idProperty: string | undefined): readonly string[] {
  if (idProperty === undefined) return [record.id];
  const value = record.properties[idProperty] ?? '';
  const further = idProperty === 'email' ? (record.properties['hs_additional_emails'] ?? '').split(';') : [];
  return [value, ...further].filter((key) => key !== '');
}

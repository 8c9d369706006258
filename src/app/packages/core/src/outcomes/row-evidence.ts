import type { BatchBody, ResultRecord } from '../contract/batch-body.ts';
import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { EntryError } from '../contract/hubspot-error.ts';
import { normaliseKey } from '../records/normalise-key.ts';
import type { PlanTarget } from '../plan/plan.ts';
import type { SentRecord } from './attempt.ts';
import { matchByValues } from './match-by-values.ts';
import type { MatchedBy } from './outcome.ts';

/** What a batch answer says about one row. */
export type RowEvidence =
  | { readonly kind: 'result'; readonly result: ResultRecord; readonly matchedBy: MatchedBy }
  | { readonly kind: 'error'; readonly error: EntryError; readonly matchedBy: MatchedBy }
  | { readonly kind: 'contradiction' }
  | { readonly kind: 'silence' };

interface Statement<T> {
  readonly told: T;
  readonly matchedBy: MatchedBy;
}

/**
 * Sorts the results and errors of an answer to the rows they speak about: by trace id, else by record id, else
 * by the normalised key, else (create only) by the values themselves. Never by position: HubSpot's order is
 * arbitrary. A row that is named twice, or by both lists, is a contradiction; one that is named nowhere is silence.
 */
export function sortEvidence(
  sent: readonly SentRecord[],
  body: BatchBody,
  target: PlanTarget,
): ReadonlyMap<SentRecord, RowEvidence> {
  const results = matchResults(sent, body, target);
  const errors = matchErrors(sent, body, target);
  return new Map(sent.map((row) => [row, evidenceOf(results.get(row) ?? [], errors.get(row) ?? [])]));
}

function evidenceOf(
  results: readonly Statement<ResultRecord>[],
  errors: readonly Statement<EntryError>[],
): RowEvidence {
  const [result, secondResult] = results;
  const [error] = errors;
  if (secondResult || (result && error)) return { kind: 'contradiction' };
  if (result) return { kind: 'result', result: result.told, matchedBy: result.matchedBy };
  if (error) return { kind: 'error', error: mergeErrors(errors), matchedBy: error.matchedBy };
  return { kind: 'silence' };
}

/** Several entries about one row are one rejection with all details. */
function mergeErrors(errors: readonly Statement<EntryError>[]): EntryError {
  const [first, ...rest] = errors.map(({ told }) => told);
  if (!first) return { message: '', context: {}, errors: [] };
  const details = rest.flatMap((error) => [
    { message: error.message, context: error.context },
    ...error.errors,
  ]);
  return { ...first, errors: [...first.errors, ...details] };
}

function matchResults(
  sent: readonly SentRecord[],
  body: BatchBody,
  target: PlanTarget,
): ReadonlyMap<SentRecord, readonly Statement<ResultRecord>[]> {
  const rows = indexRows(sent);
  const matched = new Map<SentRecord, Statement<ResultRecord>[]>();
  const unmatched: ResultRecord[] = [];
  for (const told of body.results) {
    const row = rowOfResult(told, rows, target);
    if (row) append(matched, row.sent, { told, matchedBy: row.matchedBy });
    else if (told.objectWriteTraceId === undefined) unmatched.push(told);
  }
  if (target.operation === 'create' && unmatched.length > 0) {
    const open = sent.filter((row) => !matched.has(row) && !isNamedInErrors(row, body));
    for (const [row, told] of matchByValues(open, unmatched, target.properties)) {
      append(matched, row, { told, matchedBy: 'values' });
    }
  }
  return matched;
}

interface RowIndex {
  readonly byTraceId: ReadonlyMap<string, SentRecord>;
  readonly byKey: ReadonlyMap<string, SentRecord>;
}

function indexRows(sent: readonly SentRecord[]): RowIndex {
  return {
    byTraceId: new Map(sent.map((row) => [row.traceId, row])),
    byKey: new Map(sent.flatMap((row) => (row.record.key === null ? [] : [[row.record.key, row] as const]))),
  };
}

function rowOfResult(
  result: ResultRecord,
  rows: RowIndex,
  target: PlanTarget,
): { readonly sent: SentRecord; readonly matchedBy: MatchedBy } | null {
  if (result.objectWriteTraceId !== undefined) {
    const sent = rows.byTraceId.get(result.objectWriteTraceId);
    return sent ? { sent, matchedBy: 'trace-id' } : null;
  }
  if (target.keyProperty === null) return null;
  if (target.keyProperty === RECORD_ID_PROPERTY) {
    const sent = rows.byKey.get(result.id);
    return sent ? { sent, matchedBy: 'record-id' } : null;
  }
  const value = result.properties[target.keyProperty];
  if (value === undefined || value === null) return null;
  const sent = rows.byKey.get(normaliseKey(target.keyProperty, value));
  return sent ? { sent, matchedBy: 'key' } : null;
}

/** An entry may name many rows: one aggregated OBJECT_NOT_FOUND lists every missing id. */
function matchErrors(
  sent: readonly SentRecord[],
  body: BatchBody,
  target: PlanTarget,
): ReadonlyMap<SentRecord, readonly Statement<EntryError>[]> {
  const matched = new Map<SentRecord, Statement<EntryError>[]>();
  for (const told of body.errors) {
    for (const row of sent) {
      const matchedBy = howErrorNames(told, row, target);
      if (matchedBy) append(matched, row, { told, matchedBy });
    }
  }
  return matched;
}

function howErrorNames(error: EntryError, row: SentRecord, target: PlanTarget): MatchedBy | null {
  const traceIds = error.context['objectWriteTraceId'] ?? [];
  if (traceIds.length > 0) return traceIds.includes(row.traceId) ? 'trace-id' : null;
  const { key } = row.record;
  const { keyProperty } = target;
  if (key === null || keyProperty === null) return null;
  const ids = error.context['ids'] ?? [];
  if (!ids.some((id) => normaliseKey(keyProperty, id) === key)) return null;
  return keyProperty === RECORD_ID_PROPERTY ? 'record-id' : 'key';
}

function isNamedInErrors(row: SentRecord, body: BatchBody): boolean {
  return body.errors.some((error) => (error.context['objectWriteTraceId'] ?? []).includes(row.traceId));
}

/** Entries that name no row of the batch. They are shown with the rows that stay unexplained, never assigned. */
export function findUnassignedErrors(
  sent: readonly SentRecord[],
  body: BatchBody,
  target: PlanTarget,
): readonly EntryError[] {
  return body.errors.filter((error) => !sent.some((row) => howErrorNames(error, row, target) !== null));
}

function append<K, T>(map: Map<K, T[]>, key: K, item: T): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}

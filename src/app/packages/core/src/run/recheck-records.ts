import type { ResultRecord } from '../contract/batch-body.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { appendedOptions, valueAfter } from '../plan/appended-options.ts';
import type { KeyReading } from '../plan/key-reading.ts';
import type { PlanPart, RecordToWrite } from '../plan/plan-part.ts';
import { readKeys, type ReadPorts } from '../plan/read-keys.ts';
import { identityOf } from '../records/row-identity.ts';
import { isSameValue } from '../records/same-value.ts';

export interface Rechecked {
  /** What may still be written: without the cells somebody changed since the plan was made. */
  readonly records: readonly RecordToWrite[];
  /** Of the records of which nothing is left to write. */
  readonly outcomes: readonly Outcome[];
}

export interface RecheckContext {
  readonly part: PlanPart;
  readonly ports: ReadPorts;
  readonly workMs: number;
}

/** This product's own category: a record with the key was made in HubSpot after the plan. */
export const CREATED_SINCE = 'CREATED_SINCE';

/**
 * Reads records again just before they are written (law 7): a cell whose value is no longer the one the plan replaces
 * is left alone, and a record that was to be created is not written over one that somebody made meanwhile.
 */
export async function recheckRecords(
  records: readonly RecordToWrite[],
  { part, ports, workMs }: RecheckContext,
): Promise<Rechecked> {
  const keys = records.filter((record) => isRecheckable(record, part)).map(({ key }) => key ?? '');
  if (keys.length === 0) return { records, outcomes: [] };
  const names = new Set(records.flatMap(({ before = {} }) => Object.keys(before)));
  const question = { target: part, keys, propertyNames: [...names], archived: false };
  const { readings } = await readKeys(question, ports, { workMs });
  const kept: RecordToWrite[] = [];
  const outcomes: Outcome[] = [];
  for (const record of records) {
    const verdict = isRecheckable(record, part)
      ? judge(record, readings.get(record.key ?? '') ?? { kind: 'unread' }, part)
      : record;
    if ('kind' in verdict) outcomes.push(verdict);
    else kept.push(verdict);
  }
  return { records: kept, outcomes };
}

/** A create that HubSpot itself refuses when the key is taken, and an archive, which replaces nothing, need no look. */
function isRecheckable(record: RecordToWrite, { operation }: PlanPart): boolean {
  return record.key !== null && (operation === 'update' || operation === 'upsert');
}

function judge(record: RecordToWrite, reading: KeyReading, part: PlanPart): RecordToWrite | Outcome {
  switch (reading.kind) {
    case 'unread':
      return { ...identityOf(record), kind: 'not-sent', reason: 'not-rechecked', detail: '' };
    case 'missing':
    case 'merged':
      // HubSpot's own answer names what has become of the record.
      return record;
    case 'found':
      return record.before === undefined
        ? madeSince(record, reading.record)
        : withoutChanged(record, { before: record.before, now: reading.record, part });
  }
}

function madeSince(record: RecordToWrite, { id }: ResultRecord): Outcome {
  const rejection = { category: CREATED_SINCE, message: '', values: [], correlationId: null };
  return { ...identityOf(record), kind: 'conflict', rejection, existingId: id };
}

function withoutChanged(
  record: RecordToWrite,
  {
    before,
    now,
    part,
  }: { readonly before: RecordToWrite['properties']; readonly now: ResultRecord; readonly part: PlanPart },
): RecordToWrite | Outcome {
  const isOpen = ([name, value]: readonly [string, string]): boolean => {
    const property = part.properties.get(name);
    const held = now.properties[name] ?? '';
    // Adding options replaces nothing.
    if (property === undefined || appendedOptions(property, value) !== null) return true;
    return isSameValue(property, before[name] ?? '', held);
  };
  const entries = Object.entries(record.properties);
  const open = entries.filter(isOpen);
  if (open.length === entries.length) return record;
  const changedSince = entries
    .filter((entry) => !isOpen(entry))
    .filter(([name, value]) => !holdsAlready({ name, value, now, part }))
    .map(([name]) => name);
  if (open.length > 0) return { ...record, properties: Object.fromEntries(open), changedSince };
  if (changedSince.length === 0) return alreadyWritten(record, now);
  return {
    ...identityOf(record),
    kind: 'skipped',
    issues: [{ code: 'changed-since', properties: changedSince }],
  };
}

/** Somebody wrote just what this row wants. */
function holdsAlready(cell: {
  readonly name: string;
  readonly value: string;
  readonly now: ResultRecord;
  readonly part: PlanPart;
}): boolean {
  const property = cell.part.properties.get(cell.name);
  const held = cell.now.properties[cell.name] ?? '';
  return property !== undefined && isSameValue(property, valueAfter(property, cell.value, held), held);
}

function alreadyWritten(record: RecordToWrite, { id, url, updatedAt }: ResultRecord): Outcome {
  return {
    ...identityOf(record),
    kind: 'unchanged',
    recordId: id,
    url: url ?? null,
    evidence: { from: 'plan', matchedBy: 'record-id', isFromEarlierAttempt: false },
    differences: [],
    warnings: [],
    updatedAt: updatedAt ?? null,
    changedSince: [],
  };
}

import { countOutcomes, isSameValue, sumCounts, type Outcome } from '@bulk-records/core';
import type { Emulator, LoggedRow, RecordSnapshot } from '../emulator/index.ts';
import { RUN_ID, type PlannedJob } from './open-portal.ts';

interface Checked {
  readonly plan: PlannedJob;
  readonly emulator: Emulator;
  readonly outcomes: readonly Outcome[];
}

/** Compares every outcome with what the portal really did and holds; one sentence per lie. */
export function findLies(checked: Checked): readonly string[] {
  const { plan, outcomes, emulator } = checked;
  const rowCount = plan.toWrite.length + plan.blocked.length;
  const slots = outcomes.map(({ slot }) => slot);
  const isTotal = slots.length === rowCount && slots.every((slot, index) => slot === index);
  const addsUp = sumCounts(countOutcomes(outcomes)) === rowCount;
  const portal: Portal = {
    plan,
    writes: writesBySlot(emulator),
    archivedIds: archivedByUs(emulator),
    records: new Map(emulator.records(plan.objectType).map((record) => [record.id, record])),
  };
  const lies = outcomes.flatMap((outcome) => {
    const lie = lieOf(outcome, portal);
    return lie === null ? [] : [`row ${String(outcome.rowNumber)} is called ${outcome.kind}, but ${lie}`];
  });
  return isTotal && addsUp
    ? lies
    : [`${String(slots.length)} outcomes for ${String(rowCount)} rows`, ...lies];
}

const WRITES = ['created', 'updated', 'archived'];

/** What the portal really wrote for a row: trace ids carry its slot. */
export function writesOf(slot: number, emulator: Emulator): readonly LoggedRow[] {
  return writesBySlot(emulator).get(slot) ?? [];
}

interface Portal {
  readonly plan: PlannedJob;
  readonly writes: ReadonlyMap<number, readonly LoggedRow[]>;
  /** HubSpot's archive takes no trace ids, so its writes are known by the record alone. */
  readonly archivedIds: ReadonlySet<string>;
  readonly records: ReadonlyMap<string, RecordSnapshot>;
}

function writesBySlot({ writeLog }: Emulator): ReadonlyMap<number, readonly LoggedRow[]> {
  const bySlot = new Map<number, LoggedRow[]>();
  for (const row of writeLog.flatMap(({ rows }) => rows)) {
    const [run, slot] = row.traceId?.split('-') ?? [];
    if (run !== RUN_ID || slot === undefined || !WRITES.includes(row.outcome)) continue;
    const rows = bySlot.get(Number(slot)) ?? [];
    bySlot.set(Number(slot), [...rows, row]);
  }
  return bySlot;
}

function archivedByUs({ writeLog }: Emulator): ReadonlySet<string> {
  const archived = writeLog
    .filter(({ operation }) => operation === 'archive')
    .flatMap(({ rows }) => rows.filter(({ outcome }) => outcome === 'archived'));
  return new Set(archived.flatMap(({ recordId }) => recordId ?? []));
}

function lieOf(outcome: Outcome, portal: Portal): string | null {
  const { plan, records, archivedIds } = portal;
  const writes = portal.writes.get(outcome.slot) ?? [];
  if (writes.filter((write) => write.outcome === 'created').length > 1) return 'it was created twice';
  switch (outcome.kind) {
    case 'created':
    case 'updated': {
      const write = writes.find(
        (each) => each.outcome === outcome.kind && each.recordId === outcome.recordId,
      );
      if (!write) return `the portal did not do that to ${outcome.recordId}`;
      if (!records.has(outcome.recordId)) return 'the portal holds no such record';
      return missingValue(outcome, { plan, values: write.after });
    }
    case 'unchanged': {
      const record = records.get(outcome.recordId);
      if (!record) return 'there is no such record';
      if (plan.operation === 'archive') return archivedIds.has(record.id) ? 'the run archived it' : null;
      if (writes.some(hasChanged)) return 'the run changed it';
      return missingValue(outcome, { plan, values: record.properties });
    }
    case 'archived':
      if (!archivedIds.has(outcome.recordId)) return 'the run did not archive it';
      return records.get(outcome.recordId)?.archived === true ? null : 'it is not archived';
    case 'conflict':
      if (outcome.existingId !== null && !records.has(outcome.existingId)) return 'nothing is in its way';
      return writes.length > 0 ? 'it was written' : null;
    case 'rejected':
    case 'not-sent':
    case 'skipped': {
      const isArchived = plan.operation === 'archive' && archivedIds.has(outcome.key ?? '');
      return writes.length > 0 || isArchived ? 'it was written' : null;
    }
    case 'unknown':
      return null;
  }
}

function hasChanged({ outcome, before, after }: LoggedRow): boolean {
  return outcome === 'created' || Object.entries(after).some(([name, value]) => before[name] !== value);
}

interface Written {
  readonly plan: PlannedJob;
  readonly values: Readonly<Record<string, string | null>>;
}

function missingValue(
  outcome: Extract<Outcome, { kind: 'created' | 'updated' | 'unchanged' | 'archived' }>,
  { plan, values }: Written,
): string | null {
  const record = plan.toWrite.find(({ slot }) => slot === outcome.slot);
  const told = outcome.differences.map(({ property }) => property);
  for (const [name, sent] of Object.entries(record?.properties ?? {})) {
    const property = plan.properties.get(name);
    const isStored = property ? isSameValue(property, sent, values[name]) : values[name] === sent;
    if (!isStored && !told.includes(name)) return `${name} is not what was sent`;
  }
  return null;
}

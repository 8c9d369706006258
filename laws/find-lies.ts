import { isSameValue, type Outcome } from '@bulk-records/core';
import type { Emulator, LoggedRow } from '../emulator/index.ts';
import { RUN_ID, type PlannedJob } from './open-portal.ts';

interface Checked {
  readonly plan: PlannedJob;
  readonly emulator: Emulator;
  readonly outcomes: readonly Outcome[];
}

/** Compares every outcome with what the portal really did and holds; one sentence per lie. */
export function findLies(checked: Checked): readonly string[] {
  const { plan, outcomes } = checked;
  const rowCount = plan.toWrite.length + plan.blocked.length;
  const slots = outcomes.map(({ slot }) => slot);
  const isTotal = slots.length === rowCount && slots.every((slot, index) => slot === index);
  const lies = outcomes.flatMap((outcome) => {
    const lie = lieOf(outcome, checked);
    return lie === null ? [] : [`row ${String(outcome.rowNumber)} is called ${outcome.kind}, but ${lie}`];
  });
  return isTotal ? lies : [`${String(slots.length)} outcomes for ${String(rowCount)} rows`, ...lies];
}

const WRITES = ['created', 'updated', 'archived'];

/** What the portal really wrote for a row: trace ids carry its slot. */
export function writesOf(slot: number, emulator: Emulator): readonly LoggedRow[] {
  return emulator.writeLog
    .flatMap(({ rows }) => rows)
    .filter(
      ({ traceId, outcome }) =>
        traceId?.startsWith(`${RUN_ID}-${String(slot)}-`) === true && WRITES.includes(outcome),
    );
}

function lieOf(outcome: Outcome, { plan, emulator }: Checked): string | null {
  const writes = writesOf(outcome.slot, emulator);
  if (writes.filter((write) => write.outcome === 'created').length > 1) return 'it was created twice';
  switch (outcome.kind) {
    case 'created':
    case 'updated': {
      const write = writes.find(
        (each) => each.outcome === outcome.kind && each.recordId === outcome.recordId,
      );
      if (!write) return `the portal did not do that to ${outcome.recordId}`;
      return missingValue(outcome, { plan, values: write.after });
    }
    case 'unchanged': {
      const record = emulator.records(plan.objectType).find(({ id }) => id === outcome.recordId);
      return record ? missingValue(outcome, { plan, values: record.properties }) : 'there is no such record';
    }
    case 'archived':
      // HubSpot's archive takes no trace ids, so the record is looked up.
      return emulator.records(plan.objectType).some(({ id, archived }) => id === outcome.recordId && archived)
        ? null
        : 'it is not archived';
    case 'rejected':
    case 'conflict':
    case 'not-sent':
    case 'skipped':
      return writes.length > 0 ? 'it was written' : null;
    case 'unknown':
      return null;
  }
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

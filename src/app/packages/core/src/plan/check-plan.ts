import { isSameValue } from '../records/same-value.ts';
import { appendedOptions } from './appended-options.ts';
import type { KeyReading, KeyReadings } from './key-reading.ts';
import type { Plan, PlannedRow } from './plan.ts';

/** What a plan says about a row that is no longer so in HubSpot. */
export type Breach = { readonly rowNumber: number; readonly key: string | null } & (
  | { readonly kind: 'changed'; readonly properties: readonly string[] }
  | { readonly kind: 'gone' }
  /** A record that was to be created is there, or another record answers to the key. */
  | { readonly kind: 'exists'; readonly recordId: string }
  | { readonly kind: 'unread' }
);

/** Holds a plan that was made earlier against HubSpot as it is now. Rows that write nothing cannot be broken. */
export function findBreaches(plan: Plan, readings: KeyReadings): readonly Breach[] {
  return plan.rows.flatMap((row) => {
    const breach = breachOf(row, readings.get(row.key ?? '') ?? { kind: 'unread' }, plan);
    return breach === null ? [] : [breach];
  });
}

function breachOf(row: PlannedRow, reading: KeyReading, plan: Plan): Breach | null {
  const { rowNumber, key } = row;
  switch (row.kind) {
    case 'create':
      return key === null ? null : breachOfCreate({ rowNumber, key }, reading);
    case 'update':
    case 'archive': {
      if (reading.kind === 'unread') return { rowNumber, key, kind: 'unread' };
      if (reading.kind !== 'found') return { rowNumber, key, kind: 'gone' };
      const { record } = reading;
      if (record.id !== row.recordId) return { rowNumber, key, kind: 'exists', recordId: record.id };
      const properties = row.kind === 'update' ? changedSince(row, record.properties, plan) : [];
      return properties.length === 0 ? null : { rowNumber, key, kind: 'changed', properties };
    }
    case 'unchanged':
    case 'blocked':
    case 'duplicate':
    case 'missing':
    case 'unread':
      return null;
  }
}

function breachOfCreate(
  row: { readonly rowNumber: number; readonly key: string },
  reading: KeyReading,
): Breach | null {
  switch (reading.kind) {
    case 'missing':
      return null;
    case 'unread':
      return { ...row, kind: 'unread' };
    case 'found':
    case 'merged':
      return { ...row, kind: 'exists', recordId: reading.record.id };
  }
}

/** Options to append replace nothing, so nobody can have changed what they replace. */
function changedSince(
  row: Extract<PlannedRow, { kind: 'update' }>,
  held: Readonly<Record<string, string | null>>,
  { properties }: Plan,
): readonly string[] {
  return Object.entries(row.before)
    .filter(([name, before]) => {
      const property = properties.get(name);
      if (property === undefined) return true;
      if (appendedOptions(property, row.properties[name] ?? '') !== null) return false;
      return !isSameValue(property, before, held[name]);
    })
    .map(([name]) => name);
}

import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { Plan, PlannedColumn, PlanTarget } from '../plan/plan.ts';
import type { CellFix } from '../records/draft-choices.ts';
import type { DraftRecord } from '../records/draft-record.ts';
import { fixName } from '../records/make-name-reader.ts';
import { MAX_KEY_LENGTH, normaliseKey } from '../records/normalise-key.ts';
import { mendableRows, unreadSlots, type Fault } from './left-out-rows.ts';
import { readFix, type CellFixesById } from './read-fix.ts';

export interface Mending {
  /** By the ids of faults. */
  readonly fixes: CellFixesById;
  readonly timeZone: string | null;
}

/**
 * The rows that were left out and whose every fault has a fix, as records in the making. Nobody has read what HubSpot
 * holds of them: they need a plan of their own.
 */
export function mendRows(plan: Plan, mending: Mending): readonly DraftRecord[] {
  if (mending.fixes.size === 0) return [];
  return mendableRows(plan).flatMap(({ row, draft, faults }) => {
    if (faults.length === 0) return [];
    const { slot, rowNumber, key } = row;
    let mended: DraftRecord | null = { slot, rowNumber, key, ...draft, issues: [] };
    for (const fault of faults) mended = mended && mend(mended, fault, { plan, mending });
    const whole = mended && withSomethingToWrite(mended, plan);
    return whole ?? [];
  });
}

/** The rows that were left out because HubSpot could not be asked. */
export function unreadRows(plan: Plan): readonly DraftRecord[] {
  const slots = unreadSlots(plan);
  return plan.rows.flatMap((row) => {
    if (row.kind !== 'unread' || row.draft === undefined || !slots.has(row.slot)) return [];
    const { slot, rowNumber, key, draft } = row;
    return [{ slot, rowNumber, key, ...draft, issues: [] }];
  });
}

interface Context {
  readonly plan: Plan;
  readonly mending: Mending;
}

/** Null where the fault has no fix, or one that is no value of its property. */
function mend(draft: DraftRecord, fault: Fault, { plan, mending }: Context): DraftRecord | null {
  const fix = mending.fixes.get(fault.id);
  if (fix === undefined) return null;
  if (fault.cell === 'name') return mendName(draft, fault, fix);
  const { property } = fault;
  const reading = readFix(fix, plan.properties.get(property), fixContext(property, plan, mending.timeZone));
  if (reading.kind === 'issue') return null;
  const value = reading.kind === 'value' ? reading.value : null;
  return fault.cell === 'key' ? withKey(draft, value, plan) : withValue(draft, property, value);
}

/** How a fix of a property's cells is read. */
export function fixContext(property: string, plan: Plan, timeZone: string | null) {
  const column: PlannedColumn | undefined = plan.columns.find((each) => each.property === property);
  return { timeZone, isKey: property === plan.keyProperty, appends: column?.appends === true };
}

function withValue(draft: DraftRecord, property: string, value: string | null): DraftRecord {
  return value === null ? draft : { ...draft, properties: { ...draft.properties, [property]: value } };
}

/** A create sends what it is known by as a value, too; it can do without, but for a key that was mistyped. */
function withKey(
  draft: DraftRecord,
  value: string | null,
  { keyProperty, operation }: PlanTarget,
): DraftRecord | null {
  if (keyProperty === null || value === null) return operation === 'create' ? draft : null;
  const key = normaliseKey(keyProperty, value);
  if (key.length > MAX_KEY_LENGTH) return null;
  const keyed = { ...draft, key };
  return operation === 'create' && keyProperty !== RECORD_ID_PROPERTY
    ? withValue(keyed, keyProperty, value)
    : keyed;
}

function mendName(draft: DraftRecord, { issue }: Fault, fix: CellFix): DraftRecord | null {
  if (!('columnIndex' in issue)) return null;
  const named = (draft.named ?? []).flatMap((each) =>
    each.raw === issue.raw && each.column.columnIndex === issue.columnIndex ? fixName(each, fix) : [each],
  );
  return named.some(({ kind }) => kind === 'issue') ? null : { ...draft, named };
}

/** As drafts are made: a record may consist of its key, and one that is there already may only be associated. */
function withSomethingToWrite(
  draft: DraftRecord,
  { operation, keyProperty }: PlanTarget,
): DraftRecord | null {
  const { key, properties, named = [] } = draft;
  if (operation === 'archive' || Object.keys(properties).length > 0) return draft;
  if (operation === 'upsert' && keyProperty !== null && key !== null) {
    return { ...draft, properties: { [keyProperty]: key } };
  }
  return operation === 'update' && named.length > 0 ? draft : null;
}

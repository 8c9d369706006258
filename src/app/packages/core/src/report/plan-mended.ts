import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { KeyReadings } from '../plan/key-reading.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { NamedReadings } from '../plan/named-reading.ts';
import type { Plan, PlannedRow, Values } from '../plan/plan.ts';
import type { DraftRecord } from '../records/draft-record.ts';
import { identityOf } from '../records/row-identity.ts';
import { existingRecords } from './left-out-rows.ts';
import type { EndedRun } from './make-undo-plan.ts';

/** What HubSpot holds now of the records that mended rows are about. */
export interface MendedReadings {
  readonly readings: KeyReadings;
  /** Records that their cells name. */
  readonly named: NamedReadings;
  /** In milliseconds since the epoch. */
  readonly readAt: number;
}

/**
 * Mended rows as rows of the plan: held against what HubSpot holds now, by the columns' policies, as all others were.
 * They count as written in the order of the input: where a later row of the run wrote the same record, its cells stand.
 */
export function planMended(
  run: EndedRun,
  drafts: readonly DraftRecord[],
  { readings, named, readAt }: MendedReadings,
): readonly PlannedRow[] {
  if (drafts.length === 0) return [];
  const { columns, associations } = run.plan;
  const wanted = withoutOvertaken(run, drafts, readings);
  return makePlan(wanted, {
    target: run.plan,
    choices: {
      columns,
      associations,
      duplicates: { otherwise: 'merge', byGroup: new Map() },
      // The admin said what a name stands for; whether the row may go without was said of other names.
      needsAllNamed: true,
    },
    readings,
    named,
    readAt,
  }).rows;
}

/** Rows left out because of a record that is there, to be planned as updates of it: they are known by its id. */
export function draftsOfExisting(plan: Plan, slots: ReadonlySet<number>): readonly DraftRecord[] {
  const existing = existingRecords(plan);
  return plan.rows.flatMap((row) => {
    const key = existing.get(row.slot);
    if (key === undefined || row.kind !== 'blocked' || row.draft === undefined || !slots.has(row.slot))
      return [];
    const { slot, rowNumber, draft } = row;
    // The value by which the record was found is its own, or a secondary address that must not become the first.
    const properties = without(draft.properties, new Set([plan.keyProperty ?? '']));
    return [{ ...draft, slot, rowNumber, key, properties, issues: [] }];
  });
}

/** Such rows as rows of the plan; `readings` are by record id. */
export function planExisting(
  run: EndedRun,
  drafts: readonly DraftRecord[],
  readings: MendedReadings,
): readonly PlannedRow[] {
  const target = { ...run.plan, operation: 'update', keyProperty: RECORD_ID_PROPERTY } as const;
  const own = new Map(run.plan.rows.map((row) => [row.slot, identityOf(row)]));
  const rows = planMended({ ...run, plan: target }, drafts, readings);
  return rows.map((row) => ({ ...row, ...own.get(row.slot) }));
}

function withoutOvertaken(
  { plan, outcomes }: EndedRun,
  drafts: readonly DraftRecord[],
  readings: KeyReadings,
): readonly DraftRecord[] {
  const found = [...readings.values()].flatMap((each) => (each.kind === 'found' ? [each.record.id] : []));
  const slotsOf = new Map(found.map((id): [string, number[]] => [id, []]));
  for (const outcome of outcomes) {
    if (!('recordId' in outcome) || outcome.kind === 'rejected') continue;
    slotsOf.get(outcome.recordId)?.push(outcome.slot);
  }
  const planned = new Map(plan.rows.map((row) => [row.slot, row]));
  return drafts.map((draft) => {
    const reading = readings.get(draft.key ?? '');
    const slots = reading?.kind === 'found' ? (slotsOf.get(reading.record.id) ?? []) : [];
    const later = slots.flatMap((slot) => {
      const row = planned.get(slot);
      return row !== undefined && slot > draft.slot && 'properties' in row ? Object.keys(row.properties) : [];
    });
    return later.length === 0 ? draft : { ...draft, properties: without(draft.properties, new Set(later)) };
  });
}

function without(values: Values, names: ReadonlySet<string>): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
}

import type { Outcome } from '../outcomes/outcome.ts';
import type { RejectedValue } from '../outcomes/rejection.ts';
import type { Plan, PlannedRow } from '../plan/plan.ts';
import type { EndedRun } from './make-undo-plan.ts';

/** What HubSpot refused in equal cells: one fix stands in for all of them. */
export interface RefusedCells {
  /** Names the group; the same for the same property and value. */
  readonly id: string;
  readonly property: string;
  /** What was sent; null where no value of the column would do, or none was sent. */
  readonly value: string | null;
  /** HubSpot's word to the first of the rows. */
  readonly said: RejectedValue;
  readonly slots: readonly number[];
  readonly rowNumbers: readonly number[];
}

/** Everything HubSpot refused about cells of rows that were not written, by property and value, the largest first. */
export function groupRefusals({ plan, outcomes }: EndedRun): readonly RefusedCells[] {
  const planned = new Map(plan.rows.map((row) => [row.slot, row]));
  const groups = new Map<string, RefusedCells & { slots: number[]; rowNumbers: number[] }>();
  for (const outcome of outcomes) {
    const row = planned.get(outcome.slot);
    for (const cell of row === undefined ? [] : refusedCellsOf(row, outcome, plan)) {
      const group = groups.get(cell.id) ?? { ...cell, slots: [], rowNumbers: [] };
      groups.set(cell.id, group);
      if (group.slots.at(-1) === outcome.slot) continue;
      group.slots.push(outcome.slot);
      group.rowNumbers.push(outcome.rowNumber);
    }
  }
  return [...groups.values()].sort((one, other) => other.slots.length - one.slots.length);
}

export type RefusedCell = Pick<RefusedCells, 'id' | 'property' | 'value' | 'said'>;

/**
 * The cells of one row that HubSpot refused; none where it does not name them, where the row is no write, or where the
 * rest of it was written: sending the row again would be another run's work, and taking it back another undo's.
 */
export function refusedCellsOf(row: PlannedRow, outcome: Outcome, plan: Plan): readonly RefusedCell[] {
  if (outcome.kind !== 'rejected' && outcome.kind !== 'conflict') return [];
  if (outcome.kind === 'rejected' && outcome.partly !== undefined) return [];
  if (row.kind !== 'create' && row.kind !== 'update') return [];
  return outcome.rejection.values.flatMap((said) => {
    const { property, code } = said;
    if (property === null) return [];
    const sent = row.properties[property] ?? (property === plan.keyProperty ? row.key : null);
    const value = code !== null && OF_WHOLE_COLUMN.has(code) ? null : sent;
    return [{ id: JSON.stringify([property, value]), property, value, said }];
  });
}

/** No other value would do: HubSpot refuses the property itself. */
const OF_WHOLE_COLUMN: ReadonlySet<string> = new Set(['PROPERTY_DOESNT_EXIST', 'READ_ONLY_VALUE']);

import type { DraftRecord } from '../records/draft-record.ts';
import type { NamedRecord } from '../records/named-record.ts';
import type { Sliced } from '../slices/sliced.ts';
import { valueAfter } from './appended-options.ts';
import type { DuplicateChoices, DuplicateGroup } from './duplicates.ts';
import type { KeyReadings } from './key-reading.ts';
import { PIECE_ROWS } from './piece-rows.ts';
import type { PlanTarget, Values } from './plan.ts';

export interface SettledDuplicates {
  readonly groups: readonly DuplicateGroup[];
  /** What the written rows of the groups send, by slot. */
  readonly propertiesBySlot: ReadonlyMap<number, Values>;
  /** The records that the written rows name, by slot. */
  readonly namedBySlot: ReadonlyMap<number, readonly NamedRecord[]>;
}

/**
 * Finds rows about one record: those with the same key, and those whose keys lead to the same record, as two e-mail
 * addresses of one contact do. HubSpot refuses a whole batch that names a record twice.
 */
export function* settleDuplicates(
  drafts: readonly DraftRecord[],
  readings: KeyReadings,
  { target, choices }: { readonly target: PlanTarget; readonly choices: DuplicateChoices },
): Sliced<SettledDuplicates> {
  const groups: DuplicateGroup[] = [];
  const propertiesBySlot = new Map<number, Values>();
  const namedBySlot = new Map<number, readonly NamedRecord[]>();
  for (const [id, rows] of yield* groupByRecord(drafts, readings)) {
    if (rows.length < 2) continue;
    if (groups.length % PIECE_ROWS === PIECE_ROWS - 1)
      yield { stage: 'drafting', done: groups.length, total: drafts.length };
    const choice = choices.byGroup.get(id) ?? choices.otherwise;
    const written = choice === 'first' ? rows[0] : rows.at(-1);
    if (written === undefined) continue;
    groups.push({
      id,
      key: written.key ?? '',
      slots: rows.map(({ slot }) => slot),
      rowNumbers: rows.map(({ rowNumber }) => rowNumber),
      choice,
      writtenSlot: written.slot,
    });
    propertiesBySlot.set(written.slot, choice === 'merge' ? mergeCells(rows, target) : written.properties);
    if (choice === 'merge')
      namedBySlot.set(
        written.slot,
        rows.flatMap(({ named = [] }) => named),
      );
  }
  return { groups, propertiesBySlot, namedBySlot };
}

function* groupByRecord(
  drafts: readonly DraftRecord[],
  readings: KeyReadings,
): Sliced<ReadonlyMap<string, readonly DraftRecord[]>> {
  const groups = new Map<string, DraftRecord[]>();
  for (const [done, draft] of drafts.entries()) {
    if (done % PIECE_ROWS === PIECE_ROWS - 1) yield { stage: 'drafting', done, total: drafts.length };
    if (draft.key === null) continue;
    const reading = readings.get(draft.key);
    const id = reading?.kind === 'found' ? `id ${reading.record.id}` : `key ${draft.key}`;
    const group = groups.get(id);
    if (group) group.push(draft);
    else groups.set(id, [draft]);
  }
  return groups;
}

/** As if the rows were written one after another: a later cell wins, a blank one leaves the earlier alone. */
function mergeCells(rows: readonly DraftRecord[], { properties }: PlanTarget): Values {
  const merged: Record<string, string> = {};
  for (const row of rows) {
    for (const [name, value] of Object.entries(row.properties)) {
      const earlier = merged[name];
      merged[name] = earlier === undefined ? value : mergeCell({ earlier, value }, properties.get(name));
    }
  }
  return merged;
}

/** Options to append are added to what the earlier row sets, or appends. */
function mergeCell(
  { earlier, value }: { readonly earlier: string; readonly value: string },
  property: Parameters<typeof valueAfter>[0],
): string {
  const after = valueAfter(property, value, earlier);
  const appendsAll = property?.fieldType === 'checkbox' && value.startsWith(';') && earlier.startsWith(';');
  return appendsAll ? `;${after}` : after;
}

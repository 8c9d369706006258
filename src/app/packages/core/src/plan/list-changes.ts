import type { Property } from '../contract/describe-object-type.ts';
import { valueAfter } from './appended-options.ts';
import type { PlannedRow } from './plan.ts';

/** One cell of a record, before and after. */
export interface CellChange {
  readonly property: string;
  /** As HubSpot holds it; an empty text where it holds none. */
  readonly before: string;
  readonly after: string;
}

/** What a row changes, cell by cell; nothing for a row that is not written or is archived. */
export function listChanges(
  row: PlannedRow,
  properties: ReadonlyMap<string, Property>,
): readonly CellChange[] {
  if (row.kind !== 'create' && row.kind !== 'update') return [];
  const held = row.kind === 'update' ? row.before : {};
  return Object.entries(row.properties).map(([property, sent]) => {
    const before = held[property] ?? '';
    return { property, before, after: valueAfter(properties.get(property), sent, before) };
  });
}

import type { PlannedAssociation } from '../contract/associate-records.ts';
import type { Association } from '../contract/write-records.ts';
import type { Plan, PlannedRow } from './plan.ts';

/** What a row's record is to be associated with, once it is there; nothing for a row that has no record to keep. */
export function associationsOf(
  row: PlannedRow,
  { associations }: Pick<Plan, 'associations'>,
): readonly PlannedAssociation[] {
  if (row.kind !== 'create' && row.kind !== 'update' && row.kind !== 'unchanged') return [];
  return [...associations, ...(row.associations ?? [])];
}

/** As batch create takes them. */
export function toInline(associations: readonly PlannedAssociation[]): readonly Association[] {
  return associations.map(({ toId, types }) => ({ to: { id: toId }, types }));
}

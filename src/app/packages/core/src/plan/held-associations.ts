import type { AssociationResult, PlannedAssociation } from '../contract/associate-records.ts';
import { associationsOf } from './associations-of.ts';
import type { Plan, PlannedRow } from './plan.ts';

type ReadRecord = Extract<AssociationResult, { kind: 'read' }>['records'][number];

/** What a record is associated with among the records of one type. `unread` is nobody's word. */
export type AssociationReading =
  ({ readonly kind: 'read' } & Pick<ReadRecord, 'isComplete' | 'to'>) | { readonly kind: 'unread' };

/** By the type of the other records and the record's own id, as `associationReadingId` puts them. */
export type AssociationReadings = ReadonlyMap<string, AssociationReading>;

export function associationReadingId(toObjectType: string, fromId: string): string {
  return `${toObjectType} ${fromId}`;
}

/** Whether an association is there with all of its types; of one with more than was read, nothing is proved absent. */
export function isHeld(
  { toId, types }: Pick<PlannedAssociation, 'toId' | 'types'>,
  { to }: Pick<ReadRecord, 'to'>,
): boolean {
  const held = to.find((each) => each.toId === toId)?.types ?? [];
  return types.every((type) =>
    held.some(
      (each) =>
        each.associationTypeId === type.associationTypeId &&
        each.associationCategory === type.associationCategory,
    ),
  );
}

/** The rows, each with those of its associations that HubSpot holds already: nothing has to be made of them. */
export function withHeld(
  { rows, associations }: Pick<Plan, 'rows' | 'associations'>,
  readings: AssociationReadings,
): readonly PlannedRow[] {
  return rows.map((row) => rowWithHeld(row, { associations }, readings));
}

export function rowWithHeld(
  row: PlannedRow,
  plan: Pick<Plan, 'associations'>,
  readings: AssociationReadings,
): PlannedRow {
  if (row.kind !== 'update' && row.kind !== 'unchanged') return row;
  const held = associationsOf(row, plan).filter((association) => {
    const reading = readings.get(associationReadingId(association.toObjectType, row.recordId));
    return reading?.kind === 'read' && isHeld(association, reading);
  });
  return held.length === 0 && row.held === undefined ? row : { ...row, held };
}

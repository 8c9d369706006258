import type { PlannedAssociation } from '../contract/associate-records.ts';
import type { Association } from '../contract/write-records.ts';
import type { Plan, PlannedRow } from './plan.ts';
import type { UnresolvedAssociation } from './unresolved-association.ts';

/** What a row's record is to be associated with, once it is there; nothing for a row that has no record to keep. */
export function associationsOf(
  row: PlannedRow,
  { associations }: Pick<Plan, 'associations'>,
): readonly PlannedAssociation[] {
  if (!hasRecord(row)) return [];
  return row.associations === undefined ? associations : joinTypes([...associations, ...row.associations]);
}

/** Those of them that HubSpot did not hold when the plan was made, as far as it could be read. */
export function associationsToMake(
  row: PlannedRow,
  plan: Pick<Plan, 'associations'>,
): readonly PlannedAssociation[] {
  const { held = [] } = row;
  const isHeld = ({ toObjectType, toId }: PlannedAssociation) =>
    held.some((each) => each.toObjectType === toObjectType && each.toId === toId);
  return associationsOf(row, plan).filter((association) => !isHeld(association));
}

/** What of a row's associations is not made, although its record is there in the end. */
export function unresolvedOf(row: PlannedRow): readonly UnresolvedAssociation[] {
  return hasRecord(row) ? (row.unresolved ?? []) : [];
}

/** What a row says of associations of its own, for another row in its place. */
export function tiesOf({
  associations,
  unresolved,
}: PlannedRow): Pick<PlannedRow, 'associations' | 'unresolved'> {
  return {
    ...(associations === undefined ? {} : { associations }),
    ...(unresolved === undefined ? {} : { unresolved }),
  };
}

function hasRecord({ kind }: PlannedRow): boolean {
  return kind === 'create' || kind === 'update' || kind === 'unchanged';
}

/** Two records are associated once, with all types that anything asks for. */
export function joinTypes(associations: readonly PlannedAssociation[]): readonly PlannedAssociation[] {
  const byRecord = new Map<string, PlannedAssociation>();
  for (const association of associations) {
    const id = `${association.toObjectType} ${association.toId}`;
    const known = byRecord.get(id);
    byRecord.set(id, known === undefined ? association : withTypes(known, association.types));
  }
  return [...byRecord.values()];
}

function withTypes(known: PlannedAssociation, types: PlannedAssociation['types']): PlannedAssociation {
  const isNew = ({ associationCategory, associationTypeId }: (typeof types)[number]) =>
    !known.types.some(
      (each) =>
        each.associationCategory === associationCategory && each.associationTypeId === associationTypeId,
    );
  return { ...known, types: [...known.types, ...types.filter(isNew)] };
}

/** Batch create takes so many with a record; what is beyond is made when the record is there. */
const MAX_INLINE = 100;

/** As batch create takes them. */
export function toInline(associations: readonly PlannedAssociation[]): readonly Association[] {
  return associations.slice(0, MAX_INLINE).map(({ toId, types }) => ({ to: { id: toId }, types }));
}

import type { PlannedAssociation } from '../contract/associate-records.ts';
import { finish, type Sliced } from '../slices/sliced.ts';
import { PIECE_ROWS } from './piece-rows.ts';
import type { Plan, PlannedRow, Values } from './plan.ts';
import { Sha256 } from './sha-256.ts';

/**
 * SHA-256 over all that a plan says: what is written where, by which key, mapping and policies, every row, and the
 * values that are replaced. Two plans with one digest write the same. When the records were read is no part of it, nor
 * is the order of a record's properties.
 */
export function digestPlan(plan: Omit<Plan, 'digest'>): string {
  return finish(digestPlanSliced(plan));
}

/** The same in slices. */
export function* digestPlanSliced(plan: Omit<Plan, 'digest'>): Sliced<string> {
  const hash = new Sha256();
  const add = (said: unknown): void => {
    hash.update(`${JSON.stringify(said)}\n`);
  };
  const { operation, objectType, apiVersion, keyProperty, associations, columns } = plan;
  add(['plan 1', operation, objectType, apiVersion, keyProperty]);
  if (plan.isUncompared === true) add('uncompared');
  add(associations.map(sayAssociation));
  add(columns.map(({ header, property, policy }) => [header, property, policy]));
  for (const [slot, row] of plan.rows.entries()) {
    add(sayRow(row));
    if (row.associations !== undefined) add(row.associations.map(sayAssociation));
    const done = slot + 1;
    if (done % PIECE_ROWS === 0) yield { stage: 'drafting', done, total: plan.rows.length };
  }
  return hash.toHex();
}

/** The first characters, by which people name a plan. */
export function shortDigest({ digest }: Pick<Plan, 'digest'>): string {
  return digest.slice(0, 8);
}

export function sayAssociation({ toObjectType, toId, types }: PlannedAssociation): unknown {
  return [toObjectType, toId, types.map(sayType)];
}

export function sayType({
  associationCategory,
  associationTypeId,
}: PlannedAssociation['types'][number]): unknown {
  return [associationCategory, associationTypeId];
}

function sayRow(row: PlannedRow): unknown {
  const identity = [row.rowNumber, row.key, row.kind];
  switch (row.kind) {
    case 'create':
      return [...identity, sortedEntries(row.properties)];
    case 'update':
      return [...identity, row.recordId, sortedEntries(row.properties), sortedEntries(row.before)];
    case 'archive':
    case 'unchanged':
      return [...identity, row.recordId];
    case 'duplicate':
      return [...identity, row.ofRow];
    case 'blocked':
    case 'missing':
    case 'unread':
      return identity;
  }
}

function sortedEntries(values: Values): readonly (readonly [string, string])[] {
  return Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
}

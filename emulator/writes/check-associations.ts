import { isLive } from '../model/crm-record.ts';
import type { Link } from '../store/association-table.ts';
import type { Rejection } from './rejection.ts';
import type { AssociationInput } from './row.ts';
import type { WriteScene } from './write-scene.ts';

export type CheckedAssociations =
  | { readonly kind: 'links'; readonly links: readonly Link[] }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

function refuse(message: string, objectIds: readonly string[] = []): CheckedAssociations {
  return { kind: 'rejected', rejection: { kind: 'invalid-association', message, objectIds } };
}

/** Why a new record cannot be without one more link; undefined when it has what its type demands. */
export function missingAssociation(
  wanted: readonly AssociationInput[],
  { portal, store }: WriteScene,
): Rejection | undefined {
  const { name, neededAssociations } = store.objectType;
  if (neededAssociations.length === 0) return undefined;
  const linked = wanted.flatMap(({ types }) =>
    types.map(({ typeId, category }) => portal.associations.typeById(typeId, category)?.toTypeId),
  );
  if (linked.some((typeId) => typeId !== undefined && neededAssociations.includes(typeId))) return undefined;
  return { kind: 'missing-association', objectName: name.toUpperCase() };
}

/** The links a new record asks for, or why one of them cannot be. */
export function checkAssociations(
  wanted: readonly AssociationInput[],
  recordId: string,
  { portal, store }: WriteScene,
): CheckedAssociations {
  const from = { typeId: store.objectType.id, id: recordId };
  const links: Link[] = [];
  for (const { toId, types } of wanted) {
    for (const { category, typeId } of types) {
      const association = portal.associations.typeById(typeId, category);
      if (association === undefined) return refuse(`Association type ${category} ${typeId} does not exist`);
      if (association.fromTypeId !== from.typeId) {
        const expected = `expected: ${association.fromTypeId}`;
        return refuse(`invalid from object type ${from.typeId} for associations to be created. ${expected}`);
      }
      const target = portal.findType(association.toTypeId)?.records.get(toId);
      if (target === undefined || !isLive(target)) {
        return refuse('One or more associations are invalid', [toId]);
      }
      links.push({ from, to: { typeId: association.toTypeId, id: toId }, association });
    }
  }
  return { kind: 'links', links };
}

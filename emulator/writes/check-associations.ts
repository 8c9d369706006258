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

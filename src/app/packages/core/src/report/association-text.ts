import * as v from 'valibot';
import { plannedAssociationSchema, type PlannedAssociation } from '../contract/associate-records.ts';
import { decodeWith } from '../contract/json.ts';

/** "companies 123 HUBSPOT_DEFINED:279 USER_DEFINED:71; deals 5 HUBSPOT_DEFINED:4" */
export function writeAssociations(associations: readonly PlannedAssociation[]): string {
  return associations
    .map(({ toObjectType, toId, types }) => {
      const said = types.map(
        ({ associationCategory, associationTypeId }) => `${associationCategory}:${String(associationTypeId)}`,
      );
      return [toObjectType, toId, ...said].join(' ');
    })
    .join('; ');
}

/** The way back; null for any other text. */
export function readAssociations(text: string): readonly PlannedAssociation[] | null {
  if (text === '') return [];
  const decoded = decodeWith(v.array(plannedAssociationSchema), text.split('; ').map(readOne));
  return decoded.ok ? decoded.value : null;
}

function readOne(text: string): unknown {
  const [toObjectType, toId, ...said] = text.split(' ');
  const types = said.map((each) => {
    const [associationCategory, id = ''] = each.split(':');
    return { associationCategory, associationTypeId: Number(id) };
  });
  return { toObjectType, toId, types };
}

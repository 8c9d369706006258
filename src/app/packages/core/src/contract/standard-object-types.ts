import type { OfferedObjectType } from './list-object-types.ts';
import { abilitiesOf, OBJECT_ABILITIES, type ObjectAbilities } from './object-abilities.ts';

/** HubSpot's own object types this product writes, in the order they are offered. */
export const STANDARD_OBJECT_TYPES: readonly OfferedObjectType[] = OBJECT_ABILITIES.map(toOffered);

/** The standard type that a path or a type id names (`contacts`, `0-1`); undefined for any other. */
export function findStandardObjectType(nameOrId: string): OfferedObjectType | undefined {
  const abilities = abilitiesOf(nameOrId);
  return abilities === undefined ? undefined : toOffered(abilities);
}

function toOffered(abilities: ObjectAbilities): OfferedObjectType {
  const { objectType, objectTypeId, singularLabel, pluralLabel, operations } = abilities;
  return { objectType, objectTypeId, singularLabel, pluralLabel, operations: [...operations] };
}

/** Says whether a path names a custom object: its type id (`2-1234567`) or its full name (`p1234_car`). */
export function isCustomObjectType(name: string): boolean {
  return /^(?:2-\d{1,15}|p\d{1,15}_[a-z0-9_]{1,80})$/.test(name);
}

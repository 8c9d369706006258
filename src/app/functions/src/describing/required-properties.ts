import { abilitiesOf } from '@bulk-records/core/contract';

/**
 * The properties HubSpot requires to create a record of a standard type; none for a custom type, whose schema names
 * them. Where one of several would do (a company needs `name` or `domain`) it cannot be said as a list, and HubSpot's
 * refusal names what is missing.
 */
export function requiredPropertiesOf(objectType: string): readonly string[] {
  const groups = abilitiesOf(objectType)?.required ?? [];
  return groups.flatMap((group) => (group.length === 1 ? group : []));
}

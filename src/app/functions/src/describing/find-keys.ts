import { RECORD_ID_PROPERTY } from '@bulk-records/core/contract';
import type { Key, Operation, Property } from '@bulk-records/core/contract';

/**
 * Keys HubSpot accepts although their `hasUniqueValue` may say otherwise, with the operations that take them.
 * A batch update by `email` is refused as non-unique (HubSpot issue tracker, nodejs #548); the others are public
 * practice of 2026-09. Company `domain` and deal `dealname` are NOT among them: HubSpot refuses both.
 */
const BUILT_IN_KEYS: ReadonlyMap<string, Omit<Key, 'label'>> = new Map([
  ['contacts', { property: 'email', operations: ['upsert'] }],
  ['products', { property: 'hs_sku', operations: ['upsert', 'update'] }],
  ['line_items', { property: 'hs_external_id', operations: ['upsert', 'update'] }],
  ['tickets', { property: 'hs_external_object_ids', operations: ['upsert', 'update'] }],
]);

/**
 * The properties records can be matched by: HubSpot's own key first, then the record id, then unique properties.
 * `objectType` is the standard type's name, or a custom one's path.
 */
export function findKeys(objectType: string, properties: readonly Property[]): readonly Key[] {
  const builtIn = BUILT_IN_KEYS.get(objectType);
  const labelOf = (name: string): string | undefined =>
    properties.find((property) => property.name === name)?.label;
  const builtInLabel = builtIn === undefined ? undefined : labelOf(builtIn.property);
  return [
    ...(builtIn === undefined || builtInLabel === undefined ? [] : [{ ...builtIn, label: builtInLabel }]),
    {
      property: RECORD_ID_PROPERTY,
      label: labelOf(RECORD_ID_PROPERTY) ?? 'Record ID',
      // An upsert by it is refused as non-unique, and archive takes nothing else.
      operations: ['update', 'archive'],
    },
    ...properties
      .filter((property) => isOwnKey(property) && property.name !== builtIn?.property)
      .map((property) => ({
        property: property.name,
        label: property.label,
        operations: operationsOf(property),
      })),
  ];
}

function isOwnKey(property: Property): boolean {
  return property.hasUniqueValue && !property.hidden && property.name !== RECORD_ID_PROPERTY;
}

/** An upsert writes the key into the record it creates, so a read-only one can only find records. */
function operationsOf(property: Property): Operation[] {
  return property.readOnly ? ['update'] : ['upsert', 'update'];
}

import { RECORD_ID_PROPERTY } from '@bulk-records/core/contract';
import type { Key, Operation, Property } from '@bulk-records/core/contract';

/** Whatever finds a record finds it for these: it is read first, then updated or archived by its record id. */
const FINDING: readonly Operation[] = ['update', 'archive'];

/**
 * Keys HubSpot accepts in batch read and batch upsert although their `hasUniqueValue` may say otherwise (public
 * practice of 2026-09). A batch update by `email` is refused as non-unique (HubSpot issue tracker, nodejs #548), but a
 * plan updates by record id. Company `domain` and deal `dealname` are NOT among them: HubSpot refuses both.
 */
const BUILT_IN_KEYS: ReadonlyMap<string, string> = new Map([
  ['contacts', 'email'],
  ['products', 'hs_sku'],
  ['line_items', 'hs_external_id'],
  ['tickets', 'hs_external_object_ids'],
]);

/**
 * The properties records can be matched by: HubSpot's own key first, then the record id, then unique properties.
 * `objectType` is the standard type's name, or a custom one's path.
 */
export function findKeys(objectType: string, properties: readonly Property[]): readonly Key[] {
  const builtIn = BUILT_IN_KEYS.get(objectType);
  const labelOf = (name: string): string | undefined =>
    properties.find((property) => property.name === name)?.label;
  const builtInLabel = builtIn === undefined ? undefined : labelOf(builtIn);
  return [
    ...(builtIn === undefined || builtInLabel === undefined
      ? []
      : [{ property: builtIn, label: builtInLabel, operations: ['upsert' as const, ...FINDING] }]),
    {
      property: RECORD_ID_PROPERTY,
      label: labelOf(RECORD_ID_PROPERTY) ?? 'Record ID',
      // An upsert by it is refused as non-unique.
      operations: [...FINDING],
    },
    ...properties
      .filter((property) => isOwnKey(property) && property.name !== builtIn)
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
  return property.readOnly ? [...FINDING] : ['upsert', ...FINDING];
}

import { abilitiesOf, OPERATIONS, RECORD_ID_PROPERTY } from '@bulk-records/core/contract';
import type { Key, Operation, Property } from '@bulk-records/core/contract';

/** Whatever finds a record finds it for these: it is read first, then updated or archived by its record id. */
const FINDING: readonly Operation[] = ['update', 'archive'];

/**
 * The properties records can be matched by: HubSpot's own key first, then the record id, then unique properties.
 * `objectType` is the standard type's name, or a custom one's path. A batch update by `email` is refused as non-unique
 * (HubSpot issue tracker, nodejs #548), but a plan updates by record id.
 */
export function findKeys(objectType: string, properties: readonly Property[]): readonly Key[] {
  const { builtInKey: builtIn = null, operations: offered = OPERATIONS } = abilitiesOf(objectType) ?? {};
  const labelOf = (name: string): string | undefined =>
    properties.find((property) => property.name === name)?.label;
  const builtInLabel = builtIn === null ? undefined : labelOf(builtIn);
  const keys: readonly Key[] = [
    ...(builtIn === null || builtInLabel === undefined
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
  return keys.map((key) => ({
    ...key,
    operations: key.operations.filter((operation) => offered.includes(operation)),
  }));
}

function isOwnKey(property: Property): boolean {
  return property.hasUniqueValue && !property.hidden && property.name !== RECORD_ID_PROPERTY;
}

/** An upsert writes the key into the record it creates, so a read-only one can only find records. */
function operationsOf(property: Property): Operation[] {
  return property.readOnly ? [...FINDING] : ['upsert', ...FINDING];
}

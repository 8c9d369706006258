import type { ObjectTypeDescription, Property } from '@bulk-records/core';

export function propertiesByName({
  properties,
}: Pick<ObjectTypeDescription, 'properties'>): ReadonlyMap<string, Property> {
  return new Map(properties.map((property): [string, Property] => [property.name, property]));
}

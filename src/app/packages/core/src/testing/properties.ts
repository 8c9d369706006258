import type { Property } from '../contract/describe-object-type.ts';

/** A property as HubSpot describes it, with everything a test does not care about filled in. */
export function makeProperty(name: string, told: Partial<Omit<Property, 'name'>> = {}): Property {
  return {
    name,
    label: name,
    type: 'string',
    fieldType: 'text',
    groupName: '',
    description: '',
    options: [],
    externalOptions: false,
    readOnly: false,
    calculated: false,
    hidden: false,
    hasUniqueValue: false,
    ...told,
  };
}

export function makeProperties(...properties: readonly Property[]): ReadonlyMap<string, Property> {
  return new Map(properties.map((property) => [property.name, property]));
}

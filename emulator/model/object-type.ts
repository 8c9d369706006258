/** Scopes of which one is enough; HubSpot names all of them in a refusal. */
interface ObjectScopes {
  readonly read: readonly string[];
  readonly write: readonly string[];
}

interface StageProperties {
  readonly pipeline: string;
  readonly stage: string;
}

export interface ObjectType {
  /** `0-1` for a type HubSpot ships, `2-…` for a custom one. */
  readonly id: string;
  /** `contact`: schema name, singular, lower case. */
  readonly name: string;
  readonly plural: string;
  /** `CONTACT`, or `p1234567_vehicle` for a custom type. */
  readonly fullyQualifiedName: string;
  readonly labels: { readonly singular: string; readonly plural: string };
  readonly isCustom: boolean;
  readonly scopes: ObjectScopes;
  readonly primaryDisplayProperty: string;
  readonly secondaryDisplayProperties: readonly string[];
  readonly searchableProperties: readonly string[];
  /** What the schema lists as required. */
  readonly requiredProperties: readonly string[];
  /** Groups of which one member must have a value on create. */
  readonly neededOnCreate: readonly (readonly string[])[];
  readonly createdDateProperty: string;
  readonly modifiedDateProperty: string;
  readonly defaultReadProperties: readonly string[];
  /** Keys that are unique although the property itself does not say so. */
  readonly builtInKeys: readonly string[];
  /** Ids of types; a new record has to be associated with a record of one of them. */
  readonly neededAssociations: readonly string[];
  readonly stages?: StageProperties;
}

import type { Property } from '@bulk-records/core/contract';
import * as v from 'valibot';

const text = v.fallback(v.nullish(v.string(), ''), '');
const flag = v.fallback(v.nullish(v.boolean(), false), false);

const optionSchema = v.object({ label: text, value: v.string(), hidden: flag });

const hubspotPropertySchema = v.object({
  name: v.string(),
  label: text,
  type: v.fallback(v.string(), 'string'),
  fieldType: text,
  groupName: text,
  description: text,
  options: v.fallback(v.nullish(v.array(optionSchema), []), []),
  externalOptions: flag,
  referencedObjectType: text,
  calculated: flag,
  hidden: flag,
  hasUniqueValue: flag,
  modificationMetadata: v.fallback(v.nullish(v.object({ readOnlyValue: flag })), undefined),
});

/** HubSpot's list of all properties of a type, without paging. Source: HubSpot OpenAPI, properties, v3 to 2026-09. */
export const propertyListSchema = v.object({ results: v.array(hubspotPropertySchema) });

export type HubSpotProperty = v.InferOutput<typeof hubspotPropertySchema>;

/** HubSpot's property in the contract's words. */
export function toProperty(property: HubSpotProperty): Property {
  const { modificationMetadata, referencedObjectType, ...rest } = property;
  return {
    ...rest,
    // `calculated` says false of properties that refuse every value (recorded traffic, 2025).
    readOnly: modificationMetadata?.readOnlyValue ?? false,
    ...(referencedObjectType === '' ? {} : { referencedObjectType }),
  };
}

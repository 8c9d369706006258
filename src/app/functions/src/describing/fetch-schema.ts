import { abilitiesOf } from '@bulk-records/core/contract';
import * as v from 'valibot';
import { fetchJson } from '../hubspot/fetch-json.ts';
import type { Fetching } from '../hubspot/fetch-json.ts';
import { schemaPath } from '../hubspot/paths.ts';
import type { DescribeObjectTypeRequest } from './describe-request.ts';
import { requiredPropertiesOf } from './required-properties.ts';

/** Names of an object type, and what its records cannot be created without. */
export interface TypeNames {
  /** As paths name it. */
  readonly objectType: string;
  readonly objectTypeId: string;
  readonly singularLabel: string;
  readonly pluralLabel: string;
  readonly requiredProperties: readonly string[];
  /** Properties people know a record by. */
  readonly names: readonly string[];
}

const labelsSchema = v.object({
  singular: v.fallback(v.optional(v.string()), undefined),
  plural: v.fallback(v.optional(v.string()), undefined),
});

/** HubSpot OpenAPI, ObjectSchema. Both labels are optional there, the name is not. */
export const objectSchemaSchema = v.object({
  objectTypeId: v.string(),
  name: v.string(),
  labels: v.fallback(v.optional(labelsSchema, {}), {}),
  requiredProperties: v.fallback(v.optional(v.array(v.string()), []), []),
  primaryDisplayProperty: v.fallback(v.nullish(v.string(), ''), ''),
  archived: v.fallback(v.optional(v.boolean(), false), false),
});

/**
 * A standard type's names are known; a custom one's stand in its schema. Without the schema (no scope for it) the
 * type goes by its path: its records can be written all the same.
 */
export async function fetchTypeNames(
  request: DescribeObjectTypeRequest,
  fetching: Fetching,
): Promise<TypeNames> {
  const { objectType, apiVersion } = request;
  const standardType = abilitiesOf(objectType);
  if (standardType !== undefined) {
    const { objectType: name, objectTypeId, singularLabel, pluralLabel, names } = standardType;
    const requiredProperties = requiredPropertiesOf(name);
    return { objectType: name, objectTypeId, singularLabel, pluralLabel, requiredProperties, names };
  }
  const path = schemaPath(apiVersion, objectType);
  const schema = await fetchJson(fetching, { path, schema: objectSchemaSchema, task: 'read the schema' });
  if (!schema.ok) {
    return {
      objectType,
      objectTypeId: objectType,
      singularLabel: objectType,
      pluralLabel: objectType,
      requiredProperties: [],
      names: [],
    };
  }
  const { objectTypeId, name, labels, requiredProperties, primaryDisplayProperty } = schema.value;
  return {
    objectType,
    objectTypeId,
    singularLabel: labels.singular ?? name,
    pluralLabel: labels.plural ?? labels.singular ?? name,
    requiredProperties,
    names: primaryDisplayProperty === '' ? [] : [primaryDisplayProperty],
  };
}

import {
  CUSTOM_ABILITIES,
  DEFAULT_API_VERSION,
  isCustomObjectType,
  MAX_WORK_MS,
  STANDARD_OBJECT_TYPES,
} from '@bulk-records/core/contract';
import type { Failure, ListObjectTypesReply, OfferedObjectType } from '@bulk-records/core/contract';
import * as v from 'valibot';
import { startDeadline } from '../deadline.ts';
import { objectSchemaSchema } from '../describing/fetch-schema.ts';
import type { HubSpotClient } from '../hubspot/client.ts';
import { fetchJson } from '../hubspot/fetch-json.ts';
import { schemasPath } from '../hubspot/paths.ts';

const schemaListSchema = v.object({ results: v.array(objectSchemaSchema) });

/** Without these, HubSpot sends every property of every type along. */
const NAMES_ONLY = {
  includePropertyDefinitions: 'false',
  includeAssociationDefinitions: 'false',
  includeAuditMetadata: 'false',
};

/**
 * HubSpot's own types, always, and the portal's custom ones. When those cannot be had a note says why: the card is
 * of use without them.
 */
export async function answerList(_request: object, client: HubSpotClient): Promise<ListObjectTypesReply> {
  const fetched = await fetchJson(
    { client, deadline: startDeadline(MAX_WORK_MS) },
    {
      path: schemasPath(DEFAULT_API_VERSION),
      query: NAMES_ONLY,
      schema: schemaListSchema,
      task: 'list the custom object types',
    },
  );
  if (fetched.ok) return offer(fetched.value.results.flatMap(toOffered), []);
  // Nothing else will work with this token either.
  if (fetched.failure.error.code === 'invalid-token') return fetched.failure;
  return offer([], [toNote(fetched.failure)]);
}

function offer(
  customTypes: readonly OfferedObjectType[],
  notes: { code: string; scopes: string[] }[],
): ListObjectTypesReply {
  return { ok: true, objectTypes: [...STANDARD_OBJECT_TYPES, ...customTypes], notes };
}

function toOffered(schema: v.InferOutput<typeof objectSchemaSchema>): readonly OfferedObjectType[] {
  const { objectTypeId, name, labels, archived } = schema;
  if (archived || !isCustomObjectType(objectTypeId)) return [];
  const singularLabel = labels.singular ?? name;
  const pluralLabel = labels.plural ?? singularLabel;
  return [
    {
      objectType: objectTypeId,
      objectTypeId,
      singularLabel,
      pluralLabel,
      operations: [...CUSTOM_ABILITIES.operations],
    },
  ];
}

function toNote({ error }: Failure): { code: string; scopes: string[] } {
  return { code: `custom-objects-${error.code}`, scopes: error.scopes };
}

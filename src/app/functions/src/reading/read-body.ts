import type { JsonValue, ReadRecordsRequest } from '@bulk-records/core/contract';
import { RECORD_ID_PROPERTY } from '@bulk-records/core/contract';

/** The property ids are values of; undefined when they are record ids. HubSpot refuses `hs_object_id` as a key. */
export function keyPropertyOf(request: ReadRecordsRequest): string | undefined {
  return request.idProperty === RECORD_ID_PROPERTY ? undefined : request.idProperty;
}

/**
 * The body of a batch read. The key must be asked for, or it does not come back and no record can be matched; for
 * e-mail the further addresses too, because HubSpot finds a contact by any of them and returns the primary one.
 */
export function makeReadBody(request: ReadRecordsRequest, ids: readonly string[]): JsonValue {
  const idProperty = keyPropertyOf(request);
  const { propertiesWithHistory = [] } = request;
  return {
    inputs: ids.map((id) => ({ id })),
    properties: [...new Set([...request.properties, ...neededProperties(idProperty)])],
    ...(propertiesWithHistory.length === 0 ? {} : { propertiesWithHistory }),
    ...(idProperty === undefined ? {} : { idProperty }),
  };
}

function neededProperties(idProperty: string | undefined): readonly string[] {
  if (idProperty === undefined) return [];
  return idProperty === 'email' ? ['email', 'hs_additional_emails'] : [idProperty];
}

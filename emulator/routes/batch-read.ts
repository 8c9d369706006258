import { envelopeBody, notFoundEntry } from '../format/batch-body.ts';
import { readRecordBody } from '../format/record-body.ts';
import { wordRejection } from '../format/rejection-body.ts';
import { objectPaths } from '../http/api-paths.ts';
import type { ObjectCall } from '../http/call.ts';
import { recordViewOf } from '../http/call.ts';
import type { Refusal, Reply } from '../http/reply.ts';
import { replyJson, replyRefusal } from '../http/reply.ts';
import type { ObjectRoute } from '../http/route.ts';
import type { CrmRecord } from '../model/crm-record.ts';
import { orderByHash } from '../randomness.ts';
import { findRecord, isReadKey } from '../reads/find-record.ts';
import { decodeReadInput } from './batch-input.ts';
import type { ReadInput } from './batch-input.ts';
import { wrongSize } from './check-batch.ts';

const maxHistoryInputs = 50;

function unknownProperties(
  { properties, propertiesWithHistory }: ReadInput,
  call: ObjectCall,
): Refusal | undefined {
  const unknown = [...properties, ...propertiesWithHistory].filter(
    (name) => call.store.properties.get(name) === undefined,
  );
  if (unknown.length === 0) return undefined;
  const issues = unknown.map((propertyName) => ({
    propertyName,
    code: 'PROPERTY_DOESNT_EXIST',
    message: `Property "${propertyName}" does not exist`,
  }));
  const { portalId } = call.kernel.portal.account;
  const { message, category, errors } = wordRejection({ kind: 'invalid-values', issues }, portalId);
  return { message, category, errors };
}

/** Unlike a single GET, a batch read refuses unknown property names (observed live). */
function checkRead(input: ReadInput, call: ObjectCall): Refusal | undefined {
  const size = wrongSize(input.ids.length);
  if (size !== undefined) return size;
  if (input.propertiesWithHistory.length > 0 && input.ids.length > maxHistoryInputs) {
    const message =
      `The maximum number of inputs supported in a batch request for property histories is ${maxHistoryInputs}. ` +
      'Please reduce the number of items and try again';
    return { message, category: 'VALIDATION_ERROR' };
  }
  if (input.idProperty !== undefined && !isReadKey(input.idProperty, call.store)) {
    // HubSpot's wording for a read is not published; this is the one for writes.
    const message = `Unable to perform update/upsert by non-unique ${call.store.objectType.id} property ${input.idProperty}`;
    return { message, category: 'VALIDATION_ERROR' };
  }
  return unknownProperties(input, call);
}

interface Found {
  readonly records: ReadonlyMap<string, CrmRecord>;
  readonly missingIds: readonly string[];
}

function findAll({ ids, idProperty }: ReadInput, { store, kernel, query }: ObjectCall): Found {
  const wantsArchived = query.get('archived') === 'true';
  const records = new Map<string, CrmRecord>();
  const missingIds: string[] = [];
  for (const id of new Set(ids)) {
    const record = findRecord({ id, idProperty, wantsArchived }, store, kernel.behaviour);
    if (record === undefined) missingIds.push(id);
    else records.set(record.id, record);
  }
  return { records, missingIds };
}

function runBatchRead(call: ObjectCall): Reply {
  const decoded = decodeReadInput(call.bodyText);
  if (decoded.kind === 'undecodable') return replyRefusal(400, { message: decoded.message });
  const input = decoded.value;
  const refusal = checkRead(input, call);
  if (refusal !== undefined) return replyRefusal(400, refusal);
  const { records, missingIds } = findAll(input, call);
  const view = recordViewOf(call);
  const wanted = { names: input.properties, historyNames: input.propertiesWithHistory };
  const shuffled = orderByHash([...records.values()], ({ id }) => id, call.kernel.seed);
  // All missing ids share one entry: numErrors counts entries (recorded batch reads, 2023-05 and 2024-04).
  const objectName = call.store.objectType.fullyQualifiedName;
  const body = envelopeBody({
    results: shuffled.map((record) => readRecordBody(record, wanted, view)),
    errors: missingIds.length === 0 ? [] : [notFoundEntry(objectName, missingIds)],
    startedAtMs: call.nowMs,
    completedAtMs: call.kernel.clock.nowMs(),
  });
  return replyJson(missingIds.length === 0 ? 200 : 207, body);
}

export const batchReadRoute: ObjectRoute = {
  method: 'POST',
  paths: objectPaths('/batch/read'),
  access: 'objects-read',
  run: runBatchRead,
};

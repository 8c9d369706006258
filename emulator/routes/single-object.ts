import { createdRecordBody, readRecordBody, updatedRecordBody } from '../format/record-body.ts';
import { wordRefusal } from '../format/rejection-body.ts';
import { objectPaths } from '../http/api-paths.ts';
import type { ObjectCall } from '../http/call.ts';
import { listParameter, recordViewOf, writeSceneOf } from '../http/call.ts';
import type { Reply } from '../http/reply.ts';
import { replyInvalid, replyJson, replyRefusal, replyUnknownPath } from '../http/reply.ts';
import type { ObjectRoute } from '../http/route.ts';
import type { CrmRecord } from '../model/crm-record.ts';
import { findRecord, isReadKey } from '../reads/find-record.ts';
import { archiveRecord } from '../writes/archive-record.ts';
import type { Rejection } from '../writes/rejection.ts';
import type { RowInput } from '../writes/row.ts';
import { updateRecord } from '../writes/update-record.ts';
import { writeBatch } from '../writes/write-batch.ts';
import { decodeCreateInput, decodePatchProperties } from './batch-input.ts';
import { logRows, logWrite } from './log-write.ts';

function refuse(rejection: Rejection, call: ObjectCall): Reply {
  const { status, refusal } = wordRefusal([rejection], call.kernel.portal.account.portalId);
  return replyRefusal(status, refusal);
}

function addressed(call: ObjectCall): CrmRecord | undefined {
  const idProperty = call.query.get('idProperty') ?? undefined;
  const wantsArchived = call.query.get('archived') === 'true';
  return findRecord(
    { id: call.params.objectId ?? '', idProperty, wantsArchived },
    call.store,
    call.kernel.behaviour,
  );
}

function badKey({ query, store }: ObjectCall): Reply | undefined {
  const idProperty = query.get('idProperty');
  if (idProperty === null || isReadKey(idProperty, store)) return undefined;
  return replyInvalid(
    `Unable to perform update/upsert by non-unique ${store.objectType.id} property ${idProperty}`,
  );
}

/** A single read drops unknown property names silently, where a batch read refuses them (observed live). */
export function readWanted({ query, store }: ObjectCall): { names: string[]; historyNames: string[] } {
  const known = (name: string): boolean => store.properties.get(name) !== undefined;
  return {
    names: listParameter(query, 'properties').filter(known),
    historyNames: listParameter(query, 'propertiesWithHistory').filter(known),
  };
}

function runRead(call: ObjectCall): Reply {
  const refusal = badKey(call);
  if (refusal !== undefined) return refusal;
  const record = addressed(call);
  return record === undefined
    ? replyUnknownPath
    : replyJson(200, readRecordBody(record, readWanted(call), recordViewOf(call)));
}

function runCreate(call: ObjectCall): Reply {
  const decoded = decodeCreateInput(call.bodyText, call.kernel.behaviour);
  if (decoded.kind === 'undecodable') return replyRefusal(400, { message: decoded.message });
  const { properties, associations } = decoded.value;
  const { rows, ...verdict } = writeBatch('create', [{ properties, associations }], writeSceneOf(call));
  const outcome = rows[0]?.outcome;
  const reply =
    verdict.kind === 'refused' || outcome?.kind !== 'written'
      ? refuse(verdict.kind === 'refused' ? verdict.rejections[0] : { kind: 'no-properties' }, call)
      : replyJson(201, createdRecordBody(outcome.record, recordViewOf(call)));
  const isRolledBack = verdict.kind === 'refused';
  logWrite(call, { operation: 'create', inputs: 1, status: reply.status, rows, isRolledBack });
  return reply;
}

function runUpdate(call: ObjectCall): Reply {
  const decoded = decodePatchProperties(call.bodyText, call.kernel.behaviour);
  if (decoded.kind === 'undecodable') return replyRefusal(400, { message: decoded.message });
  const refusal = badKey(call);
  if (refusal !== undefined) return refusal;
  if (Object.keys(decoded.value).length === 0) return refuse({ kind: 'no-properties' }, call);
  const record = addressed(call);
  if (record === undefined) return replyRefusal(404, { message: 'resource not found' });
  const outcome = updateRecord(record, decoded.value, writeSceneOf(call));
  const input: RowInput = { id: record.id, properties: decoded.value, associations: [] };
  const rows = [{ input, outcome }];
  const reply =
    outcome.kind === 'written'
      ? replyJson(200, updatedRecordBody({ ...outcome, showsCleared: true }, recordViewOf(call)))
      : refuse(outcome.kind === 'rejected' ? outcome.rejection : { kind: 'no-properties' }, call);
  if (outcome.kind === 'written') call.store.search.add(outcome.record, call.nowMs);
  logWrite(call, { operation: 'update', inputs: 1, status: reply.status, rows, isRolledBack: false });
  return reply;
}

function runArchive(call: ObjectCall): Reply {
  const id = call.params.objectId ?? '';
  const outcome = archiveRecord(id, writeSceneOf(call)) === undefined ? 'missing' : 'archived';
  const rows = [{ inputIndex: 0, inputId: id, recordId: id, outcome, before: {}, after: {} }] as const;
  logRows(call, { operation: 'archive', inputs: 1, status: 204, rows });
  return { kind: 'empty', status: 204 };
}

const one = objectPaths('/:objectId');

export const singleObjectRoutes: readonly ObjectRoute[] = [
  { method: 'GET', paths: one, access: 'objects-read', run: runRead },
  { method: 'POST', paths: objectPaths(''), access: 'objects-write', run: runCreate },
  { method: 'PATCH', paths: one, access: 'objects-write', run: runUpdate },
  { method: 'DELETE', paths: one, access: 'objects-write', run: runArchive },
];

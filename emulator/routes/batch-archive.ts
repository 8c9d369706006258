import { envelopeBody, notFoundEntry } from '../format/batch-body.ts';
import { objectPaths } from '../http/api-paths.ts';
import type { ObjectCall } from '../http/call.ts';
import { writeSceneOf } from '../http/call.ts';
import type { LoggedRow } from '../http/logs.ts';
import type { Reply } from '../http/reply.ts';
import { replyJson, replyRefusal } from '../http/reply.ts';
import type { ObjectRoute } from '../http/route.ts';
import { archiveRecord } from '../writes/archive-record.ts';
import { decodeArchiveIds } from './batch-input.ts';
import { wrongSize } from './check-batch.ts';
import { logRows } from './log-write.ts';

function archivedReply(missingIds: readonly string[], { kernel, store, nowMs }: ObjectCall): Reply {
  if (kernel.behaviour.archiveOfUnknownIds === 'ignore' || missingIds.length === 0) {
    return { kind: 'empty', status: 204 };
  }
  const errors = [notFoundEntry(store.objectType.fullyQualifiedName, missingIds)];
  return replyJson(207, envelopeBody({ results: [], errors, startedAtMs: nowMs, completedAtMs: nowMs }));
}

/** 204 without a body, whatever state the ids were in (recorded batch archive, 2024-10). */
function runBatchArchive(call: ObjectCall): Reply {
  const decoded = decodeArchiveIds(call.bodyText);
  if (decoded.kind === 'undecodable') return replyRefusal(400, { message: decoded.message });
  const refusal = wrongSize(decoded.value.length);
  if (refusal !== undefined) return replyRefusal(400, refusal);
  const scene = writeSceneOf(call);
  const rows = decoded.value.map((id, inputIndex): LoggedRow => {
    const outcome = archiveRecord(id, scene) === undefined ? 'missing' : 'archived';
    return { inputIndex, inputId: id, recordId: id, outcome, before: {}, after: {} };
  });
  const missing = rows.flatMap(({ outcome, inputId }) =>
    outcome === 'missing' && inputId !== undefined ? [inputId] : [],
  );
  const reply = archivedReply(missing, call);
  logRows(call, { operation: 'archive', inputs: rows.length, status: reply.status, rows });
  return reply;
}

export const batchArchiveRoute: ObjectRoute = {
  method: 'POST',
  paths: objectPaths('/batch/archive'),
  access: 'objects-write',
  run: runBatchArchive,
};

import * as v from 'valibot';
import { updatedRecordBody } from '../format/record-body.ts';
import { objectPaths } from '../http/api-paths.ts';
import type { ObjectCall } from '../http/call.ts';
import { recordViewOf } from '../http/call.ts';
import { decodeBody, notArray } from '../http/decode-body.ts';
import type { Reply } from '../http/reply.ts';
import { replyInvalid, replyJson, replyRefusal } from '../http/reply.ts';
import type { ObjectRoute } from '../http/route.ts';
import { isLive } from '../model/crm-record.ts';
import { mergeRecords } from '../writes/merge-records.ts';

const mergeBody = v.pipe(notArray, v.object({ primaryObjectId: v.string(), objectIdToMerge: v.string() }));
const mergeTypes = {
  body: 'com.hubspot.inbounddb.publicobject.core.v2.PublicMergeInput$Json',
  input: 'java.lang.String',
};

/** The record that is left keeps the id of the primary one. No body of a refused merge was recorded. */
function runMerge(call: ObjectCall): Reply {
  const decoded = decodeBody(call.bodyText, mergeBody, mergeTypes);
  if (decoded.kind === 'undecodable') return replyRefusal(400, { message: decoded.message });
  const { records, search } = call.store;
  const winner = records.get(decoded.value.primaryObjectId);
  const loser = records.get(decoded.value.objectIdToMerge);
  if (winner === undefined || loser === undefined || !isLive(winner) || !isLive(loser) || winner === loser) {
    return replyInvalid('Merging needs two different records that exist');
  }
  const pair = mergeRecords(winner, loser, call.nowMs);
  for (const record of [pair.loser, pair.winner]) {
    records.put(record);
    search.add(record, call.nowMs);
  }
  const shown = { record: pair.winner, sentNames: [], showsCleared: false };
  return replyJson(200, updatedRecordBody(shown, recordViewOf(call)));
}

export const mergeRoute: ObjectRoute = {
  method: 'POST',
  paths: objectPaths('/merge'),
  access: 'objects-write',
  run: runMerge,
};

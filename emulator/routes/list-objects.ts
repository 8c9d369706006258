import type { Json, JsonObject } from '../format/json.ts';
import { readRecordBody } from '../format/record-body.ts';
import { objectPaths } from '../http/api-paths.ts';
import type { ObjectCall } from '../http/call.ts';
import { recordViewOf } from '../http/call.ts';
import type { Reply } from '../http/reply.ts';
import { replyInvalid, replyJson } from '../http/reply.ts';
import type { ObjectRoute } from '../http/route.ts';
import { readWanted } from './single-object.ts';

/** A page of at most `limit` items after a cursor, with HubSpot's `paging` where more follow. */
export function pageBody(items: readonly Json[], after: string | undefined, link: string): JsonObject {
  return {
    results: items,
    ...(after === undefined ? {} : { paging: { next: { after, link: `${link}?after=${after}` } } }),
  };
}

const maxPageSize = 100;

function runList(call: ObjectCall): Reply {
  const limit = Number(call.query.get('limit') ?? 10);
  if (!Number.isInteger(limit) || limit < 1 || limit > maxPageSize) {
    return replyInvalid(`limit must be between 1 and ${maxPageSize}`);
  }
  const wantsArchived = call.query.get('archived') === 'true';
  const after = Number(call.query.get('after') ?? 0);
  const page = call.store.records
    .all()
    .filter(
      (record) => record.mergedInto === undefined && (record.archivedAtMs !== undefined) === wantsArchived,
    )
    .sort((a, b) => Number(a.id) - Number(b.id))
    .filter((record) => Number(record.id) > after);
  const shown = page.slice(0, limit);
  const cursor = page.length > limit ? shown.at(-1)?.id : undefined;
  const bodies = shown.map((record) => readRecordBody(record, readWanted(call), recordViewOf(call)));
  return replyJson(200, pageBody(bodies, cursor, `https://api.hubapi.com${call.path}`));
}

export const listObjectsRoute: ObjectRoute = {
  method: 'GET',
  paths: objectPaths(''),
  access: 'objects-read',
  run: runList,
};

import { crmPaths } from '../http/api-paths.ts';
import type { Call, UploadCall } from '../http/call.ts';
import type { Reply } from '../http/reply.ts';
import { replyInvalid, replyJson, replyNotFound } from '../http/reply.ts';
import type { PlainRoute } from '../http/route.ts';
import type { UploadRoute } from '../http/upload-route.ts';
import { cancelImport } from './change-import.ts';
import { errorBody, importBody } from './import-body.ts';
import type { ImportJob } from './import-job.ts';
import { readImportOrder } from './read-import-order.ts';

const anyScopeOf = ['crm.import'];
const maxPage = 100;
const defaultPage = 10;

function runStart(call: UploadCall): Reply {
  const read = readImportOrder(call);
  if (read.kind === 'refused') return read.reply;
  return replyJson(200, importBody(call.kernel.imports.add(read.order, call.nowMs)));
}

function withJob(call: Call, run: (job: ImportJob) => Reply): Reply {
  const job = call.kernel.imports.get(call.params.importId ?? '');
  return job === undefined ? replyNotFound('Import not found') : run(job);
}

function limitOf({ query }: Call): number {
  const limit = Number(query.get('limit') ?? defaultPage);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, maxPage) : defaultPage;
}

function pagingOf(call: Call, after: string | undefined) {
  if (after === undefined) return {};
  const link = `${call.origin}${call.path}?limit=${limitOf(call)}&after=${after}`;
  return { paging: { next: { after, link } } };
}

/** A cursor is the last import of the page before, so that one that comes meanwhile moves nothing. */
function runList(call: Call): Reply {
  const { kernel, nowMs, query } = call;
  const visible = kernel.imports.all().filter(({ visibleInListAtMs }) => visibleInListAtMs <= nowMs);
  const ordered = kernel.behaviour.importListOrder === 'newest-first' ? visible.reverse() : visible;
  const start = ordered.findIndex(({ id }) => id === query.get('after')) + 1;
  const page = ordered.slice(start, start + limitOf(call));
  const isMore = start + page.length < ordered.length;
  const results = page.map(importBody);
  return replyJson(200, { results, ...pagingOf(call, isMore ? page.at(-1)?.id : undefined) });
}

function runErrors(call: Call): Reply {
  return withJob(call, (job) => {
    const start = Number(call.query.get('after') ?? 0);
    if (!Number.isInteger(start) || start < 0) return replyInvalid('Invalid paging cursor');
    const page = job.errors.slice(start, start + limitOf(call));
    const end = start + page.length;
    const view = {
      includesMessage: call.query.get('includeErrorMessage') === 'true',
      includesRowData: call.query.get('includeRowData') === 'true',
    };
    const results = page.map((error) => errorBody(error, job, view));
    return replyJson(200, { results, ...pagingOf(call, end < job.errors.length ? String(end) : undefined) });
  });
}

function runCancel(call: Call): Reply {
  return withJob(call, (job) => {
    if (!cancelImport(job, call.kernel)) return replyInvalid('The import is over and cannot be canceled');
    const at = new Date(call.nowMs).toISOString();
    return replyJson(200, { status: 'CANCELED', startedAt: at, completedAt: at });
  });
}

const id = '/:importId{[0-9]+}';

export const importUploadRoutes: readonly UploadRoute[] = [
  { method: 'POST', paths: crmPaths('imports', ''), anyScopeOf, run: runStart },
];

export const importRoutes: readonly PlainRoute[] = [
  { method: 'GET', paths: crmPaths('imports', ''), anyScopeOf, run: runList },
  {
    method: 'GET',
    paths: crmPaths('imports', id),
    anyScopeOf,
    run: (call) => withJob(call, (job) => replyJson(200, importBody(job))),
  },
  { method: 'GET', paths: crmPaths('imports', `${id}/errors`), anyScopeOf, run: runErrors },
  { method: 'POST', paths: crmPaths('imports', `${id}/cancel`), anyScopeOf, run: runCancel },
];

import { runSummarySchema } from '@bulk-records/core/contract';
import type { ListedRun, RunJournalRequest, RunSummary } from '@bulk-records/core/contract';
import * as v from 'valibot';
import type { Fetched } from '../hubspot/decode-answer.ts';
import type { Fetching } from '../hubspot/fetch-json.ts';
import { listPrivateFolder } from '../hubspot/list-private-folder.ts';
import { writePrivateFile } from '../hubspot/private-files.ts';
import { HEADS_FOLDER, RECENT_PATH, runIdOf } from './journal-path.ts';
import { readJsonFile } from './read-json-file.ts';

const MAX_RECENT = 30;

/** `hasReport`: its outcomes were filed. */
const recentRunSchema = v.strictObject({ ...runSummarySchema.entries, hasReport: v.optional(v.boolean()) });

type RecentRun = v.InferOutput<typeof recentRunSchema>;

const recentSchema = v.pipe(v.array(recentRunSchema), v.maxLength(MAX_RECENT));

/**
 * Puts a run at the head of the recent ones. Two at the same moment may lose one of each other; the folder's list finds
 * it minutes later.
 */
export async function enlistRun(run: RunSummary, fetching: Fetching): Promise<Fetched<null>> {
  const recent = await readJsonFile(fetching, { path: RECENT_PATH, schema: recentSchema });
  if (!recent.ok) return recent;
  const others = (recent.value ?? []).filter(({ runId }) => runId !== run.runId);
  const hasReport = (recent.value ?? []).some((known) => known.runId === run.runId && known.hasReport);
  const runs = [{ ...run, hasReport }, ...others].sort((one, other) => other.startedAt - one.startedAt);
  return writeRecent(runs, fetching);
}

/** Puts down that a recent run's outcomes were filed. */
export async function noteReport(runId: string, fetching: Fetching): Promise<Fetched<null>> {
  const recent = await readJsonFile(fetching, { path: RECENT_PATH, schema: recentSchema });
  if (!recent.ok) return recent;
  const runs = recent.value ?? [];
  return runs.some((run) => run.runId === runId && run.hasReport !== true)
    ? writeRecent(
        runs.map((run) => (run.runId === runId ? { ...run, hasReport: true } : run)),
        fetching,
      )
    : { ok: true, value: null };
}

/** Takes a run off the recent ones. */
export async function delistRun(runId: string, fetching: Fetching): Promise<Fetched<null>> {
  const recent = await readJsonFile(fetching, { path: RECENT_PATH, schema: recentSchema });
  if (!recent.ok) return recent;
  const others = (recent.value ?? []).filter((run) => run.runId !== runId);
  return others.length === (recent.value ?? []).length
    ? { ok: true, value: null }
    : writeRecent(others, fetching);
}

function writeRecent(runs: readonly RecentRun[], fetching: Fetching): Promise<Fetched<null>> {
  const bytes = new TextEncoder().encode(JSON.stringify(runs.slice(0, MAX_RECENT)));
  return writePrivateFile(fetching, { path: RECENT_PATH, bytes, timeToLive: 'P11M' });
}

export interface RunList {
  readonly runs: readonly ListedRun[];
  readonly after?: string;
}

type ListRequest = Pick<Extract<RunJournalRequest, { operation: 'list' }>, 'after' | 'onlyRecent'>;

/** Runs with a journal, latest first, a page at a time. */
export async function listRuns(
  { after, onlyRecent }: ListRequest,
  fetching: Fetching,
): Promise<Fetched<RunList>> {
  if (onlyRecent === true) return listRecent(fetching);
  const page = await listPrivateFolder(fetching, {
    folder: HEADS_FOLDER,
    ...(after === undefined ? {} : { after }),
  });
  if (!page.ok) return page;
  const recent = after === undefined ? await listRecent(fetching) : NO_RUNS;
  if (!recent.ok) return recent;
  const known = new Set(recent.value.runs.map(({ runId }) => runId));
  const listed = page.value.files.flatMap(({ name }) => runIdOf(name) ?? []);
  const others = [...new Set(listed)].filter((runId) => !known.has(runId));
  const runs = [...recent.value.runs, ...others.map((runId) => ({ runId, summary: null, hasReport: false }))];
  return {
    ok: true,
    value: { runs, ...(page.value.after === undefined ? {} : { after: page.value.after }) },
  };
}

const NO_RUNS: Fetched<RunList> = { ok: true, value: { runs: [] } };

/** Two requests at the most, whatever the portal holds: where the file is, and an address to read it at. */
async function listRecent(fetching: Fetching): Promise<Fetched<RunList>> {
  const recent = await readJsonFile(fetching, { path: RECENT_PATH, schema: recentSchema });
  if (!recent.ok) return recent;
  const runs = (recent.value ?? []).map(({ hasReport = false, ...summary }) => ({
    runId: summary.runId,
    summary,
    hasReport,
  }));
  return { ok: true, value: { runs } };
}

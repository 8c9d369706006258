import { MAX_PIECE_TEXT, MAX_WORK_MS } from '@bulk-records/core/contract';
import type { Failure, RunJournalReply, RunJournalRequest } from '@bulk-records/core/contract';
import { startDeadline } from '../deadline.ts';
import type { HubSpotClient } from '../hubspot/client.ts';
import type { Fetched } from '../hubspot/decode-answer.ts';
import type { Fetching } from '../hubspot/fetch-json.ts';
import { readPrivateFile, writePrivateFile } from '../hubspot/private-files.ts';
import { addressReport, fileReport } from './file-report.ts';
import { forgetRun } from './forget-run.ts';
import { piecePath } from './journal-path.ts';
import { claimLease, releaseLease } from './lease.ts';
import { enlistRun, listRuns } from './list-runs.ts';

type Journal = Extract<RunJournalReply, { ok: true }>['journal'];

type Answered = { readonly ok: true; readonly journal: Journal } | Failure;

/** Stores, fetches, lists and forgets journals of runs, and says who may run a plan. */
export async function answerJournal(
  request: RunJournalRequest,
  client: HubSpotClient,
): Promise<RunJournalReply> {
  let requests = 0;
  const counting: HubSpotClient = {
    ...client,
    send: (sent) => {
      requests += 1;
      return client.send(sent);
    },
  };
  const answered = await answer(request, { client: counting, deadline: startDeadline(MAX_WORK_MS) });
  return answered.ok ? { ...answered, requests } : answered;
}

async function answer(request: RunJournalRequest, fetching: Fetching): Promise<Answered> {
  switch (request.operation) {
    case 'store':
      return reply(await store(request, fetching), done);
    case 'fetch':
      return reply(await fetchPiece(request, fetching), (journal) => journal);
    case 'file-report':
      return reply(await fileReport(request, fetching), (journal) => journal);
    case 'report-address':
      return reply(await addressReport(request, fetching), (journal) => journal);
    case 'enlist':
      return reply(await enlistRun(request.run, fetching), done);
    case 'list':
      return reply(await listRuns(request, fetching), ({ runs, after }) => ({
        kind: 'runs',
        runs: [...runs],
        ...(after === undefined ? {} : { after }),
      }));
    case 'forget':
      return reply(await forgetRun(request.runId, fetching), (isComplete) => ({
        kind: 'forgotten',
        isComplete,
      }));
    case 'claim':
      return reply(await claimLease(request, fetching), (journal) => journal);
    case 'release':
      return reply(await releaseLease(request, fetching), done);
  }
}

function reply<T>(fetched: Fetched<T>, journalOf: (value: T) => Journal): Answered {
  return fetched.ok ? { ok: true, journal: journalOf(fetched.value) } : fetched.failure;
}

function done(): Journal {
  return { kind: 'done' };
}

function store(
  { runId, piece, content, keepDays }: Extract<RunJournalRequest, { operation: 'store' }>,
  fetching: Fetching,
): Promise<Fetched<null>> {
  const bytes = new Uint8Array(Buffer.from(content, 'base64'));
  return writePrivateFile(fetching, { path: piecePath(runId, piece), bytes, timeToLive: `P${keepDays}D` });
}

async function fetchPiece(
  { runId, piece }: Extract<RunJournalRequest, { operation: 'fetch' }>,
  fetching: Fetching,
): Promise<Fetched<Journal>> {
  const maxBytes = Math.floor((MAX_PIECE_TEXT * 3) / 4);
  const read = await readPrivateFile(fetching, { path: piecePath(runId, piece), maxBytes });
  if (!read.ok) return read;
  if (read.value.kind !== 'content') return { ok: true, value: { kind: 'absent' } };
  const content = Buffer.from(read.value.bytes).toString('base64');
  return { ok: true, value: { kind: 'content', content } };
}

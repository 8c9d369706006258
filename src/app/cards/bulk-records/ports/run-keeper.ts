import {
  LEASE_MS,
  MAX_PIECE_TEXT,
  RUN_JOURNAL,
  runJournalReplySchema,
  type Claimed,
  type Fetched,
  type JournalFailure,
  type ListedRun,
  type Pacer,
  type RunJournalReply,
  type RunJournalRequest,
  type RunKeeper,
  type RunReport,
  type Stored,
} from '@bulk-records/core';
import { fromBase64, toBase64 } from './base64.ts';
import { callFunction } from './call-function.ts';

export type ListedRuns =
  | { readonly kind: 'runs'; readonly runs: readonly ListedRun[]; readonly after: string | null }
  | { readonly kind: 'failed'; readonly failure: JournalFailure };

/** Journals of runs, kept by a function in the portal's files. */
export interface CardKeeper extends RunKeeper {
  list(after: string | null): Promise<ListedRuns>;
  /** The latest alone, and cheaply. */
  listRecent(): Promise<ListedRuns>;
  /** Files a compressed report as a private file, and gives an address that soon expires. */
  fileReport(runId: string, report: RunReport, packed: Uint8Array): Promise<FiledReport>;
  /** A fresh address of a report that was filed. */
  reportAddress(runId: string, report: RunReport): Promise<ReportAddress>;
  /** Deletes a run's journal for good. */
  forget(runId: string): Promise<Stored>;
}

export type FiledReport =
  | { readonly kind: 'filed'; readonly url: string; readonly expiresAt: number }
  /** It does not fit into a function call. */
  | { readonly kind: 'too-large' }
  | { readonly kind: 'failed'; readonly failure: JournalFailure };

export type ReportAddress =
  | Extract<FiledReport, { kind: 'filed' | 'failed' }>
  /** It was deleted, or its time is over. */
  | { readonly kind: 'absent' };

/** `keepDays`: after so many days HubSpot deletes a journal by itself. `pacer`: of the card, whose window this uses too. */
export function makeRunKeeper(keepDays: number, pacer: Pick<Pacer, 'beginAside'>): CardKeeper {
  const call = (request: RunJournalRequest): Promise<Answer> => callBeside(pacer, request);
  return {
    store: async (runId, piece, bytes) =>
      toStored(await call({ operation: 'store', runId, piece, content: toBase64(bytes), keepDays })),
    fetch: async (runId, piece) => toFetched(await call({ operation: 'fetch', runId, piece })),
    enlist: async (run) => toStored(await call({ operation: 'enlist', run })),
    claim: async (digest, holder) =>
      toClaimed(await call({ operation: 'claim', digest, holder, leaseMs: LEASE_MS })),
    release: async (digest, holder) => {
      await call({ operation: 'release', digest, holder });
    },
    list: async (after) => toListed(await call({ operation: 'list', ...(after === null ? {} : { after }) })),
    listRecent: async () => toListed(await call({ operation: 'list', onlyRecent: true })),
    fileReport: async (runId, report, packed) => {
      const content = toBase64(packed);
      if (content.length > MAX_PIECE_TEXT) return { kind: 'too-large' };
      const journal = await call({ operation: 'file-report', runId, report, content, keepDays });
      return journal.kind === 'filed' ? journal : { kind: 'failed', failure: failureOf(journal) };
    },
    reportAddress: async (runId, report) => {
      const journal = await call({ operation: 'report-address', runId, report });
      return journal.kind === 'filed' || journal.kind === 'absent' ? journal : failed(failureOf(journal));
    },
    forget: async (runId) => {
      for (let attempt = 0; attempt < MAX_FORGETTING; attempt += 1) {
        const journal = await call({ operation: 'forget', runId });
        if (journal.kind !== 'forgotten') return { kind: 'failed', failure: failureOf(journal) };
        if (journal.isComplete) return { kind: 'stored' };
      }
      return { kind: 'failed', failure: { kind: 'silent', message: '' } };
    },
  };
}

/** A journal of hundreds of pieces is deleted in several calls. */
const MAX_FORGETTING = 50;

type Journal = Extract<RunJournalReply, { ok: true }>['journal'];
type Answer = Journal | { readonly kind: 'failed'; readonly failure: JournalFailure };

/** Until a call tells, and where none does: most of them make fewer requests. */
const EXPECTED_REQUESTS = 4;

async function callBeside(pacer: Pick<Pacer, 'beginAside'>, request: RunJournalRequest): Promise<Answer> {
  const end = pacer.beginAside(EXPECTED_REQUESTS);
  const answer = await callFunction(RUN_JOURNAL, request, runJournalReplySchema);
  end(answer.kind === 'reply' && answer.reply.ok ? answer.reply.requests : EXPECTED_REQUESTS);
  if (answer.kind === 'no-reply') return failed({ kind: 'silent', message: answer.message });
  return answer.reply.ok ? answer.reply.journal : failed({ kind: 'said', error: answer.reply.error });
}

function failed(failure: JournalFailure): Extract<Answer, { kind: 'failed' }> {
  return { kind: 'failed', failure };
}

function failureOf(answer: Answer): JournalFailure {
  return answer.kind === 'failed' ? answer.failure : { kind: 'silent', message: answer.kind };
}

function toListed(answer: Answer): ListedRuns {
  return answer.kind === 'runs'
    ? { kind: 'runs', runs: answer.runs, after: answer.after ?? null }
    : { kind: 'failed', failure: failureOf(answer) };
}

function toStored(answer: Answer): Stored {
  return answer.kind === 'done' ? { kind: 'stored' } : failed(failureOf(answer));
}

function toFetched(answer: Answer): Fetched {
  switch (answer.kind) {
    case 'content':
      return { kind: 'content', bytes: fromBase64(answer.content) };
    case 'absent':
      return { kind: 'absent' };
    case 'done':
    case 'runs':
    case 'filed':
    case 'forgotten':
    case 'claimed':
    case 'held':
    case 'failed':
      return failed(failureOf(answer));
  }
}

function toClaimed(answer: Answer): Claimed {
  return answer.kind === 'claimed' || answer.kind === 'held' ? answer : failed(failureOf(answer));
}

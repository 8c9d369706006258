import * as v from 'valibot';
import { base64Schema } from './base64.ts';
import { failureSchema } from './function-error.ts';
import { notAList } from './json.ts';
import { MAX_JOURNAL_DAYS, MAX_JOURNAL_PIECES, MAX_LEASE_MS, MAX_PIECE_TEXT } from './limits.ts';
import { objectTypeSchema } from './object-type.ts';
import { operationSchema } from './operation.ts';

export const RUN_JOURNAL = 'run_journal';

/** What of a run can be taken away as a file. */
export const RUN_REPORTS = ['outcomes', 'failures'] as const;

/** Letters and digits: it stands in paths and begins trace ids. */
export const runIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9]{8,40}$/, 'expected a run id'));

const digestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'expected a digest'));

const pieceSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('head') }),
  v.strictObject({
    kind: v.picklist(['plan', 'rows']),
    number: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_JOURNAL_PIECES)),
  }),
]);

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const momentMs = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/**
 * `running`: nobody has ended it, so its tab is at work or was closed. `stopped`: rows were left unsent, by the admin or
 * by HubSpot. `finished`: every row that was to be written was.
 */
export const RUN_STATES = ['running', 'stopped', 'finished'] as const;

/** By the kind of outcome. */
const countsSchema = v.pipe(
  notAList,
  v.record(v.pipe(v.string(), v.regex(/^[a-z-]{1,20}$/)), count),
  v.maxEntries(20),
);

/** Which rows of a longer input a run writes, by number as the admin sees them. */
export const runChunkSchema = v.strictObject({
  /** From 1. */
  number: v.pipe(count, v.minValue(1)),
  /** Of how many chunks. */
  count: v.pipe(count, v.minValue(1)),
  firstRow: count,
  lastRow: count,
  /** Of its rows as they were checked, of all before them and of what was decided of them: who does so again has it again. */
  digest: digestSchema,
  /** What became of all rows before them, by the kind of outcome. A chunk is not begun before those are done with. */
  before: countsSchema,
});

/** What a list says of a run. */
const summaryEntries = {
  runId: runIdSchema,
  /** Of the plan that was confirmed. */
  digest: digestSchema,
  operation: operationSchema,
  objectType: objectTypeSchema,
  rowCount: count,
  /** Milliseconds since the epoch. */
  startedAt: momentMs,
  /** As HubSpot names the person to the card; nobody vouches for it. */
  startedBy: v.pipe(v.string(), v.maxLength(200)),
  endedAt: v.nullable(momentMs),
  state: v.picklist(RUN_STATES),
  counts: countsSchema,
  /** The run this one takes back; null for any other. */
  undoes: v.nullable(runIdSchema),
  /** Absent: the run is of a whole input. */
  chunk: v.exactOptional(runChunkSchema),
};

export const runSummarySchema = v.strictObject(summaryEntries);

const contentSchema = base64Schema(MAX_PIECE_TEXT);

export const runJournalRequestSchema = v.variant('operation', [
  v.strictObject({
    operation: v.literal('store'),
    runId: runIdSchema,
    piece: pieceSchema,
    content: contentSchema,
    /** After so many days HubSpot deletes it by itself. */
    keepDays: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_JOURNAL_DAYS)),
  }),
  v.strictObject({ operation: v.literal('fetch'), runId: runIdSchema, piece: pieceSchema }),
  /** Puts a run on the list of recent ones, which is true at once; HubSpot's search lags by minutes. */
  v.strictObject({ operation: v.literal('enlist'), run: runSummarySchema }),
  v.strictObject({
    operation: v.literal('list'),
    after: v.optional(v.pipe(v.string(), v.maxLength(200))),
    /** Reads no folder: a card asks for it on every record's page. */
    onlyRecent: v.exactOptional(v.literal(true)),
  }),
  /** Files a report of a run as a private CSV file, and gives an address that soon expires. */
  v.strictObject({
    operation: v.literal('file-report'),
    runId: runIdSchema,
    report: v.picklist(RUN_REPORTS),
    /** Text as UTF-8, compressed with gzip, as base64. */
    content: contentSchema,
    keepDays: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_JOURNAL_DAYS)),
  }),
  /** Gives a fresh address of a report that was filed. */
  v.strictObject({
    operation: v.literal('report-address'),
    runId: runIdSchema,
    report: v.picklist(RUN_REPORTS),
  }),
  v.strictObject({ operation: v.literal('forget'), runId: runIdSchema }),
  /** Takes or renews the right to run a plan; nobody else gets it until it ends or is released. */
  v.strictObject({
    operation: v.literal('claim'),
    digest: digestSchema,
    holder: runIdSchema,
    leaseMs: v.pipe(v.number(), v.safeInteger(), v.minValue(1000), v.maxValue(MAX_LEASE_MS)),
  }),
  v.strictObject({ operation: v.literal('release'), digest: digestSchema, holder: runIdSchema }),
]);

export const runJournalReplySchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    /** How many requests HubSpot got for it: they use the same window as the run's. */
    requests: count,
    journal: v.variant('kind', [
      v.object({ kind: v.literal('done') }),
      v.object({ kind: v.literal('content'), content: v.string() }),
      v.object({ kind: v.literal('absent') }),
      /** Milliseconds since the epoch, by the function's clock. */
      v.object({ kind: v.literal('filed'), url: v.string(), expiresAt: v.number() }),
      v.object({
        kind: v.literal('runs'),
        /** Latest first. Of an older one only its head says more. */
        runs: v.array(
          v.object({
            runId: runIdSchema,
            summary: v.nullable(runSummarySchema),
            /** Its outcomes were filed, as far as the list knows. */
            hasReport: v.boolean(),
          }),
        ),
        after: v.optional(v.string()),
      }),
      /** `isComplete` false: there was no time for all of it; call again. */
      v.object({ kind: v.literal('forgotten'), isComplete: v.boolean() }),
      v.object({ kind: v.literal('claimed') }),
      /** Milliseconds since the epoch, by the function's clock. */
      v.object({ kind: v.literal('held'), untilMs: v.number() }),
    ]),
  }),
  failureSchema,
]);

export type RunJournalRequest = v.InferOutput<typeof runJournalRequestSchema>;
export type RunJournalReply = v.InferOutput<typeof runJournalReplySchema>;
export type RunChunk = v.InferOutput<typeof runChunkSchema>;
export type RunSummary = v.InferOutput<typeof runSummarySchema>;
export type ListedRun = {
  readonly runId: string;
  readonly summary: RunSummary | null;
  readonly hasReport: boolean;
};
export type RunReport = (typeof RUN_REPORTS)[number];
export type JournalPiece = v.InferOutput<typeof pieceSchema>;

import * as v from 'valibot';
import { apiVersionSchema } from './api-version.ts';
import { base64Schema } from './base64.ts';
import { noAnswerSchema, refusedSchema, requestReportSchema } from './batch-answer.ts';
import { failureSchema } from './function-error.ts';
import {
  MAX_FOLLOWED_IMPORTS,
  MAX_IMPORT_COLUMNS,
  MAX_IMPORT_ERRORS,
  MAX_IMPORT_SLICES,
  MAX_IMPORT_TEXT,
  MAX_RECOGNISING_CELLS,
  MAX_WORK_MS,
} from './limits.ts';
import { objectTypeSchema, propertyNameSchema } from './object-type.ts';
import { runIdSchema } from './run-journal.ts';

export const IMPORT_RECORDS = 'import_records';

/** HubSpot OpenAPI, PublicImportResponse, 2026-03. `UNKNOWN`: one that HubSpot has added since. */
export const IMPORT_STATES = [
  'STARTED',
  'PROCESSING',
  'DONE',
  'FAILED',
  'CANCELED',
  'DEFERRED',
  'REVERTED',
  'UNKNOWN',
] as const;

/** What an import may do; archiving it cannot. */
export const IMPORT_OPERATIONS = ['create', 'update', 'upsert'] as const;

/** What a column is for: it names the record, by id or by a unique property, or it brings a value. */
export const IMPORT_COLUMN_KINDS = ['record-id', 'unique-key', 'value'] as const;

const importIdSchema = v.pipe(v.string(), v.regex(/^\d{1,20}$/, 'expected an import id'));
const afterSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const columnSchema = v.strictObject({
  property: propertyNameSchema,
  kind: v.picklist(IMPORT_COLUMN_KINDS),
});

const columnNumberSchema = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(0),
  v.maxValue(MAX_IMPORT_COLUMNS - 1),
);

const common = {
  apiVersion: apiVersionSchema,
  workMs: v.pipe(v.number(), v.minValue(100), v.maxValue(MAX_WORK_MS)),
};

export const importRecordsRequestSchema = v.variant('task', [
  /**
   * Hands one slice of a run to HubSpot. Run and slice become the import's name, by which `find` tells whether an upload
   * arrived whose answer was lost. Nothing here is safe to repeat before that.
   */
  v.strictObject({
    task: v.literal('start'),
    ...common,
    objectType: objectTypeSchema,
    runId: runIdSchema,
    slice: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_IMPORT_SLICES)),
    operation: v.picklist(IMPORT_OPERATIONS),
    columns: v.pipe(v.array(columnSchema), v.minLength(1), v.maxLength(MAX_IMPORT_COLUMNS)),
    /** CSV in UTF-8 whose header line names the properties in the order of `columns`; gzip, as base64. */
    content: base64Schema(MAX_IMPORT_TEXT),
  }),
  v.strictObject({
    task: v.literal('follow'),
    ...common,
    importIds: v.pipe(v.array(importIdSchema), v.minLength(1), v.maxLength(MAX_FOLLOWED_IMPORTS)),
  }),
  v.strictObject({
    task: v.literal('errors'),
    ...common,
    importId: importIdSchema,
    after: v.optional(afterSchema),
    limit: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_IMPORT_ERRORS)),
    /** Columns whose cells are to come along, from 0. */
    cellsOf: v.pipe(v.array(columnNumberSchema), v.maxLength(MAX_RECOGNISING_CELLS)),
  }),
  /** Safe to repeat. What was written stays written. */
  v.strictObject({ task: v.literal('cancel'), ...common, importId: importIdSchema }),
  /** All imports of a run, page by page through the portal's; without `after` in the reply there are no more. */
  v.strictObject({ task: v.literal('find'), ...common, runId: runIdSchema, after: v.optional(afterSchema) }),
]);

const stateSchema = v.picklist(IMPORT_STATES);
const moment = v.nullable(v.string());

const importSchema = v.object({
  importId: v.string(),
  state: stateSchema,
  /** By HubSpot's names (`CREATED_OBJECTS`); one that is not here is 0. */
  counters: v.record(v.string(), v.number()),
  /** In ISO 8601; null where HubSpot does not say. */
  createdAt: moment,
  updatedAt: moment,
});

/**
 * What an error of an import says of its row. `cell`: one value was left out, the rest of the row may be written. `row`:
 * the row was not written. `link`: an association was not made. `file`: it speaks of no row. `open`: it may be either.
 */
export const ERROR_REACHES = ['cell', 'row', 'link', 'file', 'open'] as const;

const importErrorSchema = v.object({
  errorId: v.string(),
  /** HubSpot's name; it may be one that nobody documents. */
  errorType: v.string(),
  /** `open` where an older function does not say. */
  reach: v.optional(v.picklist(ERROR_REACHES), 'open'),
  message: v.string(),
  invalidValue: v.nullable(v.string()),
  /** From 0. */
  columnNumber: v.nullable(v.number()),
  /** As HubSpot counts; 0 speaks for the whole file. */
  lineNumber: v.number(),
  objectTypeId: v.nullable(v.string()),
  extraContext: v.nullable(v.string()),
  /** Of the columns asked for, in their order and possibly shortened; null where the row has none. */
  cells: v.array(v.nullable(v.string())),
});

const requests = v.array(requestReportSchema);

export const importRecordsReplySchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    result: v.variant('kind', [
      v.object({ kind: v.literal('started'), importId: v.string(), state: stateSchema, requests }),
      /** Start: HubSpot took nothing of it. */
      refusedSchema,
      /** Start: it may be running. Ask `find` before sending it again. */
      noAnswerSchema,
      v.object({
        kind: v.literal('followed'),
        imports: v.array(importSchema),
        /** HubSpot knows no such import. */
        missingIds: v.array(v.string()),
        /** Nothing was learned of these. */
        unreadIds: v.array(v.string()),
        requests,
      }),
      v.object({
        kind: v.literal('errors'),
        errors: v.array(importErrorSchema),
        /** Where the next page begins; absent on the last. */
        after: v.optional(v.string()),
        requests,
      }),
      v.object({ kind: v.literal('canceling'), requests }),
      v.object({
        kind: v.literal('found'),
        imports: v.array(
          v.object({
            importId: v.string(),
            slice: v.number(),
            state: stateSchema,
            createdAt: moment,
          }),
        ),
        after: v.optional(v.string()),
        requests,
      }),
    ]),
  }),
  failureSchema,
]);

export type ImportRecordsRequest = v.InferOutput<typeof importRecordsRequestSchema>;
export type ImportRecordsReply = v.InferOutput<typeof importRecordsReplySchema>;
export type ImportResult = Extract<ImportRecordsReply, { ok: true }>['result'];
export type ImportState = (typeof IMPORT_STATES)[number];
export type ImportOperation = (typeof IMPORT_OPERATIONS)[number];
export type ImportColumn = v.InferOutput<typeof columnSchema>;
export type ErrorReach = (typeof ERROR_REACHES)[number];
export type ImportError = v.InferOutput<typeof importErrorSchema>;
export type FollowedImport = v.InferOutput<typeof importSchema>;

import { IMPORT_STATES } from '@bulk-records/core/contract';
import * as v from 'valibot';

/** Ids are texts in the specification, as they were for other resources whose recorded answers have numbers. */
const id = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.safeInteger())]),
  v.transform(String),
  v.regex(/^\d{1,20}$/, 'expected an import id'),
);

const text = v.fallback(v.nullish(v.string(), null), null);
const moment = v.fallback(v.nullish(v.pipe(v.string(), v.maxLength(40)), null), null);

/** HubSpot may add states; one that is not known is not over. */
const state = v.fallback(v.picklist(IMPORT_STATES), 'UNKNOWN');

const counters = v.fallback(v.record(v.string(), v.fallback(v.number(), 0)), {});

/** HubSpot OpenAPI, PublicImportResponse, 2026-03. */
export const importBodySchema = v.object({
  id,
  state,
  importName: text,
  createdAt: moment,
  updatedAt: moment,
  metadata: v.optional(v.object({ counters: v.optional(counters, {}) }), {}),
});

const paging = v.optional(v.nullable(v.object({ next: v.nullish(v.object({ after: v.string() })) })));

/** CollectionResponsePublicImportResponseForwardPaging. */
export const importListBodySchema = v.object({ results: v.array(importBodySchema), paging });

/** PublicImportError. What may be missing in practice counts as missing, never as another error. */
const errorBodySchema = v.object({
  id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  errorType: v.string(),
  errorMessage: text,
  extraContext: text,
  invalidValue: text,
  invalidValueToDisplay: text,
  knownColumnNumber: v.fallback(v.nullish(v.pipe(v.number(), v.safeInteger()), null), null),
  objectTypeId: text,
  sourceData: v.object({
    lineNumber: v.pipe(v.number(), v.safeInteger()),
    rowData: v.fallback(v.nullish(v.array(v.nullable(v.string())), null), null),
  }),
});

/** CollectionResponsePublicImportErrorForwardPaging. */
export const errorListBodySchema = v.object({ results: v.array(errorBodySchema), paging });

export type ImportBody = v.InferOutput<typeof importBodySchema>;
export type ErrorBody = v.InferOutput<typeof errorBodySchema>;
type Paging = v.InferOutput<typeof paging>;

/** Where the next page begins, in the form the contract has it. */
export function afterOf(given: Paging): { after?: string } {
  const after = given?.next?.after;
  return after === undefined || after === '' ? {} : { after };
}

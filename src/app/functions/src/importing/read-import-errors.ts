import { reachOf } from '@bulk-records/core/contract';
import type { ImportError, ImportRecordsReply, ImportRecordsRequest } from '@bulk-records/core/contract';
import type { Fetching } from '../hubspot/fetch-json.ts';
import { importsPath } from '../hubspot/paths.ts';
import { askAboutImports } from './ask-about-imports.ts';
import { afterOf, errorListBodySchema } from './import-body.ts';
import type { ErrorBody } from './import-body.ts';

type ErrorsRequest = Extract<ImportRecordsRequest, { task: 'errors' }>;

/** A page of a hundred errors stays far below what a function may answer. */
const MAX_TEXT = 500;
const MAX_CELL = 1000;

/** One page of an import's errors, in HubSpot's order. */
export async function readImportErrors(
  { apiVersion, importId, after, limit, cellsOf }: ErrorsRequest,
  fetching: Fetching,
): Promise<ImportRecordsReply> {
  const asked = await askAboutImports(fetching, {
    path: importsPath(apiVersion, `${importId}/errors`),
    query: {
      limit: String(limit),
      includeErrorMessage: 'true',
      includeRowData: 'true',
      ...(after === undefined ? {} : { after }),
    },
    schema: errorListBodySchema,
    task: 'read the errors of an import',
  });
  if (!asked.ok) return asked.failure;
  const { results, paging } = asked.value;
  const errors = results.map((error) => describe(error, cellsOf));
  return {
    ok: true,
    result: { kind: 'errors', errors, ...afterOf(paging), requests: [asked.request] },
  };
}

function describe(error: ErrorBody, cellsOf: readonly number[]): ImportError {
  const { rowData, lineNumber } = error.sourceData;
  return {
    errorId: error.id.slice(0, MAX_TEXT),
    errorType: error.errorType.slice(0, MAX_TEXT),
    reach: reachOf(error.errorType),
    message: (error.errorMessage ?? '').slice(0, MAX_TEXT),
    invalidValue: shorten(error.invalidValueToDisplay ?? error.invalidValue),
    columnNumber: error.knownColumnNumber,
    lineNumber,
    objectTypeId: shorten(error.objectTypeId),
    extraContext: shorten(error.extraContext),
    cells: cellsOf.map((column) => rowData?.[column]?.slice(0, MAX_CELL) ?? null),
  };
}

function shorten(text: string | null): string | null {
  return text === null ? null : text.slice(0, MAX_TEXT);
}

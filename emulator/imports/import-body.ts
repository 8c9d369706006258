import type { Json } from '../format/json.ts';
import type { ImportJob, ImportJobError } from './import-job.ts';

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** Only what there is any of: HubSpot leaves counters of nothing out. */
function counters(job: ImportJob): Json {
  const counts: Readonly<Record<string, number>> = {
    TOTAL_ROWS: job.rowsDone,
    CREATED_OBJECTS: job.createdIds.length,
    UPDATED_OBJECTS: job.updatedCount,
    UNIQUE_OBJECTS_WRITTEN: job.writtenIds.size,
    PROPERTY_VALUES_EMITTED: job.valueCount,
    MAPPED_COLUMNS: job.order.columns.length,
    ERRORS: job.errors.length,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** HubSpot OpenAPI, PublicImportResponse, 2026-03. */
export function importBody(job: ImportJob): Json {
  const { id, order, state, createdAtMs, updatedAtMs } = job;
  return {
    state,
    createdAt: iso(createdAtMs),
    metadata: { objectLists: [], counters: counters(job), fileIds: [`9${id}`] },
    importName: order.name,
    updatedAt: iso(updatedAtMs),
    optOutImport: false,
    importSource: 'API',
    mappedObjectTypeIds: [order.objectTypeId],
    id,
  };
}

export interface ErrorView {
  readonly includesMessage: boolean;
  readonly includesRowData: boolean;
}

/** HubSpot OpenAPI, PublicImportError. */
export function errorBody(error: ImportJobError, job: ImportJob, view: ErrorView): Json {
  return {
    id: error.id,
    createdAt: error.atMs,
    errorType: error.errorType,
    ...(view.includesMessage ? { errorMessage: error.message } : {}),
    ...(error.invalidValue === undefined
      ? {}
      : { invalidValue: error.invalidValue, invalidValueToDisplay: error.invalidValue }),
    ...(error.column === undefined || error.column < 0 ? {} : { knownColumnNumber: error.column }),
    objectTypeId: job.order.objectTypeId,
    sourceData: {
      fileId: Number(job.id),
      lineNumber: error.lineNumber,
      rowData: view.includesRowData ? [...error.rowData] : [],
      containsEncryptedProperties: false,
    },
  };
}

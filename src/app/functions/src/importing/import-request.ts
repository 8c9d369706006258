import type { ImportColumn, ImportRecordsRequest, JsonValue } from '@bulk-records/core/contract';
import { typeIdOf } from './find-import-problems.ts';
import { nameImport } from './import-name.ts';

type StartRequest = Extract<ImportRecordsRequest, { task: 'start' }>;

const FILE_NAME = 'records.csv';

/**
 * The form of `POST /crm/v3/imports`. Dates are ISO dates, and nobody becomes a marketing contact or lands on a list:
 * whoever is imported into a portal with marketing contacts would be paid for. Source: HubSpot, imports guide.
 */
export function importForm(request: StartRequest, csv: Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData();
  form.append('importRequest', JSON.stringify(importRequestOf(request)));
  form.append('files', new Blob([csv], { type: 'text/csv' }), FILE_NAME);
  return form;
}

function importRequestOf(request: StartRequest): JsonValue {
  const typeId = typeIdOf(request.objectType) ?? request.objectType;
  return {
    name: nameImport(request),
    importOperations: { [typeId]: request.operation.toUpperCase() },
    dateFormat: 'YEAR_MONTH_DAY',
    marketableContactImport: false,
    createContactListFromImport: false,
    files: [
      {
        fileName: FILE_NAME,
        fileFormat: 'CSV',
        fileImportPage: {
          hasHeader: true,
          columnMappings: request.columns.map((column) => mappingOf(column, typeId)),
        },
      },
    ],
  };
}

function mappingOf({ property, kind }: ImportColumn, typeId: string): JsonValue {
  const mapping = { columnObjectTypeId: typeId, columnName: property, propertyName: property };
  switch (kind) {
    case 'record-id':
      return { ...mapping, columnType: 'HUBSPOT_OBJECT_ID' };
    case 'unique-key':
      return { ...mapping, columnType: 'HUBSPOT_ALTERNATE_ID' };
    case 'value':
      return mapping;
  }
}

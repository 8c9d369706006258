import { describe, expect, it } from 'vitest';
import { importForm } from './import-request.ts';

const request: Parameters<typeof importForm>[0] = {
  task: 'start',
  apiVersion: '2026-03',
  workMs: 4000,
  runId: 'run12345678',
  slice: 7,
  content: '',
  objectType: 'companies',
  operation: 'update',
  columns: [
    { property: 'hs_object_id', kind: 'record-id' },
    { property: 'name', kind: 'value' },
  ],
};

async function partsOf(change: Partial<Parameters<typeof importForm>[0]> = {}) {
  const csv = new TextEncoder().encode('hs_object_id,name\r\n1,Ø\r\n');
  const form = importForm({ ...request, ...change }, csv);
  const file = form.get('files');
  const text = file instanceof File ? await file.text() : '';
  const described = form.get('importRequest');
  const importRequest: unknown = typeof described === 'string' ? JSON.parse(described) : undefined;
  return { importRequest, text, name: file instanceof File ? file.name : '' };
}

describe('the request of an import', () => {
  it('names columns by type id, in the order of the file', async () => {
    const columnObjectTypeId = '0-2';
    expect((await partsOf()).importRequest).toEqual({
      name: 'bulk-records run12345678 7',
      importOperations: { '0-2': 'UPDATE' },
      dateFormat: 'YEAR_MONTH_DAY',
      marketableContactImport: false,
      createContactListFromImport: false,
      files: [
        {
          fileName: 'records.csv',
          fileFormat: 'CSV',
          fileImportPage: {
            hasHeader: true,
            columnMappings: [
              {
                columnObjectTypeId,
                columnName: 'hs_object_id',
                propertyName: 'hs_object_id',
                columnType: 'HUBSPOT_OBJECT_ID',
              },
              { columnObjectTypeId, columnName: 'name', propertyName: 'name' },
            ],
          },
        },
      ],
    });
  });

  it('has the file as it was given', async () => {
    expect(await partsOf()).toMatchObject({ text: 'hs_object_id,name\r\n1,Ø\r\n', name: 'records.csv' });
  });

  it('names a unique key and a custom object', async () => {
    const { importRequest } = await partsOf({
      objectType: '2-1234567',
      operation: 'upsert',
      columns: [{ property: 'vin', kind: 'unique-key' }],
    });
    const columnMappings = [{ columnObjectTypeId: '2-1234567', columnType: 'HUBSPOT_ALTERNATE_ID' }];
    expect(importRequest).toMatchObject({
      importOperations: { '2-1234567': 'UPSERT' },
      files: [{ fileImportPage: { columnMappings } }],
    });
  });
});

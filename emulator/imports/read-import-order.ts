import * as v from 'valibot';
import type { UploadCall } from '../http/call.ts';
import { decodeBody, notArray } from '../http/decode-body.ts';
import type { Reply } from '../http/reply.ts';
import { replyInvalid, replyRefusal } from '../http/reply.ts';
import { isReadKey } from '../reads/find-record.ts';
import type { TypeStore } from '../store/portal.ts';
import type { WriteOperation } from '../writes/write-batch.ts';
import type { ImportColumn, ImportOrder, ImportProblem } from './import-job.ts';
import { readCsv } from './read-csv.ts';
import type { CsvRecord } from './read-csv.ts';

const mapping = v.object({
  columnObjectTypeId: v.string(),
  columnName: v.string(),
  propertyName: v.string(),
  columnType: v.nullish(v.picklist(['HUBSPOT_OBJECT_ID', 'HUBSPOT_ALTERNATE_ID', 'STANDARD'])),
});

const file = v.object({
  fileName: v.string(),
  fileFormat: v.literal('CSV'),
  fileImportPage: v.object({ hasHeader: v.literal(true), columnMappings: v.array(mapping) }),
});

/** What the emulator knows of an import: one CSV file with a header, of one object type, its dates in ISO. */
const requestBody = v.pipe(
  notArray,
  v.object({
    name: v.string(),
    importOperations: v.optional(v.record(v.string(), v.picklist(['CREATE', 'UPDATE', 'UPSERT'])), {}),
    dateFormat: v.literal('YEAR_MONTH_DAY'),
    files: v.array(file),
  }),
);

const javaTypes = {
  body: 'com.hubspot.inbounddb.importing.PublicImportRequest$Json',
  input: 'com.hubspot.inbounddb.importing.PublicImportFile$Json',
};

export type ReadOrder =
  | { readonly kind: 'order'; readonly order: ImportOrder }
  | { readonly kind: 'refused'; readonly reply: Reply };

/** HubSpot, imports: 512 MB and 1,048,576 rows a file. */
const maxBytes = 512 * 1024 * 1024;
const maxRows = 1_048_576;
const dayMs = 86_400_000;

function refuse(message: string): ReadOrder {
  return { kind: 'refused', reply: replyInvalid(message) };
}

/** What a request orders, or why it is refused as a whole. */
export function readImportOrder(call: UploadCall): ReadOrder {
  const requestText = call.form.fields.get('importRequest');
  if (requestText === undefined) return refuse('importRequest is required');
  const decoded = decodeBody(requestText, requestBody, javaTypes);
  if (decoded.kind === 'undecodable') return refuse(decoded.message);
  const [described] = decoded.value.files;
  const sent = call.form.files.find(({ name }) => name === described?.fileName);
  if (described === undefined || decoded.value.files.length > 1) return refuse('Expected one file');
  if (sent === undefined) return refuse(`Unable to find the file ${described.fileName}`);
  if (sent.bytes.byteLength > maxBytes) return refuse('The file is larger than 512 MB');
  const [header, ...rows] = readCsv(new TextDecoder().decode(sent.bytes));
  const columns = described.fileImportPage.columnMappings;
  if (header === undefined || rows.length === 0) return refuse('The file has no rows');
  if (rows.length >= maxRows) return refuse(`The file has more than ${maxRows} rows`);
  const typeId = columns[0]?.columnObjectTypeId ?? '';
  const store = call.kernel.portal.findType(typeId);
  const isOneType = columns.every(({ columnObjectTypeId }) => columnObjectTypeId === typeId);
  if (store?.objectType.id !== typeId || !isOneType) return refuse('Unknown object type in columnMappings');
  const names = columns.map(({ columnName }) => columnName);
  if (names.join('\n') !== header.cells.join('\n')) return refuse('The columns do not match the header');
  const operation = decoded.value.importOperations[typeId] ?? 'UPSERT';
  return judge({ call, store, columns, rows, name: decoded.value.name, operation });
}

interface Draft {
  readonly call: UploadCall;
  readonly store: TypeStore;
  readonly columns: readonly v.InferOutput<typeof mapping>[];
  readonly rows: readonly CsvRecord[];
  readonly name: string;
  readonly operation: 'CREATE' | 'UPDATE' | 'UPSERT';
}

const operations = { CREATE: 'create', UPDATE: 'update', UPSERT: 'upsert' } as const satisfies Record<
  string,
  WriteOperation
>;

function judge({ call, store, rows, name, ...draft }: Draft): ReadOrder {
  const { kernel, nowMs, version, grant, path } = call;
  const columns = draft.columns.map(({ propertyName, columnType }): ImportColumn => {
    return { propertyName, columnType: columnType ?? 'STANDARD' };
  });
  const operation = operations[draft.operation];
  const problem = findColumnProblem(columns, operation, store);
  if (problem !== undefined && kernel.behaviour.importOfBadColumn === 'refused')
    return refuse(problem.message);
  if (kernel.imports.rowsSince(nowMs - dayMs) + rows.length > kernel.behaviour.importRowsPerDay) {
    const refusal = { message: 'The daily limit of imported rows is reached', category: 'RATE_LIMITS' };
    return { kind: 'refused', reply: replyRefusal(429, refusal) };
  }
  const order = {
    name,
    objectTypeId: store.objectType.id,
    operation,
    columns,
    rows,
    version,
    path,
  };
  const late = problem === undefined ? {} : { lateProblem: problem };
  return { kind: 'order', order: { ...order, appId: grant.appId, ...late } };
}

/** What no row can help. */
function findColumnProblem(
  columns: readonly ImportColumn[],
  operation: WriteOperation,
  store: TypeStore,
): ImportProblem | undefined {
  for (const { propertyName, columnType } of columns) {
    const property = store.properties.get(propertyName);
    if (property === undefined) {
      const message = `Property "${propertyName}" does not exist`;
      return { errorType: 'PROPERTY_DEFINITION_NOT_FOUND', message };
    }
    const message = columnMessage(propertyName, columnType, { isReadOnly: property.readOnlyValue, store });
    if (message !== undefined) return { errorType: 'INVALID_COLUMN_CONFIGURATION', message };
  }
  const hasKey = columns.some(({ columnType }) => columnType !== 'STANDARD');
  if (operation !== 'create' && !hasKey) {
    return { errorType: 'INVALID_COLUMN_CONFIGURATION', message: 'No column identifies the records' };
  }
  return undefined;
}

function columnMessage(
  propertyName: string,
  columnType: ImportColumn['columnType'],
  { isReadOnly, store }: { readonly isReadOnly: boolean; readonly store: TypeStore },
): string | undefined {
  switch (columnType) {
    case 'HUBSPOT_OBJECT_ID':
      return propertyName === 'hs_object_id' ? undefined : `${propertyName} is not the record id`;
    case 'HUBSPOT_ALTERNATE_ID':
      return isReadKey(propertyName, store) ? undefined : `${propertyName} is not unique`;
    case 'STANDARD':
      return isReadOnly ? `"${propertyName}" is read only` : undefined;
  }
}

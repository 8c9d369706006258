import * as v from 'valibot';
import { defaultToken } from '../http/access.ts';
import { openDesk, readAnswer } from './portal-desk.ts';
import type { Asked, PortalDesk } from './portal-desk.ts';

const importSchema = v.looseObject({
  id: v.string(),
  state: v.string(),
  importName: v.string(),
  metadata: v.looseObject({ counters: v.record(v.string(), v.number()) }),
});
const errorSchema = v.looseObject({
  id: v.string(),
  errorType: v.string(),
  knownColumnNumber: v.optional(v.number()),
  invalidValue: v.optional(v.string()),
  sourceData: v.looseObject({ lineNumber: v.number(), rowData: v.array(v.string()) }),
});
const nextSchema = v.optional(v.object({ next: v.object({ after: v.string() }) }));
const errorsSchema = v.object({ results: v.array(errorSchema), paging: nextSchema });
const listSchema = v.object({ results: v.array(importSchema), paging: nextSchema });

export type ImportAnswer = v.InferOutput<typeof importSchema>;
type ErrorAnswer = v.InferOutput<typeof errorSchema>;

export interface SentImport {
  readonly name?: string;
  readonly objectTypeId?: string;
  readonly operation?: 'CREATE' | 'UPDATE' | 'UPSERT';
  /** Property names; `*` behind the alternate id, `#` behind the record id. */
  readonly columns: readonly string[];
  /** The file without its header. */
  readonly rows: readonly string[];
}

/** A desk with short ways to imports. */
export interface ImportDesk extends PortalDesk {
  send(sent: SentImport, path?: string): Promise<Asked>;
  start(sent: SentImport): Promise<ImportAnswer>;
  look(id: string): Promise<ImportAnswer>;
  /** Lets so much time pass that every import is over. */
  finish(): void;
  errors(id: string, query?: string): Promise<readonly ErrorAnswer[]>;
  list(query?: string): Promise<v.InferOutput<typeof listSchema>>;
}

const marks = { '*': 'HUBSPOT_ALTERNATE_ID', '#': 'HUBSPOT_OBJECT_ID' } as const;

function requestOf({ name = 'people', objectTypeId = '0-1', operation = 'UPSERT', columns }: SentImport) {
  const columnMappings = columns.map((column) => {
    const propertyName = column.replace(/[*#]$/u, '');
    const columnType = column.endsWith('*') ? marks['*'] : column.endsWith('#') ? marks['#'] : undefined;
    return { columnObjectTypeId: objectTypeId, columnName: propertyName, propertyName, columnType };
  });
  const fileImportPage = { hasHeader: true, columnMappings };
  return {
    name,
    importOperations: { [objectTypeId]: operation },
    dateFormat: 'YEAR_MONTH_DAY',
    files: [{ fileName: 'people.csv', fileFormat: 'CSV', fileImportPage }],
  };
}

export function importForm(sent: SentImport): FormData {
  const header = sent.columns.map((column) => column.replace(/[*#]$/u, '')).join(',');
  const form = new FormData();
  form.append('importRequest', JSON.stringify(requestOf(sent)));
  form.append('files', new Blob([[header, ...sent.rows].join('\r\n')]), 'people.csv');
  return form;
}

export function openImportDesk(...[options]: Parameters<typeof openDesk>): ImportDesk {
  const desk = openDesk(options);
  const post = async (path: string, body: FormData): Promise<Asked> => {
    const headers = { Authorization: `Bearer ${defaultToken}` };
    const request = new Request(`https://api.hubapi.com${path}`, { method: 'POST', headers, body });
    return readAnswer(await desk.emulator.fetch(request));
  };
  const send = (sent: SentImport, path = '/crm/v3/imports') => post(path, importForm(sent));
  return {
    ...desk,
    send,
    start: async (sent) => v.parse(importSchema, (await send(sent)).json()),
    look: async (id) => v.parse(importSchema, (await desk.get(`/crm/v3/imports/${id}`)).json()),
    finish: () => {
      desk.clock.advance(3_600_000);
    },
    errors: async (id, query = 'includeErrorMessage=true&includeRowData=true&limit=100') =>
      v.parse(errorsSchema, (await desk.get(`/crm/v3/imports/${id}/errors?${query}`)).json()).results,
    list: async (query = '') => v.parse(listSchema, (await desk.get(`/crm/v3/imports?${query}`)).json()),
  };
}

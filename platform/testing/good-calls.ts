import { gzipSync } from 'node:zlib';

/** Stands in every text a person may have typed, so that it is found wherever it leaks. */
export const MARK = 'mark5f1c9e';

const target = { objectType: 'contacts', apiVersion: '2026-03' };
const work = { workMs: 4000, maxRequests: 10 };
const email = `${MARK}@example.org`;
const between = {
  apiVersion: '2026-03',
  fromObjectType: 'contacts',
  toObjectType: 'companies',
  workMs: 4000,
};
const input = { objectWriteTraceId: 't1', properties: { email, city: MARK } };
const association = {
  to: { id: '9' },
  types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 }],
};
const keyed = { ...input, id: email, idProperty: 'email' };
const runId = 'run12345678';
const digest = 'f'.repeat(64);
const piece = { kind: 'plan', number: 1 };
const content = Buffer.from(MARK).toString('base64');
const packed = gzipSync(MARK).toString('base64');
const asking = { apiVersion: '2026-03', workMs: 4000 };
const importing = {
  ...{ task: 'start', ...target, workMs: 4000, runId, slice: 1, operation: 'upsert' },
  columns: [
    { property: 'email', kind: 'unique-key' },
    { property: 'city', kind: 'value' },
  ],
  content: gzipSync(`email,city\r\n${email},${MARK}\r\n`).toString('base64'),
};
const headers = [MARK, 'Email'];
const mapping = {
  kind: 'bulk-records-mapping',
  version: 1,
  savedAt: '2026-03-12T10:00:00.000Z',
  objectType: 'contacts',
  operation: 'upsert',
  keyProperty: 'email',
  columns: headers.map((header) => ({ header, property: 'email', choices: {} })),
  choices: {},
};
const run = {
  ...{ runId, operation: 'upsert', objectType: 'contacts', rowCount: 1, startedAt: 1, startedBy: MARK },
  ...{ endedAt: 2, state: 'running', counts: { created: 1 }, undoes: 'run87654321', digest },
};

/** Good parameters of every function: what a run of the card calls, and what hostile ones are made from. */
export const goodCalls: readonly (readonly [uid: string, parameters: object])[] = [
  ['list_object_types', {}],
  ['card_words', { locale: 'de' }],
  ['describe_object_type', target],
  ['row_property', target],
  ['associate_records', { ...between, operation: 'list-types' }],
  ['associate_records', { ...between, operation: 'read', fromIds: ['17'] }],
  [
    'associate_records',
    { ...between, operation: 'create', pairs: [{ fromId: '17', toId: '9', types: association.types }] },
  ],
  [
    'read_records',
    { ...target, ...work, ids: [email], idProperty: 'email', properties: ['city'], archived: false },
  ],
  [
    'read_records',
    { ...target, ...work, ids: [email], idProperty: 'city', bySearch: true, properties: [], archived: false },
  ],
  ...['create', 'upsert', 'update', 'archive'].map((operation): readonly [string, object] => [
    'write_records',
    { ...target, ...work, operation, batches: [{ batchId: 'b1', inputs: [inputOf(operation)] }] },
  ]),
  ['mapping_memory', { operation: 'keep', mapping }],
  ['mapping_memory', { operation: 'recall', objectType: 'contacts', headers }],
  ['mapping_memory', { operation: 'forget', objectType: 'contacts', headers }],
  ['import_records', importing],
  ['import_records', { task: 'follow', ...asking, importIds: ['17'] }],
  ['import_records', { task: 'errors', ...asking, importId: '17', limit: 100, cellsOf: [0] }],
  ['import_records', { task: 'cancel', ...asking, importId: '17' }],
  ['import_records', { task: 'find', ...asking, runId }],
  ['run_journal', { operation: 'claim', digest, holder: runId, leaseMs: 60_000 }],
  ['run_journal', { operation: 'store', runId, piece, content, keepDays: 30 }],
  ['run_journal', { operation: 'fetch', runId, piece }],
  ['run_journal', { operation: 'enlist', run }],
  ['run_journal', { operation: 'list' }],
  ['run_journal', { operation: 'list', onlyRecent: true }],
  ['run_journal', { operation: 'file-report', runId, report: 'failures', content: packed, keepDays: 30 }],
  ['run_journal', { operation: 'report-address', runId, report: 'outcomes' }],
  ['run_journal', { operation: 'forget', runId }],
  ['run_journal', { operation: 'release', digest, holder: runId }],
];

function inputOf(operation: string): object {
  switch (operation) {
    case 'create':
      return { ...input, associations: [association] };
    case 'archive':
      return { objectWriteTraceId: 't1', id: '17' };
    case 'update':
      return { ...input, id: '17' };
    default:
      return keyed;
  }
}

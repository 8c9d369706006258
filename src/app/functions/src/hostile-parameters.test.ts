import { describe, expect, it } from 'vitest';
import { main as associateRecords } from './associate-records.ts';
import { main as cardWords } from './card-words.ts';
import { main as describeObjectType } from './describe-object-type.ts';
import { main as importRecords } from './import-records.ts';
import { main as listObjectTypes } from './list-object-types.ts';
import { main as mappingMemory } from './mapping-memory.ts';
import { main as runJournal } from './run-journal.ts';
import { main as readRecords } from './read-records.ts';
import { main as rowProperty } from './row-property.ts';
import { json } from './testing/fake-hubspot.ts';
import { TEST_TOKEN, serveFakeHubSpot } from './testing/run-function.ts';
import { main as writeRecords } from './write-records.ts';

const describing = { objectType: 'contacts', apiVersion: '2026-03' };
const reading = {
  ...describing,
  ids: ['1'],
  properties: ['city'],
  archived: false,
  workMs: 4000,
  maxRequests: 10,
};
const input = { objectWriteTraceId: 't1', properties: { city: 'Bonn' } };
const writing = {
  ...describing,
  operation: 'create',
  workMs: 4000,
  maxRequests: 10,
  batches: [{ batchId: 'b1', inputs: [input] }],
};

const recalling = { operation: 'recall', objectType: 'contacts', headers: ['Email'] };
const column = { header: 'Email', property: 'email', choices: {} };
const mapping = {
  kind: 'bulk-records-mapping',
  version: 1,
  savedAt: '2026-03-12T10:00:00.000Z',
  objectType: 'contacts',
  operation: 'upsert',
  keyProperty: 'email',
  columns: [column],
  choices: {},
};

function keepOf(change: object): object {
  return { operation: 'keep', mapping: { ...mapping, ...change } };
}

function writeOf(change: object): object {
  return { ...writing, batches: [{ batchId: 'b1', inputs: [{ ...input, ...change }] }] };
}

const between = {
  apiVersion: '2026-03',
  fromObjectType: 'contacts',
  toObjectType: 'companies',
  workMs: 4000,
};
const plainType = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 };
const associating = {
  ...between,
  operation: 'create',
  pairs: [{ fromId: '1', toId: '2', types: [plainType] }],
};
const readingLinks = { ...between, operation: 'read', fromIds: ['1'] };

/** JSON.parse makes `__proto__` an own key, as the network does; an object literal would not. */
function parse(text: string): unknown {
  return JSON.parse(text);
}

type Call = readonly [main: (context: unknown) => Promise<unknown>, parameters: unknown];

const badObjectTypes = [
  ...[
    '',
    ' contacts',
    'contacts ',
    'contacts\n',
    'contacts\u0000',
    'Contacts',
    'contact',
    'butterflies',
    'constructor',
  ],
  ...[
    '__proto__',
    'toString',
    'users',
    'invoices',
    '0-115',
    '0-1/../0-115',
    '../contacts',
    'contacts/batch/archive',
  ],
  ...[
    'contacts?archived=true',
    'contacts#',
    'contacts%2f..',
    'contacts\r\nX-Injected: 1',
    'cöntacts',
    'p_car',
    '2-',
    '-1',
  ],
  ...['2-77/../../../oauth/v1/access-tokens', 'a'.repeat(1000)],
];

const storing = {
  operation: 'store',
  runId: 'run12345678',
  piece: { kind: 'plan', number: 1 },
  content: 'AAAA',
  keepDays: 30,
};
const summary = {
  runId: 'run12345678',
  digest: 'f'.repeat(64),
  operation: 'upsert',
  objectType: 'contacts',
  rowCount: 1,
  startedAt: 0,
  startedBy: '',
  endedAt: null,
  state: 'running',
  counts: {},
  undoes: null,
};
const claiming = { operation: 'claim', digest: 'f'.repeat(64), holder: 'run12345678', leaseMs: 60_000 };

const wrongTypes: readonly unknown[] = [null, 5, true, [], {}, ['contacts'], { toString: 'contacts' }];

describe('functions, called by somebody who means harm', () => {
  it('take the calls that the others are made from', async () => {
    const hubspot = await serveFakeHubSpot(() => json(200, { status: 'COMPLETE', results: [] }));
    const replies = [
      await listObjectTypes({ parameters: {} }),
      await describeObjectType({ parameters: describing }),
      await readRecords({ parameters: reading }),
      await writeRecords({ parameters: writing }),
      await mappingMemory({ parameters: recalling }),
      await mappingMemory({ parameters: keepOf({}) }),
    ];
    expect(replies.map((reply) => reply.ok)).toEqual([true, true, true, true, true, true]);
    expect(hubspot.requests).toHaveLength(6);
  });

  it.each(badObjectTypes)('refuse the object type %j', async (objectType) => {
    await expectRefusals([
      [describeObjectType, { ...describing, objectType }],
      [readRecords, { ...reading, objectType }],
      [writeRecords, { ...writing, objectType }],
      [rowProperty, { ...describing, objectType }],
      [mappingMemory, { ...recalling, objectType }],
      [associateRecords, { ...associating, fromObjectType: objectType }],
      [associateRecords, { ...readingLinks, toObjectType: objectType }],
      [associateRecords, { ...between, operation: 'list-types', toObjectType: objectType }],
      [mappingMemory, { ...recalling, operation: 'forget', objectType }],
      [mappingMemory, keepOf({ objectType })],
    ]);
  });

  it.each(wrongTypes)('refuse %j where a text is expected', async (value) => {
    await expectRefusals([
      [describeObjectType, { ...describing, objectType: value }],
      [describeObjectType, { ...describing, apiVersion: value }],
      [cardWords, { locale: value }],
      [rowProperty, { ...describing, objectType: value }],
      [rowProperty, { ...describing, apiVersion: value }],
      [readRecords, { ...reading, ids: [value] }],
      [readRecords, { ...reading, properties: [value] }],
      [writeRecords, { ...writing, operation: value }],
      [associateRecords, { ...associating, operation: value }],
      [associateRecords, { ...readingLinks, fromIds: [value] }],
      [associateRecords, { ...associating, pairs: [value] }],
      [associateRecords, { ...associating, workMs: value }],
      [writeRecords, writeOf({ properties: { city: value } })],
      [writeRecords, writeOf({ objectWriteTraceId: value })],
      [mappingMemory, { ...recalling, operation: value }],
      [mappingMemory, { ...recalling, headers: [value] }],
      [mappingMemory, keepOf({ savedAt: value })],
      [runJournal, { ...storing, runId: value }],
      [runJournal, { ...storing, content: value }],
      [runJournal, { ...claiming, digest: value }],
      [mappingMemory, keepOf({ columns: [{ ...column, header: value }] })],
    ]);
  });

  it.each([null, 5, 'text', [], [[]]])('refuse %j for all parameters together', async (parameters) => {
    await expectRefusals(
      [
        associateRecords,
        cardWords,
        describeObjectType,
        importRecords,
        readRecords,
        writeRecords,
        mappingMemory,
        rowProperty,
        runJournal,
      ].map((main) => [main, parameters]),
    );
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuse the key %s wherever it is put', async (key) => {
    const inProperties = parse(`{"city":"Bonn","${key}":"x"}`);
    await expectRefusals([
      [listObjectTypes, parse(`{"${key}":{}}`)],
      [cardWords, { locale: key }],
      [describeObjectType, parse(`{"objectType":"contacts","apiVersion":"2026-03","${key}":{"a":1}}`)],
      [readRecords, { ...reading, properties: [key] }],
      [readRecords, { ...reading, idProperty: key }],
      [writeRecords, writeOf({ properties: inProperties })],
      [writeRecords, writeOf({ id: '1', idProperty: key })],
      [mappingMemory, keepOf({ keyProperty: key })],
      [mappingMemory, keepOf({ columns: [{ ...column, property: key }] })],
      [mappingMemory, keepOf({ choices: parse(`{"${key}":"x"}`) })],
    ]);
  });

  it.each([
    '../../secrets',
    'run/../1',
    'RUN12345678',
    'run1234',
    'run 12345678',
    'a'.repeat(41),
    'rün12345678',
  ])('refuse the run %j', async (runId) => {
    await expectRefusals([
      [runJournal, { ...storing, runId }],
      [runJournal, { operation: 'fetch', runId, piece: storing.piece }],
      [runJournal, { operation: 'forget', runId }],
      [importRecords, { task: 'find', apiVersion: '2026-03', workMs: 4000, runId }],
      [runJournal, { operation: 'enlist', run: { ...summary, runId } }],
      [runJournal, { ...claiming, holder: runId }],
    ]);
  });

  it.each(['../leases', 'f'.repeat(63), 'F'.repeat(64), ''])('refuse the digest %j', async (digest) => {
    await expectRefusals([
      [runJournal, { ...claiming, digest }],
      [runJournal, { operation: 'release', digest, holder: claiming.holder }],
    ]);
  });

  it.each(['crm/v3', 'v1', 'v3/../v1', '2026-03/contacts', '', '2026-04'])(
    'refuse the version %j',
    async (apiVersion) => {
      await expectRefusals([
        [describeObjectType, { ...describing, apiVersion }],
        [writeRecords, { ...writing, apiVersion }],
        [associateRecords, { ...associating, apiVersion }],
      ]);
    },
  );

  it.each(['merge', 'gdpr-delete', 'CREATE', 'create ', 'read', 'search', ''])(
    'refuse the operation %j',
    async (operation) => {
      await expectRefusals([
        [writeRecords, { ...writing, operation }],
        [mappingMemory, { ...recalling, operation }],
        [mappingMemory, keepOf({ operation })],
      ]);
    },
  );

  it.each(['a b', 'a\r\nX-Injected: 1', 'a/b', 'ä', '', 'a'.repeat(101)])(
    'refuse the property name %j',
    async (name) => {
      await expectRefusals([
        [writeRecords, writeOf({ properties: { [name]: 'x' } })],
        [readRecords, { ...reading, properties: [name] }],
        [readRecords, { ...reading, idProperty: name }],
      ]);
    },
  );

  it.each(['a b', 'a\r\nb', '', 'a'.repeat(101), '<script>'])(
    'refuse the trace id %j',
    async (objectWriteTraceId) => {
      await expectRefusals([[writeRecords, writeOf({ objectWriteTraceId })]]);
    },
  );

  it('refuse more than the contract allows', async () => {
    const manyInputs = Array.from({ length: 101 }, (_, index) => ({ objectWriteTraceId: `t${index}` }));
    const manyBatches = Array.from({ length: 11 }, (_, index) => ({ batchId: `b${index}`, inputs: [input] }));
    await expectRefusals([
      [writeRecords, { ...writing, batches: [{ batchId: 'b1', inputs: manyInputs }] }],
      [writeRecords, { ...writing, batches: manyBatches }],
      [writeRecords, { ...writing, batches: [] }],
      [writeRecords, { ...writing, batches: [{ batchId: 'b1', inputs: [] }] }],
      [writeRecords, writeOf({ properties: { city: 'x'.repeat(65_537) } })],
      [readRecords, { ...reading, ids: Array.from({ length: 1001 }, String) }],
      [readRecords, { ...reading, ids: [] }],
      [mappingMemory, { ...recalling, headers: [] }],
      [runJournal, { ...storing, keepDays: 361 }],
      [runJournal, { ...storing, piece: { kind: 'rows', number: 2001 } }],
      [runJournal, { ...claiming, leaseMs: 600_001 }],
      [mappingMemory, { ...recalling, headers: Array.from({ length: 1001 }, String) }],
      [mappingMemory, { ...recalling, headers: ['x'.repeat(501)] }],
      [mappingMemory, keepOf({ columns: [] })],
      [mappingMemory, keepOf({ columns: Array.from({ length: 1001 }, () => column) })],
    ]);
  });

  it.each([0, -1, 99, 8001, 1e12, Number.NaN, Infinity, '4000'])(
    'refuse to work for %j ms',
    async (workMs) => {
      await expectRefusals([
        [writeRecords, { ...writing, workMs }],
        [readRecords, { ...reading, workMs }],
      ]);
    },
  );

  it.each([0, -1, 11, 1.5, 1e12, Number.NaN, Infinity, '5', undefined])(
    'refuse an allowance of %j requests',
    async (maxRequests) => {
      await expectRefusals([
        [writeRecords, { ...writing, maxRequests }],
        [readRecords, { ...reading, maxRequests }],
      ]);
    },
  );

  it('refuse a list where an object belongs', async () => {
    await expectRefusals([
      [writeRecords, writeOf({ properties: ['Bonn'] })],
      [mappingMemory, keepOf({ choices: [] })],
      [mappingMemory, keepOf({ columns: [{ ...column, choices: [] }] })],
      [runJournal, { operation: 'enlist', run: { ...summary, counts: [] } }],
    ]);
  });

  it('refuse 10 MB', async () => {
    const padding = 'x'.repeat(10 * 1024 * 1024);
    await expectRefusals([
      [listObjectTypes, { padding }],
      [cardWords, { locale: padding }],
      [describeObjectType, { ...describing, padding }],
      [readRecords, { ...reading, ids: [padding] }],
      [writeRecords, writeOf({ properties: { city: padding } })],
      [mappingMemory, { ...recalling, headers: [padding] }],
      [runJournal, { ...storing, content: padding }],
      [mappingMemory, keepOf({ choices: { clearToken: padding } })],
    ]);
  });

  it('refuse fields nobody agreed on', async () => {
    await expectRefusals([
      [listObjectTypes, { portalId: 1 }],
      [cardWords, { locale: 'de', portalId: 1 }],
      [describeObjectType, { ...describing, baseUrl: 'https://example.org' }],
      [readRecords, { ...reading, path: '/oauth' }],
      [writeRecords, { ...writing, headers: { authorization: 'x' } }],
      [writeRecords, writeOf({ archived: true })],
      [mappingMemory, { ...recalling, path: '/bulk-records/mappings/../../secrets.json' }],
      [mappingMemory, { ...recalling, mapping }],
      [runJournal, { ...storing, path: '/bulk-records/runs/x.json' }],
      [runJournal, { ...storing, piece: { kind: 'head', number: 1 } }],
      [mappingMemory, keepOf({ cells: ['Bonn'] })],
      [mappingMemory, keepOf({ columns: [{ ...column, samples: ['Bonn'] }] })],
      [mappingMemory, keepOf({ choices: { fix: { a: { b: 'Bonn' } } } })],
    ]);
  });

  it.each([
    { to: { id: '9/../1' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 }] },
    { to: { id: '9' }, types: [{ associationCategory: 'EVIL', associationTypeId: 279 }] },
    { to: { id: '9' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 1.5 }] },
    { to: { id: '9' }, types: [] },
    {
      to: { id: '9', type: 'x' },
      types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 }],
    },
  ])('refuse the association %j', async (association) => {
    const { to, types } = association;
    const pair = { fromId: '1', toId: to.id, types, ...('type' in to ? { type: to.type } : {}) };
    await expectRefusals([[associateRecords, { ...associating, pairs: [pair] }]]);
    await expectRefusals([[writeRecords, writeOf({ associations: [association] })]]);
  });
});

/** Every call is refused with a clear sentence, nothing of it is repeated, and HubSpot hears nothing. */
async function expectRefusals(calls: readonly Call[]): Promise<void> {
  const hubspot = await serveFakeHubSpot(() => json(200, { results: [] }));
  for (const [main, parameters] of calls) {
    const reply = await main({ parameters, secret: TEST_TOKEN });
    expect(reply).toMatchObject({ ok: false, error: { retryable: false, scopes: [] } });
    expect(JSON.stringify(reply)).toMatch(/"code":"(?:bad-request|not-allowed)"/);
    expect(JSON.stringify(reply).length).toBeLessThan(1500);
    expect(JSON.stringify(reply)).not.toMatch(new RegExp(`${TEST_TOKEN}|Bonn|X-Injected|script`));
  }
  expect(hubspot.requests).toEqual([]);
}

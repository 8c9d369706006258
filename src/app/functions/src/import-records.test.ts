import { gzipSync } from 'node:zlib';
import { decodeWith, importRecordsReplySchema, MAX_IMPORT_BYTES } from '@bulk-records/core/contract';
import type { ImportRecordsReply, ImportResult } from '@bulk-records/core/contract';
import { describe, expect, it } from 'vitest';
import { defaultToken } from '../../../../emulator/index.ts';
import { main } from './import-records.ts';
import { json } from './testing/fake-hubspot.ts';
import { runEmulator } from './testing/run-emulator.ts';
import { serveFakeHubSpot } from './testing/run-function.ts';

const RUN = 'run12345678';
const common = { apiVersion: '2026-03', workMs: 4000 };
const columns = [
  { property: 'email', kind: 'unique-key' },
  { property: 'firstname', kind: 'value' },
];
const CSV = 'email,firstname\r\nada@example.org,Ada\r\nbo@example.org,Bo\r\n';

function pack(text: string | Buffer): string {
  return gzipSync(text).toString('base64');
}

const starting = {
  ...{ task: 'start', ...common, objectType: 'contacts', runId: RUN, slice: 1, operation: 'upsert' },
  ...{ columns, content: pack(CSV) },
};

async function call(parameters: object): Promise<ImportRecordsReply> {
  const reply = await main({ parameters });
  const decoded = decodeWith(importRecordsReplySchema, JSON.parse(JSON.stringify(reply)));
  if (!decoded.ok) throw new Error(decoded.problems.join('; '));
  return decoded.value;
}

async function ask<Kind extends ImportResult['kind']>(
  kind: Kind,
  parameters: object,
): Promise<Extract<ImportResult, { kind: Kind }>> {
  const reply = await call(parameters);
  if (!reply.ok) throw new Error(reply.error.message);
  const { result } = reply;
  if (!isOfKind(result, kind)) throw new Error(`${result.kind} instead of ${kind}`);
  return result;
}

function isOfKind<Kind extends ImportResult['kind']>(
  result: ImportResult,
  kind: Kind,
): result is Extract<ImportResult, { kind: Kind }> {
  return result.kind === kind;
}

async function start(change: object = {}): Promise<string> {
  return (await ask('started', { ...starting, ...change })).importId;
}

describe('import_records starts an import', () => {
  it('that writes the rows of the slice', async () => {
    const { emulator, clock } = await runEmulator();
    const started = await ask('started', starting);
    expect(started).toMatchObject({ state: 'STARTED', requests: [{ status: 200 }] });
    clock.advance(600_000);
    const names = emulator.records('contacts').map(({ properties }) => properties.firstname);
    expect(names).toEqual(['Ada', 'Bo']);
    expect(emulator.imports()).toMatchObject([{ id: started.importId, name: `bulk-records ${RUN} 1` }]);
  });

  it.each([
    ['create', ['A.', 'Bo']],
    ['update', ['Ada']],
  ])('that may only %s', async (operation, left) => {
    const { emulator, clock } = await runEmulator();
    await start({ content: pack('email,firstname\r\nada@example.org,A.\r\n') });
    clock.advance(600_000);
    await start({ operation, slice: 2 });
    clock.advance(600_000);
    const names = emulator.records('contacts').map(({ properties }) => properties.firstname);
    expect(names).toEqual(left);
  });

  it('by record ids', async () => {
    const { emulator, clock } = await runEmulator();
    await start();
    clock.advance(600_000);
    const [ada] = emulator.records('contacts');
    await start({
      operation: 'update',
      columns: [
        { property: 'hs_object_id', kind: 'record-id' },
        { property: 'city', kind: 'value' },
      ],
      content: pack(`hs_object_id,city\r\n${ada?.id ?? ''},London\r\n`),
    });
    clock.advance(600_000);
    expect(emulator.records('contacts')[0]?.properties).toMatchObject({ firstname: 'Ada', city: 'London' });
  });

  it('and says what HubSpot refuses, with which nothing was taken', async () => {
    const { emulator } = await runEmulator();
    const refused = await ask('refused', {
      ...starting,
      columns: [columns[0], { property: 'nope', kind: 'value' }],
      content: pack('email,nope\r\nada@example.org,x\r\n'),
    });
    expect(refused).toMatchObject({ status: 400, error: { category: 'VALIDATION_ERROR' } });
    expect(refused.error.message).toContain('nope');
    expect(emulator.imports()).toEqual([]);
  });

  it('and when to come again where there are too many', async () => {
    const { emulator } = await runEmulator();
    emulator.addFault({ kind: 'status', status: 429, retryAfter: '7' });
    expect(await ask('refused', starting)).toMatchObject({ status: 429, retryAfterMs: 7000 });
    expect(emulator.imports()).toEqual([]);
  });

  it.each([
    [{ kind: 'reset', when: 'after-write' }, 'connection'],
    [{ kind: 'hang', when: 'after-write' }, 'timeout'],
    [{ kind: 'truncate' }, 'unreadable'],
    [{ kind: 'status', status: 502, body: 'html', when: 'after-write' }, 'server-error'],
  ] as const)(
    'and leaves open what became of it through %j, to be found by its name',
    async (fault, cause) => {
      const { emulator, clock } = await runEmulator();
      emulator.addFault(fault);
      expect(await ask('no-answer', { ...starting, workMs: 400, slice: 12 })).toMatchObject({ cause });
      clock.advance(600_000);
      const found = await ask('found', { task: 'find', ...common, runId: RUN });
      expect(found.imports).toMatchObject([{ slice: 12, state: 'DONE' }]);
    },
  );

  it('without one a lost request finds no import', async () => {
    const { emulator, clock } = await runEmulator();
    emulator.addFault({ kind: 'reset', when: 'before-write' });
    await ask('no-answer', starting);
    clock.advance(600_000);
    const found = await ask('found', { task: 'find', ...common, runId: RUN });
    expect(found).toMatchObject({ imports: [] });
    expect(found).not.toHaveProperty('after');
  });
});

describe('import_records refuses to start', () => {
  it.each<[string, object]>([
    ['a slice that is no gzip', { content: Buffer.from(CSV).toString('base64') }],
    ['one that unpacks to too much', { content: pack(Buffer.alloc(MAX_IMPORT_BYTES + 1, 'x')) }],
    ['one whose header names other columns', { content: pack('email,lastname\r\na@example.org,A\r\n') }],
    ['one whose header has more columns', { content: pack('email,firstname,city\r\na@example.org,A,B\r\n') }],
    ['a property twice', { columns: [columns[0], columns[1], columns[1]] }],
    [
      'two columns that name the record',
      { columns: [columns[0], { property: 'customer_number', kind: 'unique-key' }] },
    ],
    ['an upsert that nothing identifies', { columns: [columns[1]] }],
    [
      'record ids in another property',
      { operation: 'update', columns: [{ property: 'x', kind: 'record-id' }] },
    ],
    ['an upsert by record id', { columns: [{ property: 'hs_object_id', kind: 'record-id' }] }],
    ['a custom object by its name', { objectType: 'p1234567_vehicle' }],
    ['an archive', { operation: 'archive' }],
    ['a slice number of 0', { slice: 0 }],
  ])('%s', async (_, change) => {
    const { emulator } = await runEmulator();
    const reply = await call({ ...starting, ...change });
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-request', retryable: false } });
    expect(emulator.requestLog).toEqual([]);
  });
});

describe('import_records follows imports', () => {
  it('by state and counters, each with its own fate', async () => {
    const { emulator, clock } = await runEmulator();
    const [one, two] = [await start(), await start({ slice: 2 })];
    clock.advance(600_000);
    emulator.addFault({ kind: 'status', status: 500, match: { path: `imports/2026-03/${two}$` } });
    const importIds = [one, two, one, '9999999'];
    const followed = await ask('followed', { task: 'follow', ...common, importIds });
    expect(followed.imports).toMatchObject([
      { importId: one, state: 'DONE', counters: { CREATED_OBJECTS: 2 } },
    ]);
    expect([followed.missingIds, followed.unreadIds]).toEqual([['9999999'], [two]]);
    expect(followed.requests).toHaveLength(3);
  });

  it('through states that HubSpot adds', async () => {
    await serveFakeHubSpot(() => json(200, { id: 5, state: 'PONDERING', metadata: { counters: null } }));
    const followed = await ask('followed', { task: 'follow', ...common, importIds: ['5'] });
    expect(followed.imports).toEqual([
      { importId: '5', state: 'UNKNOWN', counters: {}, createdAt: null, updatedAt: null },
    ]);
  });

  it('until one is canceled, which may be asked twice', async () => {
    const { emulator, clock } = await runEmulator({ behaviour: { importRowsPerSecond: 1 } });
    const importId = await start();
    clock.advance(3000);
    expect(await ask('canceling', { task: 'cancel', ...common, importId })).toMatchObject({ requests: [{}] });
    expect(emulator.imports()).toMatchObject([{ state: 'CANCELED', rowsDone: 1 }]);
    const again = await call({ task: 'cancel', ...common, importId });
    expect(again).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });
});

describe('import_records reads errors', () => {
  const content = pack('email,firstname\r\nnobody,A\r\nada@example.org,Ada\r\nnobody2,B\r\n');

  it('page by page, with the cells that tell the row', async () => {
    const { clock } = await runEmulator();
    const importId = await start({ content });
    clock.advance(600_000);
    const asking = { task: 'errors', ...common, importId, limit: 1, cellsOf: [1, 0, 7] };
    const first = await ask('errors', asking);
    expect(first.errors).toMatchObject([
      { errorType: 'INVALID_EMAIL', lineNumber: 2, columnNumber: 0, invalidValue: 'nobody' },
    ]);
    expect(first.errors[0]?.cells).toEqual(['A', 'nobody', null]);
    const second = await ask('errors', { ...asking, after: first.after });
    expect(second.errors).toMatchObject([{ lineNumber: 4, cells: ['B', 'nobody2', null] }]);
    expect(second).not.toHaveProperty('after');
  });

  it('that bring less than HubSpot documents', async () => {
    const error = { id: 1, errorType: 'NEW_ONE', sourceData: { lineNumber: 0 } };
    await serveFakeHubSpot(() => json(200, { results: [error] }));
    const { errors } = await ask('errors', {
      task: 'errors',
      ...common,
      importId: '1',
      limit: 9,
      cellsOf: [0],
    });
    expect(errors).toEqual([
      {
        ...{ errorId: '1', errorType: 'NEW_ONE', message: '', invalidValue: null, columnNumber: null },
        ...{ reach: 'open', lineNumber: 0, objectTypeId: null, extraContext: null, cells: [null] },
      },
    ]);
  });

  it('and tells how far each reaches', async () => {
    const errors = ['INVALID_ENUMERATION_OPTION', 'INVALID_RECORD_ID', 'FAILED_TO_CREATE_ASSOCIATION'];
    const results = errors.map((errorType) => ({ id: 1, errorType, sourceData: { lineNumber: 2 } }));
    await serveFakeHubSpot(() => json(200, { results }));
    const asking = { task: 'errors', ...common, importId: '1', limit: 9, cellsOf: [] };
    const told = await ask('errors', asking);
    expect(told.errors.map(({ reach }) => reach)).toEqual(['cell', 'row', 'link']);
  });

  it('and shortens what is long', async () => {
    const rowData = ['x'.repeat(70_000)];
    const long = { errorMessage: rowData[0], extraContext: rowData[0], invalidValue: rowData[0] };
    const error = { id: '1', errorType: 'X', ...long, sourceData: { lineNumber: 2, rowData } };
    await serveFakeHubSpot(() => json(200, { results: Array.from({ length: 100 }, () => error) }));
    const cellsOf = Array.from({ length: 10 }, () => 0);
    const asking = { task: 'errors', ...common, importId: '1', limit: 100, cellsOf };
    expect(JSON.stringify(await ask('errors', asking)).length).toBeLessThan(2_000_000);
  });
});

describe('import_records finds imports by the run', () => {
  it('among those of others, through all pages', async () => {
    const { clock } = await runEmulator();
    const mine = await start();
    for (let slice = 1; slice <= 101; slice += 1) await start({ runId: 'run87654321', slice });
    clock.advance(3_600_000);
    const found = await ask('found', { task: 'find', ...common, runId: RUN });
    expect(found.imports.map(({ importId, slice }) => [importId, slice])).toEqual([[mine, 1]]);
    expect(found.requests.length).toBeGreaterThan(1);
  });

  it('and says where to go on where there are too many', async () => {
    const page = (after: number) => ({
      results: [{ id: String(after), state: 'DONE', importName: `bulk-records ${RUN} ${String(after)}` }],
      paging: { next: { after: String(after + 1) } },
    });
    const hubspot = await serveFakeHubSpot(({ query }) => json(200, page(Number(query['after'] ?? 1))));
    const found = await ask('found', { task: 'find', ...common, runId: RUN });
    expect([found.imports.map(({ slice }) => slice), found.after]).toEqual([[1, 2, 3, 4, 5], '6']);
    const rest = await ask('found', { task: 'find', ...common, runId: RUN, after: '6' });
    expect(rest.imports[0]?.slice).toBe(6);
    expect(hubspot.requests).toHaveLength(10);
  });

  it('and never passes a page over that it could not read', async () => {
    await serveFakeHubSpot(({ query }) =>
      query['after'] === undefined
        ? json(200, { results: [], paging: { next: { after: 'b' } } })
        : json(500, {}),
    );
    const found = await ask('found', { task: 'find', ...common, runId: RUN });
    expect(found).toMatchObject({ imports: [], after: 'b' });
    const rest = await call({ task: 'find', ...common, runId: RUN, after: 'b' });
    expect(rest).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  });

  it.each(['bulk-records run12345678', `x bulk-records ${RUN} 1`, `bulk-records ${RUN} 1 `, 'people', null])(
    'but not one that is called %j',
    async (importName) => {
      await serveFakeHubSpot(() => json(200, { results: [{ id: '1', state: 'DONE', importName }] }));
      expect(await ask('found', { task: 'find', ...common, runId: RUN })).toMatchObject({ imports: [] });
    },
  );
});

describe('import_records without its scope', () => {
  it.each<[string, object]>([
    ['start', starting],
    ['follow', { task: 'follow', ...common, importIds: ['1'] }],
    ['errors', { task: 'errors', ...common, importId: '1', limit: 1, cellsOf: [] }],
    ['cancel', { task: 'cancel', ...common, importId: '1' }],
    ['find', { task: 'find', ...common, runId: RUN }],
  ])('says so: %s', async (_, parameters) => {
    const { emulator } = await runEmulator();
    emulator.revokeScopes(defaultToken, ['crm.import']);
    const error = { code: 'missing-scopes', scopes: ['crm.import'], retryable: false };
    expect(await call(parameters)).toMatchObject({ ok: false, error });
  });
});

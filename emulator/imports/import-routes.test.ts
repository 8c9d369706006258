import { describe, expect, it } from 'vitest';
import { defaultToken } from '../http/access.ts';
import { openImportDesk } from '../testing/import-desk.ts';
import type { ImportDesk, SentImport } from '../testing/import-desk.ts';

const people: SentImport = {
  columns: ['email*', 'firstname'],
  rows: ['ada@example.org,Ada', 'bo@example.org,Bo'],
};

function manyPeople(count: number): SentImport {
  const rows = Array.from({ length: count }, (_, row) => `p${String(row)}@example.org,P${String(row)}`);
  return { columns: ['email*', 'firstname'], rows };
}

function emails({ emulator }: ImportDesk) {
  return emulator.records('contacts').map(({ properties }) => properties.email);
}

describe('an import', () => {
  it.each(['/crm/v3/imports', '/crm/imports/2026-03', '/crm/imports/2026-09'])(
    'is taken at %s and writes later',
    async (path) => {
      const desk = openImportDesk({ world: 'empty' });
      const answer = await desk.send(people, path);
      expect(answer.status).toBe(200);
      expect(answer.json()).toMatchObject({
        state: 'STARTED',
        importName: 'people',
        mappedObjectTypeIds: ['0-1'],
        optOutImport: false,
        metadata: { counters: { MAPPED_COLUMNS: 2 }, objectLists: [] },
      });
      expect(emails(desk)).toEqual([]);
      desk.finish();
      expect(emails(desk)).toEqual(['ada@example.org', 'bo@example.org']);
    },
  );

  it('goes on row by row as time passes', async () => {
    const desk = openImportDesk({
      world: 'empty',
      behaviour: { importRowsPerSecond: 10, importStartDelayMs: 1000 },
    });
    const { id } = await desk.start(manyPeople(20));
    const seen = [];
    for (const advanceMs of [500, 1000, 1000, 1000]) {
      desk.clock.advance(advanceMs);
      const { state, metadata } = await desk.look(id);
      seen.push([state, metadata.counters.CREATED_OBJECTS ?? 0, emails(desk).length]);
    }
    expect(seen).toEqual([
      ['STARTED', 0, 0],
      ['PROCESSING', 5, 5],
      ['PROCESSING', 15, 15],
      ['DONE', 20, 20],
    ]);
  });

  it('writes a row at its own moment, whenever somebody looks', async () => {
    const desk = openImportDesk({
      world: 'empty',
      behaviour: { importRowsPerSecond: 1, importStartDelayMs: 0 },
    });
    await desk.start(people);
    desk.finish();
    const born = desk.emulator.records('contacts').map(({ createdAt }) => createdAt);
    expect(born).toEqual(['2026-11-02T09:00:01.000Z', '2026-11-02T09:00:02.000Z']);
  });

  it('counts what it did and leaves out counters of nothing', async () => {
    const desk = openImportDesk({ world: 'empty' });
    await desk.contacts('create', [{ properties: { email: 'ada@example.org' } }]);
    const { id } = await desk.start(people);
    desk.finish();
    expect((await desk.look(id)).metadata.counters).toEqual({
      TOTAL_ROWS: 2,
      CREATED_OBJECTS: 1,
      UPDATED_OBJECTS: 1,
      UNIQUE_OBJECTS_WRITTEN: 2,
      PROPERTY_VALUES_EMITTED: 4,
      MAPPED_COLUMNS: 2,
    });
  });

  it('waits while three others run, and starts when one of them is over', async () => {
    const behaviour = { importRowsPerSecond: 1, importStartDelayMs: 0 };
    const desk = openImportDesk({ world: 'empty', behaviour });
    const jobs = [];
    for (const count of [5, 20, 20, 3]) jobs.push(await desk.start(manyPeople(count)));
    expect(jobs.map(({ state }) => state)).toEqual(['STARTED', 'STARTED', 'STARTED', 'DEFERRED']);
    const states = () => desk.emulator.imports().map(({ state }) => state);
    desk.clock.advance(4000);
    expect(states()).toEqual(['PROCESSING', 'PROCESSING', 'PROCESSING', 'DEFERRED']);
    desk.clock.advance(2000);
    expect(states()).toEqual(['DONE', 'PROCESSING', 'PROCESSING', 'PROCESSING']);
    desk.clock.advance(2000);
    expect(states()).toEqual(['DONE', 'PROCESSING', 'PROCESSING', 'DONE']);
  });

  it('that is canceled stays where it is, and makes room', async () => {
    const behaviour = { importRowsPerSecond: 1, importStartDelayMs: 0, importsAtOnce: 1 };
    const desk = openImportDesk({ world: 'empty', behaviour });
    const { id } = await desk.start(manyPeople(10));
    const next = await desk.start(people);
    desk.clock.advance(4000);
    const answer = await desk.post(`/crm/v3/imports/${id}/cancel`, undefined);
    expect([answer.status, answer.json()]).toMatchObject([200, { status: 'CANCELED' }]);
    desk.finish();
    expect((await desk.look(id)).state).toBe('CANCELED');
    expect((await desk.look(next.id)).state).toBe('DONE');
    expect(emails(desk)).toHaveLength(4 + 2);
    expect((await desk.post(`/crm/v3/imports/${id}/cancel`, undefined)).status).toBe(400);
  });

  it('that fails keeps the rows before', async () => {
    const desk = openImportDesk({ world: 'empty' });
    desk.emulator.failNextImport(3);
    const { id } = await desk.start(manyPeople(10));
    const other = await desk.start(people);
    desk.finish();
    expect((await desk.look(id)).state).toBe('FAILED');
    expect((await desk.look(other.id)).state).toBe('DONE');
    expect(emails(desk)).toHaveLength(3 + 2);
  });

  it('that is taken back deletes what it created and leaves what it updated', async () => {
    const desk = openImportDesk({ world: 'empty' });
    await desk.contacts('create', [{ properties: { email: 'ada@example.org', firstname: 'A.' } }]);
    const { id } = await desk.start(people);
    expect(() => {
      desk.emulator.revertImport(id);
    }).toThrow('not over');
    desk.finish();
    desk.emulator.revertImport(id);
    expect((await desk.look(id)).state).toBe('REVERTED');
    const left = desk.emulator.records('contacts').filter(({ archived }) => !archived);
    expect(left.map(({ properties }) => properties.firstname)).toEqual(['Ada']);
  });

  it('strikes the write log with the true fate of every row', async () => {
    const desk = openImportDesk({ world: 'empty' });
    await desk.start({ ...people, rows: [...people.rows, 'x@example.org'] });
    desk.finish();
    const rows = desk.emulator.writeLog.flatMap((entry) => entry.rows);
    expect(rows.map(({ outcome, after }) => [outcome, after.firstname])).toEqual([
      ['created', 'Ada'],
      ['created', 'Bo'],
    ]);
  });

  it('needs the scope crm.import', async () => {
    const desk = openImportDesk({ world: 'empty' });
    const { id } = await desk.start(people);
    desk.emulator.revokeScopes(defaultToken, ['crm.import']);
    const answers = [await desk.send(people), await desk.get(`/crm/v3/imports/${id}`)];
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    expect(answers[0]?.text).toContain('crm.import');
  });

  it('nobody knows is not found', async () => {
    const desk = openImportDesk({ world: 'empty' });
    for (const rest of ['', '/errors']) expect((await desk.get(`/crm/v3/imports/7${rest}`)).status).toBe(404);
  });

  it('meets the faults of the plan, before and after it was taken', async () => {
    const desk = openImportDesk({ world: 'empty' });
    const match = { path: 'imports', method: 'POST' };
    desk.emulator.addFault({ kind: 'reset', when: 'before-write', match });
    await expect(desk.send(people)).rejects.toThrow('fetch failed');
    expect(desk.emulator.imports()).toEqual([]);
    desk.emulator.addFault({ kind: 'reset', when: 'after-write', match });
    await expect(desk.send(people)).rejects.toThrow('fetch failed');
    expect(desk.emulator.imports()).toMatchObject([{ name: 'people', state: 'STARTED' }]);
  });
});

describe('the list of imports', () => {
  const behaviour = { importListDelayMaxMs: 0 };

  async function startThree(desk: ImportDesk) {
    for (const name of ['one', 'two', 'three']) {
      await desk.start({ ...people, name });
      desk.clock.advance(1000);
    }
  }

  async function namesByPages(desk: ImportDesk) {
    const names: (string | undefined)[] = [];
    let after = '';
    do {
      const page = await desk.list(`limit=1${after}`);
      names.push(...page.results.map(({ importName }) => importName));
      after = page.paging === undefined ? '' : `&after=${page.paging.next.after}`;
    } while (after !== '');
    return names;
  }

  it('has the newest first, in pages', async () => {
    const desk = openImportDesk({ world: 'empty', behaviour });
    await startThree(desk);
    expect(await namesByPages(desk)).toEqual(['three', 'two', 'one']);
  });

  it('keeps its pages apart while imports come', async () => {
    const desk = openImportDesk({ world: 'empty', behaviour });
    await startThree(desk);
    const first = await desk.list('limit=1');
    await desk.start({ ...people, name: 'four' });
    const second = await desk.list(`limit=1&after=${first.paging?.next.after ?? ''}`);
    expect(second.results.map(({ importName }) => importName)).toEqual(['two']);
  });

  it('has the oldest first, if switched', async () => {
    const desk = openImportDesk({
      world: 'empty',
      behaviour: { ...behaviour, importListOrder: 'oldest-first' },
    });
    await startThree(desk);
    expect(await namesByPages(desk)).toEqual(['one', 'two', 'three']);
  });

  it('shows a new one late, while its id leads to it at once', async () => {
    const desk = openImportDesk({ world: 'empty', behaviour: { importListDelayMaxMs: 60_000 } });
    const { id } = await desk.start(people);
    expect([(await desk.list()).results, (await desk.look(id)).state]).toEqual([[], 'STARTED']);
    desk.clock.advance(60_000);
    expect((await desk.list()).results).toHaveLength(1);
  });
});

describe('an import is refused as a whole', () => {
  it.each<[string, Partial<SentImport>, string]>([
    ['a property nobody knows', { columns: ['email*', 'nope'] }, 'does not exist'],
    ['a property that is read only', { columns: ['email*', 'createdate'] }, 'read only'],
    ['an alternate id that is not unique', { columns: ['email', 'firstname*'] }, 'not unique'],
    ['no column that identifies records', { columns: ['email', 'firstname'] }, 'identifies'],
    ['an unknown object type', { objectTypeId: '0-999' }, 'object type'],
    ['no rows', { rows: [] }, 'no rows'],
  ])('for %s', async (_, change, message) => {
    const desk = openImportDesk({ world: 'empty' });
    const answer = await desk.send({ ...people, ...change });
    expect(answer.status).toBe(400);
    expect(answer.refusal()).toMatchObject({ category: 'VALIDATION_ERROR' });
    expect(answer.refusal().message).toContain(message);
    expect(desk.emulator.imports()).toEqual([]);
  });

  it('or fails before its first row, if switched', async () => {
    const desk = openImportDesk({ world: 'empty', behaviour: { importOfBadColumn: 'failed' } });
    const { id } = await desk.start({ ...people, columns: ['email*', 'nope'] });
    desk.finish();
    expect((await desk.look(id)).state).toBe('FAILED');
    expect(await desk.errors(id)).toMatchObject([
      { errorType: 'PROPERTY_DEFINITION_NOT_FOUND', sourceData: { lineNumber: 0 } },
    ]);
    expect(emails(desk)).toEqual([]);
  });

  it('with 429 once the rows of a day are used up, until they are a day old', async () => {
    const desk = openImportDesk({ world: 'empty', behaviour: { importRowsPerDay: 3 } });
    expect((await desk.send(people)).status).toBe(200);
    expect((await desk.send(people)).status).toBe(429);
    desk.clock.advance(86_400_000);
    expect((await desk.send(people)).status).toBe(200);
  });

  it.each([
    ['no request', new FormData()],
    ['a request that is no JSON', formWith('{')],
    ['a request without its file', formWith('{"name":"x","dateFormat":"YEAR_MONTH_DAY","files":[]}')],
  ])('for %s', async (_, body) => {
    const { emulator } = openImportDesk({ world: 'empty' });
    const headers = { Authorization: `Bearer ${defaultToken}` };
    const request = new Request('https://api.hubapi.com/crm/v3/imports', { method: 'POST', headers, body });
    expect((await emulator.fetch(request)).status).toBe(400);
  });
});

function formWith(importRequest: string): FormData {
  const form = new FormData();
  form.append('importRequest', importRequest);
  return form;
}

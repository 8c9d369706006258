import { decodeWith, mappingMemoryReplySchema } from '@bulk-records/core/contract';
import type { MappingMemoryReply } from '@bulk-records/core/contract';
import { describe, expect, it } from 'vitest';
import { defaultToken } from '../../../../emulator/index.ts';
import { main } from './mapping-memory.ts';
import { runEmulator } from './testing/run-emulator.ts';

const headers = ['E-Mail', 'Born', 'Note', 'Note'];
const mapping = {
  kind: 'bulk-records-mapping',
  version: 1,
  savedAt: '2020-01-01T00:00:00.000Z',
  objectType: 'contacts',
  operation: 'upsert',
  keyProperty: 'email',
  columns: [
    { header: 'E-Mail', property: 'email', choices: {} },
    {
      header: 'Born',
      property: 'birthday',
      choices: { format: { kind: 'date', order: 'dmy', firstYear: 2000 } },
    },
    { header: 'Note', property: null, choices: {} },
    { header: 'Note', property: 'notes', choices: {} },
  ],
  choices: { clearToken: '-' },
};
const nothing = { ok: true, memory: { kind: 'nothing' } };

async function call(parameters: object): Promise<MappingMemoryReply> {
  const reply = await main({ parameters });
  const decoded = decodeWith(mappingMemoryReplySchema, JSON.parse(JSON.stringify(reply)));
  if (!decoded.ok) throw new Error(decoded.problems.join('; '));
  return decoded.value;
}

function keep(change: object = {}): Promise<MappingMemoryReply> {
  return call({ operation: 'keep', mapping: { ...mapping, ...change } });
}

function recall(change: object = {}): Promise<MappingMemoryReply> {
  return call({ operation: 'recall', objectType: 'contacts', headers, ...change });
}

async function tamper(url: string, path: string, text: string): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([text]), path.slice(path.lastIndexOf('/') + 1));
  form.append('folderPath', path.slice(0, path.lastIndexOf('/')));
  form.append('options', '{"access":"PRIVATE","overwrite":true}');
  const headers = { Authorization: `Bearer ${defaultToken}` };
  const response = await fetch(`${url}/files/v3/files`, { method: 'POST', headers, body: form });
  if (!response.ok) throw new Error(`The file was not changed: ${response.status}`);
}

describe('mapping_memory', () => {
  it('remembers nothing at first', async () => {
    await runEmulator();
    expect(await recall()).toEqual(nothing);
  });

  it('recalls what was kept, with the time it was kept at', async () => {
    await runEmulator();
    const before = new Date().toISOString();
    const kept = await keep();
    const recalled = await recall();
    expect(recalled).toEqual(kept);
    const savedAt = recalled.ok && recalled.memory.kind === 'mapping' ? recalled.memory.mapping.savedAt : '';
    expect(recalled).toMatchObject({ memory: { mapping: { ...mapping, savedAt } } });
    expect(savedAt >= before).toBe(true);
  });

  it('recalls it for the same headers in any order, and by the type id', async () => {
    await runEmulator();
    await keep();
    const shuffled = ['Note', ' Born ', 'Note', 'E-Mail'];
    expect(await recall({ headers: shuffled })).toMatchObject({ memory: { kind: 'mapping' } });
    expect(await recall({ objectType: '0-1' })).toMatchObject({ memory: { kind: 'mapping' } });
  });

  it.each([
    { headers: ['E-Mail', 'Born', 'Note'] },
    { headers: [...headers, ''] },
    { objectType: 'companies' },
    { objectType: '2-77' },
  ])('knows nothing for %j', async (change) => {
    await runEmulator();
    await keep();
    expect(await recall(change)).toEqual(nothing);
  });

  it('keeps the latest', async () => {
    const { emulator } = await runEmulator();
    await keep();
    await keep({ operation: 'create', keyProperty: null });
    expect(await recall()).toMatchObject({ memory: { mapping: { operation: 'create', keyProperty: null } } });
    expect(emulator.files()).toHaveLength(1);
  });

  it('forgets', async () => {
    const { emulator } = await runEmulator();
    await keep();
    expect(await call({ operation: 'forget', objectType: 'contacts', headers })).toEqual(nothing);
    expect(await recall()).toEqual(nothing);
    expect(emulator.files()).toEqual([]);
  });

  it('lets HubSpot forget what nobody used for eleven months', async () => {
    const { clock } = await runEmulator();
    await keep();
    clock.advance(329 * 86_400_000);
    expect(await recall()).toMatchObject({ memory: { kind: 'mapping' } });
    clock.advance(2 * 86_400_000);
    expect(await recall()).toEqual(nothing);
  });

  it('stores privately, below the folder of the app, nothing of the headers in the name', async () => {
    const { emulator } = await runEmulator();
    await keep();
    const [file] = emulator.files();
    expect(file?.access).toBe('PRIVATE');
    expect(file?.path).toMatch(/^\/bulk-records\/mappings\/contacts-[0-9a-f]{40}\.json$/);
  });

  it.each<[string, string, string]>([
    ['rubbish', 'hello', 'unreadable'],
    ['an empty file', ' ', 'unreadable'],
    ['a mapping of another object', JSON.stringify({ ...mapping, objectType: 'companies' }), 'unreadable'],
    [
      'a mapping of other headers',
      JSON.stringify({ ...mapping, columns: mapping.columns.slice(1) }),
      'unreadable',
    ],
    ['a mapping with more in it', JSON.stringify({ ...mapping, script: 'x' }), 'unreadable'],
    ['half a megabyte', JSON.stringify({ ...mapping, padding: 'x'.repeat(500_000) }), 'unreadable'],
    ['a later version', JSON.stringify({ ...mapping, version: 2 }), 'newer'],
  ])('takes %s in place of its file for nothing, and says so', async (_, text, kind) => {
    const { emulator, connection } = await runEmulator();
    await keep();
    await tamper(connection.baseUrl, emulator.files()[0]?.path ?? '', text);
    expect(await recall()).toEqual({ ok: true, memory: { kind } });
    await keep();
    expect(await recall()).toMatchObject({ memory: { kind: 'mapping' } });
  });

  it('names the scope it needs', async () => {
    const { emulator } = await runEmulator();
    emulator.revokeScopes(defaultToken, ['files']);
    const error = { code: 'missing-scopes', scopes: ['files'] };
    expect(await recall()).toMatchObject({ ok: false, error });
    expect(await keep()).toMatchObject({ ok: false, error });
  });

  it('refuses to store more than it would read', async () => {
    const { emulator } = await runEmulator();
    const columns = Array.from({ length: 1000 }, (_, index) => ({
      header: `${'x'.repeat(480)}${index}`,
      property: null,
      choices: {},
    }));
    expect(await keep({ columns })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(emulator.files()).toEqual([]);
  });
});

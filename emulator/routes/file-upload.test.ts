import { describe, expect, it } from 'vitest';
import { defaultToken } from '../http/access.ts';
import { openFileDesk } from '../testing/file-desk.ts';

const uploads = '/files/2026-03/files';
const place = { folderPath: '/app/notes', fileName: 'one.json' };

describe('POST /files', () => {
  it.each(['/files/v3/files', uploads, '/files/2026-09/files'])('stores a file: %s', async (path) => {
    const desk = openFileDesk();
    const answer = await desk.send('POST', path, { text: '{"a":1}', fields: place });
    expect(answer.status).toBe(201);
    expect(answer.json()).toMatchObject({
      name: 'one',
      extension: 'json',
      path: '/app/notes/one.json',
      access: 'PRIVATE',
      size: 7,
      type: 'OTHER',
      archived: false,
      fileMd5: 'bb6cb5c68df4652941caf652a366f2d8',
    });
    expect(desk.emulator.files()).toMatchObject([{ path: '/app/notes/one.json', text: '{"a":1}' }]);
  });

  it('makes the folders of the path', async () => {
    const desk = openFileDesk();
    await desk.send('POST', uploads, { fields: place });
    const folders = await desk.get('/files/2026-03/folders/search?sort=path');
    expect(folders.json()).toMatchObject({
      results: [{ path: '/app' }, { path: '/app/notes', name: 'notes' }],
    });
  });

  it('takes a folder by its id, and the extension from the file', async () => {
    const desk = openFileDesk();
    const { id } = await desk.store('x.txt');
    const stored: unknown = (await desk.get(`${uploads}/${id}`)).json();
    const folderId =
      stored instanceof Object && 'parentFolderId' in stored ? String(stored.parentFolderId) : '';
    const answer = await desk.send('POST', uploads, { fields: { folderId, fileName: 'plain' } });
    expect(answer.json()).toMatchObject({ path: '/notes/plain.txt' });
  });

  it('names a file by itself when no name is given', async () => {
    const answer = await openFileDesk().send('POST', uploads, { fields: { folderPath: 'a' } });
    expect(answer.json()).toMatchObject({ path: '/a/upload.txt' });
  });

  it('numbers the second file of a name', async () => {
    const desk = openFileDesk();
    await desk.store('one.json', { text: 'a' });
    const second = await desk.store('one.json', { text: 'b' });
    const third = await desk.store('one.json', { text: 'c' });
    expect([second.path, third.path]).toEqual(['/notes/one-1.json', '/notes/one-2.json']);
  });

  it('overwrites when asked to', async () => {
    const desk = openFileDesk();
    const first = await desk.store('one.json', { text: 'a' });
    const second = await desk.store('one.json', {
      text: 'b',
      options: { access: 'PRIVATE', overwrite: true },
    });
    expect(second).toMatchObject({ id: first.id, path: first.path });
    expect(desk.emulator.files()).toMatchObject([{ text: 'b' }]);
  });

  it('rejects or returns a duplicate when asked to', async () => {
    const desk = openFileDesk();
    const first = await desk.store('one.json', { text: 'a' });
    const strategy = (duplicateValidationStrategy: string) => ({
      text: 'a',
      options: { access: 'PRIVATE', duplicateValidationStrategy },
      fields: { folderPath: '/elsewhere', fileName: 'two.json' },
    });
    expect(await desk.send('POST', uploads, strategy('REJECT'))).toMatchObject({ status: 409 });
    expect((await desk.send('POST', uploads, strategy('RETURN_EXISTING'))).json()).toMatchObject({
      id: first.id,
    });
    const inFolder = strategy('REJECT');
    const options = { ...inFolder.options, duplicateValidationScope: 'EXACT_FOLDER' };
    expect(await desk.send('POST', uploads, { ...inFolder, options })).toMatchObject({ status: 201 });
  });

  it('forgets a file after its time to live', async () => {
    const desk = openFileDesk();
    const { id } = await desk.store('one.json', { options: { access: 'PRIVATE', ttl: 'P1D' } });
    desk.clock.advance(86_399_000);
    expect((await desk.get(`${uploads}/${id}`)).status).toBe(200);
    desk.clock.advance(1_000);
    expect((await desk.get(`${uploads}/${id}`)).status).toBe(404);
  });

  it.each<[string, object]>([
    ['no access', { options: { overwrite: true } }],
    ['an unknown access', { options: { access: 'SECRET' } }],
    ['a hidden file', { options: { access: 'HIDDEN_NOT_INDEXABLE' } }],
    ['an endless life', { options: { access: 'PRIVATE', ttl: 'P2Y' } }],
    ['no life at all', { options: { access: 'PRIVATE', ttl: 'PT1H' } }],
    ['no folder', { fields: { fileName: 'a.txt' } }],
    ['two folders', { fields: { ...place, folderId: '1' } }],
    ['an unknown folder', { fields: { folderId: '1' } }],
  ])('refuses %s', async (_, parts) => {
    const desk = openFileDesk();
    const answer = await desk.send('POST', uploads, { fields: place, ...parts });
    expect(answer.status).toBe(400);
    expect(answer.refusal().category).toBe('VALIDATION_ERROR');
    expect(desk.emulator.files()).toEqual([]);
  });

  it('refuses a form without a file and a body that is no form', async () => {
    const desk = openFileDesk();
    const form = new FormData();
    form.append('options', '{"access":"PRIVATE"}');
    const headers = { Authorization: `Bearer ${defaultToken}` };
    const url = `https://api.hubapi.com${uploads}`;
    const bare = await desk.emulator.fetch(new Request(url, { method: 'POST', headers, body: form }));
    expect(bare.status).toBe(400);
    expect((await desk.post(uploads, {})).status).toBe(415);
  });

  it('asks for the scope files, and counts against the limits', async () => {
    const desk = openFileDesk();
    const admitted = await desk.send('POST', uploads, { fields: place });
    expect(admitted.headers.get('x-hubspot-ratelimit-remaining')).toBe('189');
    desk.emulator.revokeScopes(defaultToken, ['files']);
    const refused = await desk.send('POST', uploads, { fields: place });
    expect(refused).toMatchObject({ status: 403 });
    expect(refused.refusal()).toMatchObject({
      category: 'MISSING_SCOPES',
      context: { requiredGranularScopes: ['files'] },
    });
  });

  it('meets planned faults: a reset after the write leaves the file', async () => {
    const desk = openFileDesk();
    desk.emulator.addFault({ kind: 'reset', when: 'after-write', match: { path: '/files$' } });
    await expect(desk.send('POST', uploads, { fields: place })).rejects.toThrow('fetch failed');
    expect(desk.emulator.files()).toHaveLength(1);
  });
});

describe('PUT /files/{id}', () => {
  it('replaces content and access, and nothing else', async () => {
    const desk = openFileDesk();
    const { id, path } = await desk.store('one.json', { text: 'a' });
    desk.clock.advance(5_000);
    const options = { access: 'PUBLIC_NOT_INDEXABLE' };
    const answer = await desk.send('PUT', `${uploads}/${id}`, { text: 'bcd', options });
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({ id, path, size: 3, access: 'PUBLIC_NOT_INDEXABLE' });
    expect(desk.emulator.files()).toMatchObject([{ text: 'bcd' }]);
  });

  it('knows no file it was not given', async () => {
    expect((await openFileDesk().send('PUT', `${uploads}/1`, {})).status).toBe(404);
  });
});

describe('switches of uploads', () => {
  it('duplicateFilesMatch: name takes equal names for duplicates', async () => {
    const desk = openFileDesk({ behaviour: { duplicateFilesMatch: 'name', duplicateFileStatus: 400 } });
    await desk.store('one.json', { text: 'a' });
    const options = { access: 'PRIVATE', duplicateValidationStrategy: 'REJECT' };
    const answer = await desk.send('POST', uploads, { text: 'b', options, fields: place });
    expect(answer.status).toBe(400);
  });

  it('overwriteKeepsFileId: false gives an overwriting file an id of its own', async () => {
    const desk = openFileDesk({ behaviour: { overwriteKeepsFileId: false } });
    const first = await desk.store('one.json', { text: 'a' });
    const second = await desk.store('one.json', { options: { access: 'PRIVATE', overwrite: true } });
    expect(second).toMatchObject({ path: first.path });
    expect(second.id).not.toBe(first.id);
    expect(desk.emulator.files()).toHaveLength(1);
  });
});

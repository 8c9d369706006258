import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { defaultToken } from '../http/access.ts';
import { openFileDesk } from '../testing/file-desk.ts';
import type { FileDesk } from '../testing/file-desk.ts';

const base = '/files/2026-03/files';
const pageSchema = v.looseObject({
  results: v.array(v.looseObject({ id: v.string(), path: v.string() })),
  paging: v.optional(v.object({ next: v.looseObject({ after: v.string() }) })),
});

async function search(desk: FileDesk, query: string) {
  return v.parse(pageSchema, (await desk.get(`${base}/search?${query}`)).json());
}

async function signed(desk: FileDesk, id: string, query = ''): Promise<string> {
  const answer = await desk.get(`${base}/${id}/signed-url${query}`);
  return v.parse(v.looseObject({ url: v.string() }), answer.json()).url;
}

describe('reading files', () => {
  it('gives a file by its id and by its path, at once', async () => {
    const desk = openFileDesk();
    const stored = await desk.store('one.json');
    expect((await desk.get(`${base}/${stored.id}`)).json()).toEqual(stored);
    const paths = ['notes/one.json', '%2Fnotes%2Fone.json', '/notes/one.json'];
    for (const path of paths)
      expect((await desk.get(`${base}/stat/${path}`)).json()).toEqual({ file: stored });
  });

  it('gives a folder by its path', async () => {
    const desk = openFileDesk();
    await desk.store('one.json');
    expect((await desk.get(`${base}/stat/notes`)).json()).toMatchObject({ folder: { path: '/notes' } });
  });

  it('says that nothing is there, without a category', async () => {
    const desk = openFileDesk();
    for (const path of ['stat/notes/one.json', '1', '1/signed-url']) {
      const answer = await desk.get(`${base}/${path}`);
      expect(answer.status).toBe(404);
      expect(answer.refusal().message).toBe('No file or folder exists at path');
      expect(answer.refusal().category).toBeUndefined();
    }
  });

  it('answers HTML to an id that is no number', async () => {
    const answer = await openFileDesk().get(`${base}/one`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  it.each([`${base}/1`, `${base}/search`, `${base}/stat/a`, `${base}/1/signed-url`])(
    'asks for the scope files: %s',
    async (path) => {
      const desk = openFileDesk();
      desk.emulator.revokeScopes(defaultToken, ['files']);
      expect(await desk.get(path)).toMatchObject({ status: 403 });
    },
  );
});

describe('the file host', () => {
  it('gives a private file to who has a signed address, for its time', async () => {
    const desk = openFileDesk();
    const { id } = await desk.store('one.json', { text: '{"a":1}' });
    const url = await signed(desk, id, '?expirationSeconds=60');
    const opened = await desk.open(url);
    expect(opened).toMatchObject({ status: 200, text: '{"a":1}' });
    expect(opened.headers.get('content-type')).toBe('application/json');
    desk.clock.advance(60_000);
    expect((await desk.open(url)).status).toBe(403);
  });

  it('keeps a private file from everybody else', async () => {
    const desk = openFileDesk();
    const one = await desk.store('one.json', { text: 'secret' });
    const two = await desk.store('two.json');
    const foreign = (await signed(desk, two.id)).split('?')[1] ?? '';
    for (const url of [one.url, `${one.url}?${foreign}`, `${one.url}?Expires=99999999999&Signature=x`]) {
      const opened = await desk.open(url);
      expect(opened.status).toBe(403);
      expect(opened.text).not.toContain('secret');
    }
  });

  it('gives public files to anybody', async () => {
    const desk = openFileDesk();
    const { url } = await desk.store('one.txt', { options: { access: 'PUBLIC_NOT_INDEXABLE' } });
    expect(await desk.open(url)).toMatchObject({ status: 200, text: 'hello' });
  });

  it('does not sign sensitive files', async () => {
    const desk = openFileDesk();
    const { id } = await desk.store('one.txt', { options: { access: 'SENSITIVE' } });
    expect((await desk.get(`${base}/${id}/signed-url`)).status).toBe(404);
  });

  it('knows no other portal and no other path', async () => {
    const desk = openFileDesk();
    const { url } = await desk.store('one.txt', { options: { access: 'PUBLIC_INDEXABLE' } });
    expect((await desk.open(url.replace('1234567', '7'))).status).toBe(404);
    expect((await desk.open(`${url}x`)).status).toBe(404);
  });

  it('is found where the options say', async () => {
    const desk = openFileDesk({ fileBaseUrl: 'http://localhost:1/portal/a' });
    const { url } = await desk.store('ä b.txt');
    expect(url).toBe('http://localhost:1/portal/a/hubfs/1234567/notes/%C3%A4%20b.txt');
  });

  it('breaks off as planned', async () => {
    const desk = openFileDesk();
    const { id } = await desk.store('one.txt', { text: '0123456789' });
    desk.emulator.addFault({ kind: 'truncate', match: { path: '^/hubfs/' } });
    expect((await desk.open(await signed(desk, id))).text).toBe('01234');
  });

  it('refuses a life that is none', async () => {
    const desk = openFileDesk();
    const { id } = await desk.store('one.txt');
    expect((await desk.get(`${base}/${id}/signed-url?expirationSeconds=0`)).status).toBe(400);
  });
});

describe('searching files', () => {
  it('sees uploads and deletions late', async () => {
    const desk = openFileDesk();
    const { id } = await desk.store('one.json');
    expect((await search(desk, 'name=one')).results).toEqual([]);
    desk.clock.advance(120_000);
    expect((await search(desk, 'name=one')).results).toMatchObject([{ id }]);
    await desk.ask('DELETE', `${base}/${id}`);
    desk.clock.advance(120_000);
    expect((await search(desk, 'name=one')).results).toEqual([]);
  });

  it('filters, sorts and pages', async () => {
    const desk = openFileDesk({ behaviour: { fileSearchDelayMaxMs: 0 } });
    for (const name of ['b.json', 'a.json', 'c.json']) await desk.store(name, { text: name });
    const other = await desk.store('d.csv', { fields: { folderPath: '/other' } });
    const folders: unknown = (await desk.get(`${base}/stat/notes`)).json();
    const { folder } = v.parse(v.object({ folder: v.looseObject({ id: v.string() }) }), folders);
    const query = `parentFolderIds=${folder.id}&sort=-name&limit=2`;
    const first = await search(desk, query);
    expect(first.results.map(({ path }) => path)).toEqual(['/notes/c.json', '/notes/b.json']);
    const second = await search(desk, `${query}&after=${first.paging?.next.after ?? ''}`);
    expect(second.results.map(({ path }) => path)).toEqual(['/notes/a.json']);
    expect(second.paging).toBeUndefined();
    expect((await search(desk, 'extension=csv')).results).toMatchObject([{ id: other.id }]);
    expect((await search(desk, `path=/other/d.csv`)).results).toMatchObject([{ id: other.id }]);
  });

  it.each(['limit=0', 'limit=101', 'sort=mood', 'after=nonsense'])('refuses %s', async (query) => {
    expect((await openFileDesk().get(`${base}/search?${query}`)).status).toBe(400);
  });
});

describe('deleting files', () => {
  it.each(['', '/gdpr-delete'])('takes the file away at once: DELETE %s', async (rest) => {
    const desk = openFileDesk();
    const { id } = await desk.store('one.json');
    const url = await signed(desk, id);
    expect(await desk.ask('DELETE', `${base}/${id}${rest}`)).toMatchObject({ status: 204, text: '' });
    expect((await desk.get(`${base}/stat/notes/one.json`)).status).toBe(404);
    expect((await desk.open(url)).status).toBe(404);
    expect((await desk.ask('DELETE', `${base}/${id}${rest}`)).status).toBe(404);
    expect(desk.emulator.files()).toEqual([]);
  });
});

describe('folders', () => {
  const folders = '/files/2026-03/folders';

  it('are created below the root, a path or an id', async () => {
    const desk = openFileDesk();
    const top = await desk.post(folders, { name: 'app' });
    expect(top.status).toBe(201);
    const { id } = v.parse(v.looseObject({ id: v.string() }), top.json());
    expect((await desk.post(folders, { name: 'one', parentFolderId: id })).json()).toMatchObject({
      path: '/app/one',
      parentFolderId: id,
    });
    expect((await desk.post(folders, { name: 'two', parentPath: '/app' })).json()).toMatchObject({
      path: '/app/two',
    });
    const found = v.parse(
      pageSchema,
      (await desk.get(`${folders}/search?sort=path&parentFolderIds=${id}`)).json(),
    );
    expect(found.results.map(({ path }) => path)).toEqual(['/app/one', '/app/two']);
  });

  it.each([
    [409, { name: 'app' }],
    [400, { name: '' }],
    [400, {}],
    [400, { name: 'x', parentFolderId: '1' }],
    [400, { name: 'x', parentFolderId: '1', parentPath: '/app' }],
  ])('are refused with %i: %j', async (status, body) => {
    const desk = openFileDesk();
    await desk.post(folders, { name: 'app' });
    expect((await desk.post(folders, body)).status).toBe(status);
  });
});

it('unsignedFileStatus: 404 hides that a private file is there', async () => {
  const desk = openFileDesk({ behaviour: { unsignedFileStatus: 404 } });
  const { url } = await desk.store('one.json');
  expect((await desk.open(url)).status).toBe(404);
});

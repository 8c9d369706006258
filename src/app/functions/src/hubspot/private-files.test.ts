import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { defaultToken } from '../../../../../emulator/index.ts';
import type { EmulatorOptions, Fault } from '../../../../../emulator/index.ts';
import { startDeadline } from '../deadline.ts';
import { json } from '../testing/fake-hubspot.ts';
import { runEmulator } from '../testing/run-emulator.ts';
import { serveFakeHubSpot, TEST_TOKEN } from '../testing/run-function.ts';
import { createHubSpotClient } from './client.ts';
import { listPrivateFolder } from './list-private-folder.ts';
import { readPrivateFile, removePrivateFile, writePrivateFile } from './private-files.ts';
import { privateFolder, privatePath } from './private-path.ts';

const path = privatePath('journals/r1', 'segment-1.json');

async function open(options: EmulatorOptions = {}) {
  const { emulator, clock, connection } = await runEmulator(options);
  const fetching = { client: createHubSpotClient(connection), deadline: startDeadline(5000) };
  const write = (text: string, place = path) =>
    writePrivateFile(fetching, { path: place, bytes: new TextEncoder().encode(text), timeToLive: 'P30D' });
  const read = async (maxBytes = 1000) => {
    const found = await readPrivateFile(fetching, { path, maxBytes });
    return found.ok && found.value.kind === 'content' ? new TextDecoder().decode(found.value.bytes) : found;
  };
  return { emulator, clock, fetching, write, read };
}

describe('private files', () => {
  it('are read as they were written', async () => {
    const { write, read, emulator } = await open();
    expect(await write('{"a":"ä"}')).toEqual({ ok: true, value: null });
    expect(await read()).toBe('{"a":"ä"}');
    expect(emulator.files()).toMatchObject([
      { path: '/bulk-records/journals/r1/segment-1.json', access: 'PRIVATE' },
    ]);
  });

  it('are any bytes, a megabyte of them', async () => {
    const { fetching } = await open();
    const rows = Array.from({ length: 60_000 }, (_, index) => `row ${index * 7919}`).join('\n');
    const bytes = gzipSync(rows, { level: 0 });
    expect(bytes.byteLength).toBeGreaterThan(600_000);
    await writePrivateFile(fetching, { path, bytes: new Uint8Array(bytes), timeToLive: 'P30D' });
    const found = await readPrivateFile(fetching, { path, maxBytes: 1_500_000 });
    expect(found).toMatchObject({ ok: true, value: { kind: 'content' } });
    if (!found.ok || found.value.kind !== 'content') return;
    expect(gunzipSync(found.value.bytes).toString()).toBe(rows);
  });

  it('are overwritten, whether HubSpot keeps their ids or not', async () => {
    for (const overwriteKeepsFileId of [true, false]) {
      const { write, read, emulator } = await open({ behaviour: { overwriteKeepsFileId } });
      await write('one');
      await write('another');
      expect(await read()).toBe('another');
      expect(emulator.files()).toHaveLength(1);
    }
  });

  it('are absent before they are written and after they are removed', async () => {
    const { write, read, fetching, emulator } = await open();
    expect(await read()).toEqual({ ok: true, value: { kind: 'absent' } });
    await write('one');
    expect(await removePrivateFile(fetching, path)).toEqual({ ok: true, value: null });
    expect(await read()).toEqual({ ok: true, value: { kind: 'absent' } });
    expect(await removePrivateFile(fetching, path)).toEqual({ ok: true, value: null });
    expect(emulator.requestLog.some((entry) => entry.path.endsWith('/gdpr-delete'))).toBe(true);
  });

  it('are gone after their time to live', async () => {
    const { write, read, clock } = await open();
    await write('one');
    clock.advance(30 * 86_400_000);
    expect(await read()).toEqual({ ok: true, value: { kind: 'absent' } });
  });

  it('are not read when they are larger than what was written can be', async () => {
    const { write, read, emulator } = await open();
    await write('x'.repeat(101));
    expect(await read(100)).toEqual({ ok: true, value: { kind: 'too-large' } });
    expect(emulator.requestLog.some((entry) => entry.path.includes('/hubfs/'))).toBe(false);
  });

  it('are listed a page at a time, latest first, minutes later', async () => {
    const { write, clock, fetching } = await open();
    const folder = privateFolder('journals/r1');
    expect(await listPrivateFolder(fetching, { folder })).toEqual({ ok: true, value: { files: [] } });
    for (let count = 1; count <= 103; count += 1) {
      clock.advance(1000);
      await write('x'.repeat(count), privatePath('journals/r1', `segment-${count}.json`));
    }
    await write('x', privatePath('journals/r2', 'segment-1.json'));
    clock.advance(120_000);
    const first = await listPrivateFolder(fetching, { folder });
    expect(first.ok && first.value.files).toHaveLength(100);
    expect(first.ok && first.value.files[0]).toMatchObject({ name: 'segment-103.json', size: 103 });
    const after = first.ok ? (first.value.after ?? '') : '';
    const second = await listPrivateFolder(fetching, { folder, after });
    expect(second.ok && second.value.files.map(({ name }) => name)).toEqual([
      'segment-3.json',
      'segment-2.json',
      'segment-1.json',
    ]);
    expect(second.ok && second.value.after).toBeUndefined();
  });

  it('need the scope files, and say so', async () => {
    const { write, read, fetching, emulator } = await open();
    emulator.revokeScopes(defaultToken, ['files']);
    const refused = { ok: false, failure: { error: { code: 'missing-scopes', scopes: ['files'] } } };
    expect(await write('one')).toMatchObject(refused);
    expect(await read()).toMatchObject(refused);
    expect(await removePrivateFile(fetching, path)).toMatchObject(refused);
    expect(await listPrivateFolder(fetching, { folder: privateFolder('a') })).toMatchObject(refused);
  });

  it.each<[string, Fault, object]>([
    [
      'a busy portal',
      { kind: 'rate-limit', policy: 'ten-secondly' },
      { code: 'rate-limited', retryable: true },
    ],
    ['a server error', { kind: 'status', status: 503 }, { code: 'unavailable', retryable: true }],
    ['a reset', { kind: 'reset' }, { code: 'unavailable', retryable: true }],
    ['half an answer', { kind: 'truncate' }, { code: 'unreadable-answer', retryable: true }],
  ])('say what is wrong with %s', async (_, fault, error) => {
    const { write, read, emulator } = await open();
    await write('one');
    emulator.addFault({ ...fault, match: { path: '/stat/' } });
    expect(await read()).toMatchObject({ ok: false, failure: { error } });
    expect(await read()).toBe('one');
  });

  it.each<[string, Fault]>([
    ['breaks off', { kind: 'truncate' }],
    ['resets', { kind: 'reset' }],
    ['is not there', { kind: 'status', status: 404, body: 'html' }],
  ])('are not half read when the host of files %s', async (_, fault) => {
    const { write, read, emulator } = await open();
    await write('one and only');
    emulator.addFault({ ...fault, match: { path: '^/hubfs/' } });
    expect(await read()).toMatchObject({
      ok: false,
      failure: { error: { code: 'unavailable', retryable: true } },
    });
    expect(await read()).toBe('one and only');
  });

  it('are written once, however often the writing is repeated after a lost answer', async () => {
    const { write, read, emulator } = await open();
    emulator.addFault({ kind: 'reset', when: 'after-write', match: { path: '/files$' } });
    expect(await write('one')).toMatchObject({ ok: false, failure: { error: { code: 'unavailable' } } });
    expect(await write('one')).toMatchObject({ ok: true });
    expect(emulator.files()).toHaveLength(1);
    expect(await read()).toBe('one');
  });
});

describe('the token', () => {
  it('does not go along to the host of files', async () => {
    const hubspot = await serveFakeHubSpot((request) => {
      if (request.path.includes('/stat/')) return json(200, { file: { id: '7', size: 2 } });
      if (request.path.endsWith('/signed-url')) return json(200, { url: `${hubspot.baseUrl}/somewhere` });
      return json(200, {});
    });
    const client = createHubSpotClient({ accessToken: TEST_TOKEN, baseUrl: hubspot.baseUrl });
    const fetching = { client, deadline: startDeadline(5000) };
    expect(await readPrivateFile(fetching, { path, maxBytes: 9 })).toMatchObject({ ok: true });
    expect(hubspot.requests.map(({ authorization }) => authorization)).toEqual([
      `Bearer ${TEST_TOKEN}`,
      `Bearer ${TEST_TOKEN}`,
      '',
    ]);
  });

  it.each(['http://files.example.org/a', 'file:///etc/passwd', 'nonsense'])(
    'nor is anything fetched from %s',
    async (url) => {
      const hubspot = await serveFakeHubSpot((request) =>
        request.path.includes('/stat/') ? json(200, { file: { id: '7', size: 2 } }) : json(200, { url }),
      );
      const client = createHubSpotClient({ accessToken: TEST_TOKEN, baseUrl: hubspot.baseUrl });
      const read = await readPrivateFile({ client, deadline: startDeadline(5000) }, { path, maxBytes: 9 });
      expect(read).toMatchObject({ ok: false, failure: { error: { code: 'unavailable' } } });
      expect(JSON.stringify(read)).not.toContain(url);
    },
  );

  it('stops reading what is larger than it said', async () => {
    const hubspot = await serveFakeHubSpot((request) => {
      if (request.path.includes('/stat/')) return json(200, { file: { id: '7' } });
      if (request.path.endsWith('/signed-url')) return json(200, { url: `${hubspot.baseUrl}/large` });
      return { kind: 'answer', status: 200, text: 'x'.repeat(5_000_000) };
    });
    const client = createHubSpotClient({ accessToken: TEST_TOKEN, baseUrl: hubspot.baseUrl });
    const read = await readPrivateFile({ client, deadline: startDeadline(5000) }, { path, maxBytes: 1000 });
    expect(read).toEqual({ ok: true, value: { kind: 'too-large' } });
  });
});

describe('privatePath', () => {
  it.each([
    '..',
    '.',
    '',
    'a/../b',
    '../a',
    'a//b',
    '/a',
    'a/',
    '.a',
    'a.',
    'A',
    'ä',
    'a%2f',
    'a\\b',
    'a?b',
    'a#b',
  ])('is not made of %j', (name) => {
    expect(() => privatePath('a', name)).toThrow(RangeError);
    expect(() => privatePath(name === 'a/b' ? '..' : name, 'a')).toThrow(RangeError);
  });
});

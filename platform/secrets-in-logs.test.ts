import { CARD_WORDS } from '@bulk-records/core/contract';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createEmulator, serveEmulator } from '../emulator/index.ts';
import type { Fault } from '../emulator/index.ts';
import { loadBuiltFunctions } from './testing/built-functions.ts';
import type { Main } from './testing/built-functions.ts';
import { goodCalls, MARK } from './testing/good-calls.ts';

const TOKEN = 'pat-na1-marked-7c2e';

const failureSchema = v.object({ ok: v.literal(false), error: v.object({ message: v.string() }) });

let functions: ReadonlyMap<string, Main>;

beforeAll(async () => {
  functions = await loadBuiltFunctions();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

afterAll(() => {
  functions = new Map();
});

/** Everything a function writes, by whatever way. */
function catchLogs(): readonly string[] {
  const logged: string[] = [];
  for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir'] as const) {
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      logged.push(words.map(String).join(' '));
    });
  }
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => logged.push(String(chunk)) > 0);
  }
  return logged;
}

interface Told {
  readonly logs: string;
  readonly replies: readonly string[];
  readonly failures: readonly string[];
}

/** All that a run calls, with marked values and a marked token, while HubSpot fails at everything. */
async function callAll(fault: Fault | null, calls = goodCalls): Promise<Told> {
  const emulator = createEmulator({ world: 'empty' });
  emulator.grantScopes(TOKEN, [
    ...['contacts', 'companies', 'owners', 'custom'].flatMap((one) => [
      `crm.objects.${one}.read`,
      `crm.objects.${one}.write`,
    ]),
    ...['crm.schemas.contacts.read', 'crm.schemas.contacts.write', 'files', 'crm.import'],
  ]);
  const served = await serveEmulator(emulator);
  vi.stubEnv('PRIVATE_APP_ACCESS_TOKEN', TOKEN);
  vi.stubEnv('HUBSPOT_API_BASE_URL', served.url);
  if (fault !== null) emulator.addFault(fault);
  const logged = catchLogs();
  try {
    const answered: unknown[] = [];
    for (const [uid, parameters] of calls) answered.push(await functions.get(uid)?.({ parameters }));
    return {
      logs: logged.join('\n'),
      replies: answered.map((reply) => JSON.stringify(reply)),
      failures: answered.filter((reply) => v.is(failureSchema, reply)).map((reply) => JSON.stringify(reply)),
    };
  } finally {
    await served.close();
  }
}

const always = { path: '.', times: 'all' } as const;

const faults: readonly (readonly [string, Fault])[] = [
  ['401', { kind: 'expire-token', match: always }],
  ['403', { kind: 'status', status: 403, message: `no scope for ${MARK} and ${TOKEN}`, match: always }],
  [
    '400 that repeats what was sent',
    { kind: 'status', status: 400, message: `${MARK} ${TOKEN}`, match: always },
  ],
  ['429', { kind: 'rate-limit', policy: 'daily', match: always }],
  ['500', { kind: 'status', status: 500, message: `${MARK} ${TOKEN}`, match: always }],
  ['502 in HTML', { kind: 'status', status: 502, body: 'html', match: always }],
  ['an empty body', { kind: 'status', status: 503, body: 'empty', match: always }],
  ['a broken connection', { kind: 'reset', when: 'before-write', match: always }],
  ['a connection broken after the write', { kind: 'reset', when: 'after-write', match: always }],
  ['half a body', { kind: 'truncate', match: always }],
];

describe('a run with marked values and a marked token', () => {
  it('writes nothing to a log when all is well', async () => {
    const { logs, replies } = await callAll(null);
    expect(logs).toBe('');
    expect(replies.join('\n')).not.toContain(TOKEN);
    expect(replies.filter((reply) => reply.startsWith('{"ok":true')).length).toBeGreaterThan(12);
  });

  it.each(faults)('keeps both out of logs and errors through %s', async (_, fault) => {
    const { logs, replies, failures } = await callAll(fault);
    expect(logs).not.toMatch(new RegExp(`${MARK}|${TOKEN}`));
    expect(replies.join('\n')).not.toContain(`Bearer`);
    expect(failures.length).toBeGreaterThan(3);
    expect(failures.join('\n')).not.toContain(MARK);
    expect(failures.join('\n')).not.toContain(TOKEN);
  });

  it('keeps both out of the log where a function meets an error nobody foresaw', async () => {
    const logged = catchLogs();
    for (const [uid, main] of functions) {
      const context = {
        get parameters() {
          throw new TypeError(`${MARK} ${TOKEN}`);
        },
      };
      const reply = JSON.stringify(await main(context));
      expect(reply).toContain('"code":"internal"');
      expect(reply).not.toMatch(new RegExp(`${MARK}|${TOKEN}`));
      expect(logged.join('\n')).toContain(`${uid} failed: TypeError`);
    }
    expect(logged.join('\n')).not.toMatch(new RegExp(`${MARK}|${TOKEN}`));
  });

  it.each(['', ' ', `${TOKEN}\r\nX-Injected: 1`, 'töken'])(
    'never repeats a token that is none: %j',
    async (token) => {
      const logged = catchLogs();
      vi.stubEnv('PRIVATE_APP_ACCESS_TOKEN', token);
      // Texts need no token.
      for (const [uid, parameters] of goodCalls.filter(([name]) => name !== CARD_WORDS)) {
        const reply = JSON.stringify(await functions.get(uid)?.({ parameters }));
        expect(reply).toMatch(/"code":"(missing|invalid)-token"/);
        expect(reply).not.toMatch(new RegExp(`${MARK}|${TOKEN}|töken`));
      }
      expect(logged).toEqual([]);
    },
  );
});

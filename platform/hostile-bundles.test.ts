import { gzipSync } from 'node:zlib';
import {
  CARD_WORDS,
  associateRecordsRequestSchema,
  importRecordsRequestSchema,
  mappingMemoryRequestSchema,
  OPERATIONS,
  runJournalRequestSchema,
} from '@bulk-records/core/contract';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listFunctions } from '../scripts/function-list.ts';
import { productionFunctionBuild } from '../scripts/build-functions.ts';
import { loadBuiltFunctions } from './testing/built-functions.ts';
import type { Main } from './testing/built-functions.ts';
import { goodCalls } from './testing/good-calls.ts';
import { isPlainObject, placesIn, replaceAt, withKey } from './testing/hostile-places.ts';
import { watchHubSpot } from './testing/watch-hubspot.ts';
import type { WatchedHubSpot } from './testing/watch-hubspot.ts';

const TOKEN = 'pat-na1-marked-7c2e';

const failureSchema = v.object({
  ok: v.literal(false),
  error: v.object({ code: v.string(), message: v.string(), retryable: v.literal(false) }),
});

let functions: ReadonlyMap<string, Main>;
let hubspot: WatchedHubSpot;
const logged: string[] = [];

beforeAll(async () => {
  functions = await loadBuiltFunctions();
  hubspot = await watchHubSpot();
  vi.stubEnv('PRIVATE_APP_ACCESS_TOKEN', TOKEN);
  vi.stubEnv('HUBSPOT_API_BASE_URL', hubspot.baseUrl);
});

beforeEach(() => {
  hubspot.requests.length = 0;
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      logged.push(words.map(String).join(' '));
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await hubspot.close();
});

function mainOf(uid: string): Main {
  const main = functions.get(uid);
  if (main === undefined) throw new Error(`${uid} is not built`);
  return main;
}

/** A clear sentence that repeats nothing, no request, nothing in the log. */
async function expectRefusal(uid: string, context: unknown, what: string): Promise<void> {
  const reply = v.safeParse(failureSchema, await mainOf(uid)(context));
  expect(reply.success, `${uid} takes ${what}`).toBe(true);
  if (!reply.success) return;
  const { code, message } = reply.output.error;
  expect(['bad-request', 'not-allowed'], `${uid}: ${what}`).toContain(code);
  expect(message.length).toBeGreaterThan(10);
  expect(JSON.stringify(reply.output).length).toBeLessThan(2000);
  expect(JSON.stringify(reply.output)).not.toMatch(/X-Injected|\.\.\/|pat-na1/);
  expect(hubspot.requests, `${uid} asks HubSpot with ${what}`).toEqual([]);
  expect(logged).toEqual([]);
}

const huge = 'x'.repeat(10 * 1024 * 1024);

function deep(levels: number): unknown {
  return levels === 0 ? 'x' : { a: deep(levels - 1) };
}

const nested = deep(2000);

const names = goodCalls.map(([uid, parameters], index) => {
  const words = [
    'task' in parameters ? String(parameters.task) : '',
    'operation' in parameters ? String(parameters.operation) : '',
  ];
  return [[uid, ...words].join(' ').trim(), index] as const;
});

function callAt(index: number): readonly [uid: string, parameters: object] {
  const call = goodCalls[index];
  if (call === undefined) throw new Error('no such call');
  return call;
}

describe('the calls the hostile ones are made from', () => {
  it('are of every function that is built', () => {
    const uids = listFunctions(productionFunctionBuild.functionsDirectory).map(({ uid }) => uid);
    expect([...new Set(goodCalls.map(([uid]) => uid))].sort()).toEqual([...uids].sort());
    expect([...functions.keys()].sort()).toEqual([...uids].sort());
  });

  it('are of every operation a function knows', () => {
    const known = [
      ...OPERATIONS,
      ...associateRecordsRequestSchema.options.map(({ entries }) => entries.operation.literal),
      ...mappingMemoryRequestSchema.options.map(({ entries }) => entries.operation.literal),
      ...runJournalRequestSchema.options.map(({ entries }) => entries.operation.literal),
    ];
    const called = goodCalls.flatMap(([, one]) => ('operation' in one ? [String(one.operation)] : []));
    expect(new Set(called)).toEqual(new Set(known));
  });

  it('are of every task of an import', () => {
    const called = goodCalls.flatMap(([, one]) => ('task' in one ? [String(one.task)] : []));
    const known = importRecordsRequestSchema.options.map(({ entries }) => entries.task.literal);
    expect(called.sort()).toEqual(known.sort());
  });

  it.each(names)('are good, so that a refusal is because of the harm: %s', async (_, index) => {
    const [uid, parameters] = callAt(index);
    const reply = await mainOf(uid)({ parameters });
    // Texts come without a word to HubSpot.
    if (uid === CARD_WORDS) expect(reply).toMatchObject({ ok: true, language: 'de' });
    else expect(hubspot.requests.length).toBeGreaterThan(0);
  });
});

describe('a bundle refuses, without a word to HubSpot', () => {
  it.each(names)('values of another type at any place: %s', async (_, index) => {
    const [uid, parameters] = callAt(index);
    const leaves = placesIn(parameters).filter(({ value }) => value !== null);
    for (const { path, value } of leaves) {
      const others = [5, 'x', true, [], { a: 1 }, Number.NaN].filter(
        (other) => typeof other !== typeof value || Array.isArray(other) !== Array.isArray(value),
      );
      for (const other of path.length === 0 ? [5, 'x', true] : others) {
        const what = `${JSON.stringify(other)} at ${path.join('.')}`;
        await expectRefusal(uid, { parameters: replaceAt(parameters, path, other) }, what);
      }
    }
  });

  it.each(names)('keys that reach for a prototype, and keys nobody agreed on: %s', async (_, index) => {
    const [uid, parameters] = callAt(index);
    for (const { path, value } of placesIn(parameters).filter((place) => isPlainObject(place.value))) {
      for (const key of ['__proto__', 'constructor', 'prototype', 'X-Injected: 1\r\n', 'a/../b']) {
        const changed = replaceAt(parameters, path, withKey(value, key, { isAdmin: true }));
        await expectRefusal(uid, { parameters: changed }, `${key} at ${path.join('.')}`);
      }
    }
  });

  it.each(names)('10 MB and very deep nesting at any place: %s', async (_, index) => {
    const [uid, parameters] = callAt(index);
    const many = Array.from({ length: 50_000 }, () => 'x');
    for (const { path } of placesIn(parameters)) {
      for (const harm of [huge, nested, many]) {
        const changed = replaceAt(parameters, path, harm);
        await expectRefusal(uid, { parameters: changed }, `a lot at ${path.join('.')}`);
      }
    }
    await expectRefusal(uid, { parameters: { ...parameters, padding: huge } }, 'padding');
  });

  it('a report or a slice that unpacks to more than it may be', async () => {
    const [, report] = goodCalls.find(([, one]) => 'report' in one) ?? [];
    const bomb = gzipSync(Buffer.alloc(200_000_000)).toString('base64');
    await expectRefusal('run_journal', { parameters: { ...report, content: bomb } }, 'a bomb');
    const [, start] = goodCalls.find(([, one]) => 'slice' in one) ?? [];
    await expectRefusal('import_records', { parameters: { ...start, content: bomb } }, 'a bomb');
  });

  it.each(goodCalls.filter(([uid]) => uid !== 'list_object_types').map(([uid]) => uid))(
    'a context without parameters, or none: %s',
    async (uid) => {
      for (const context of [undefined, null, 5, 'x', [], {}, { parameters: null }, { parameters: [] }]) {
        await expectRefusal(uid, context, JSON.stringify(context));
      }
    },
  );

  it.each([
    ...['users', 'invoices', '0-115', 'butterflies', 'Contacts', '../contacts', 'contacts/batch/archive'],
    ...['contacts?archived=true', 'contacts%2f..', 'contacts\r\nX-Injected: 1', '2-77/../../oauth', '\ud800'],
  ])('the object type %j wherever one stands', async (objectType) => {
    for (const [uid, parameters] of goodCalls) {
      const places = placesIn(parameters).filter(({ path }) => /objectType$/i.test(String(path.at(-1))));
      // A run's summary only names a type; nothing is asked with it.
      const asked = places.filter(({ path }) => path[0] !== 'run');
      for (const { path } of asked) {
        await expectRefusal(uid, { parameters: replaceAt(parameters, path, objectType) }, objectType);
      }
    }
  });

  it.each(['1/../2', '1?archived=true', '0x11', '-1', '1e3', '１７', '17\r\n', '9'.repeat(21)])(
    'the record id %j where HubSpot takes digits only',
    async (id) => {
      for (const [uid, parameters] of goodCalls) {
        for (const { path } of placesIn(parameters).filter(({ path }) =>
          /(to\.id|fromId|toId|fromIds\.\d+|importIds\.\d+|importId)$/.test(path.join('.')),
        )) {
          await expectRefusal(uid, { parameters: replaceAt(parameters, path, id) }, id);
        }
      }
    },
  );
});

/** All a function may ever ask, whatever its parameters hold. */
const KNOWN_TARGETS = [
  /^\/crm\/associations\/2026-03\/contacts\/companies\/(labels|batch\/(read|create))$/,
  /^\/crm\/objects\/2026-03\/contacts\/batch\/(create|read|update|upsert|archive)(\?archived=(true|false))?$/,
  /^\/crm\/objects\/2026-03\/contacts\/search$/,
  /^\/crm\/imports\/2026-03(\/\d{1,20}(\/(errors|cancel))?)?(\?[\w=&-]*)?$/,
  /^\/crm\/properties\/2026-03\/contacts(\/groups)?(\?[\w=&-]*)?$/,
  /^\/(crm-object-schemas|account-info)\/2026-03\/[\w/-]+(\?[\w=&-]*)?$/,
  /^\/crm\/(pipelines|owners)\/2026-03[\w/]*(\?[\w=&-]*)?$/,
  /^\/files\/2026-03\/(files|folders)[\w/.%=&?-]*$/,
];

describe('a text that may be anything', () => {
  it.each([
    ['a path', '../../oauth/v1/access-tokens'],
    ['an encoded path', '%2e%2e%2f%2e%2e%2foauth'],
    ['a header', 'x\r\nX-Injected: 1'],
    ['a query', 'x?archived=true&hapikey=1#'],
    ['an address', 'https://example.org/steal'],
    ['a lone surrogate', '\ud800'],
    ['a null', 'x\u0000y'],
    ['a prototype', '__proto__'],
    ['a formula', "=cmd|' /C calc'!A0"],
  ])('never changes what HubSpot is asked, at any place: %s', async (_, harm) => {
    for (const [uid, parameters] of goodCalls) {
      for (const { path } of placesIn(parameters).filter(({ value }) => typeof value === 'string')) {
        hubspot.requests.length = 0;
        const reply = await mainOf(uid)({ parameters: replaceAt(parameters, path, harm) });
        const refused = v.safeParse(failureSchema, reply);
        const isRefusedByUs =
          refused.success && ['bad-request', 'not-allowed'].includes(refused.output.error.code);
        if (isRefusedByUs) expect(hubspot.requests.map(({ target }) => target)).toEqual([]);
        for (const { target, headers } of hubspot.requests) {
          expect(
            KNOWN_TARGETS.some((known) => known.test(target)),
            `${uid}: ${target}`,
          ).toBe(true);
          expect(target).not.toMatch(/\.\.|%2e%2e|oauth|hapikey/i);
          expect(headers).not.toHaveProperty('x-injected');
          expect([headers.authorization, headers.host]).toEqual([
            `Bearer ${TOKEN}`,
            hubspot.baseUrl.slice('http://'.length),
          ]);
        }
      }
    }
  });
});

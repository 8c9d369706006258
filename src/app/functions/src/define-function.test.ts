import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { defineFunction } from './define-function.ts';
import { json } from './testing/fake-hubspot.ts';
import { TEST_TOKEN, serveFakeHubSpot } from './testing/run-function.ts';

const request = v.strictObject({ name: v.string() });

describe('defineFunction', () => {
  it('hands decoded parameters and a client to the answer', async () => {
    const hubspot = await serveFakeHubSpot(() => json(200, {}));
    const main = defineFunction({
      uid: 'greet',
      request,
      answer: async ({ name }, client) => {
        const { kind } = await client.send({ method: 'GET', path: '/hello', timeoutMs: 5000 });
        return { ok: true, greeting: `${name}: ${kind}` };
      },
    });
    expect(await main({ parameters: { name: 'Ada' } })).toEqual({ ok: true, greeting: 'Ada: response' });
    expect(hubspot.requests.map((seen) => seen.authorization)).toEqual([`Bearer ${TEST_TOKEN}`]);
  });

  it('refuses parameters it cannot decode, before it asks for a token', async () => {
    vi.stubEnv('PRIVATE_APP_ACCESS_TOKEN', '');
    const main = defineFunction({ uid: 'greet', request, answer: () => Promise.resolve({ ok: true }) });
    expect(await main({ parameters: { name: 5 } })).toMatchObject({
      ok: false,
      error: {
        code: 'bad-request',
        retryable: false,
        message: 'The parameters are not as agreed: name: expected string.',
      },
    });
  });

  it('refuses what breaks a rule', async () => {
    const main = defineFunction({
      uid: 'greet',
      request,
      findProblems: () => ['name: expected another'],
      answer: () => Promise.resolve({ ok: true }),
    });
    expect(await main({ parameters: { name: 'Ada' } })).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
  });

  it('says that the token is missing', async () => {
    vi.stubEnv('PRIVATE_APP_ACCESS_TOKEN', undefined);
    const main = defineFunction({ uid: 'greet', request, answer: () => Promise.resolve({ ok: true }) });
    expect(await main({ parameters: { name: 'Ada' } })).toMatchObject({
      ok: false,
      error: { code: 'missing-token' },
    });
    vi.unstubAllEnvs();
  });

  it('answers a bug without details, and logs where it is but none of its words', async () => {
    await serveFakeHubSpot(() => json(200, {}));
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const main = defineFunction({
      uid: 'greet',
      request,
      answer: ({ name }) => Promise.reject(new TypeError(`cannot greet ${name}\nwith ${TEST_TOKEN}`)),
    });
    const reply = await main({ parameters: { name: 'Ada' } });
    const logged = JSON.stringify(log.mock.calls);
    log.mockRestore();
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(logged).toContain('greet failed: TypeError');
    expect(logged).toContain('define-function.test.ts');
    expect(logged + JSON.stringify(reply)).not.toMatch(new RegExp(`Ada|${TEST_TOKEN}`));
  });
});

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import * as v from 'valibot';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import { buildFunctions } from '../../scripts/build-functions.ts';
import type { CallRecord } from './call-record.ts';
import { FunctionFaultPlan } from './function-fault.ts';
import type { FunctionFault } from './function-fault.ts';
import { productionLimits } from './limits.ts';
import type { FunctionLimits } from './limits.ts';
import { createFunctionRunner } from './runner.ts';
import type { FunctionRunner, RunnableFunction, RunnerOptions } from './runner.ts';

let functions: readonly RunnableFunction[] = [];
const runners: FunctionRunner[] = [];

beforeAll(async () => {
  const built = await buildFunctions({
    functionsDirectory: resolve(import.meta.dirname, '../testing/functions'),
    outputDirectory: mkdtempSync(join(tmpdir(), 'workbench-functions-')),
  });
  functions = built.map(({ uid, bundle }) => ({ uid, bundlePath: bundle.path }));
});

afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.close()));
});

interface Bench {
  readonly records: readonly CallRecord[];
  call(
    parameters: unknown,
    functionName?: string,
  ): Promise<{ readonly status: number; readonly body: unknown }>;
}

function startBench(limits: Partial<FunctionLimits> = {}, options: Partial<RunnerOptions> = {}): Bench {
  const records: CallRecord[] = [];
  const runner = createFunctionRunner({
    functions,
    limits: { ...productionLimits, ...limits },
    accessToken: 'pat-test-token',
    hubspotApiBaseUrl: 'http://127.0.0.1:9/portal',
    onCall: (record) => records.push(record),
    ...options,
  });
  runners.push(runner);
  return {
    records,
    async call(parameters, functionName = 'sample') {
      const { status, bodyJson } = await runner.call({
        functionName,
        parametersJson: JSON.stringify(parameters),
        propertiesToSend: { email: 'ann@example.com' },
      });
      const body: unknown = JSON.parse(bodyJson);
      return { status, body };
    },
  };
}

function responseOf(body: unknown): Record<string, unknown> {
  return v.parse(v.object({ response: v.record(v.string(), v.unknown()) }), body).response;
}

describe('an answered call', () => {
  it('carries the raw return value beside a log id', async () => {
    const answer = await startBench().call({ greeting: 'Ann' });
    expect(answer).toEqual({
      status: 200,
      body: { logId: 'workbench-1', response: { message: 'Hello Ann', callCount: 1 } },
    });
  });

  it('gives the function four context keys at most and nothing of our own environment', async () => {
    const answer = await startBench().call({ behaviour: 'context' });
    expect(responseOf(answer.body)).toEqual({
      parameters: { behaviour: 'context' },
      propertiesToSend: { email: 'ann@example.com' },
      secrets: { PRIVATE_APP_ACCESS_TOKEN: 'pat-test-token' },
      environment: {
        PRIVATE_APP_ACCESS_TOKEN: 'pat-test-token',
        HUBSPOT_API_BASE_URL: 'http://127.0.0.1:9/portal',
        NODE_ENV: 'production',
        TZ: 'UTC',
      },
      callCount: 1,
    });
  });

  it("puts the app's own secrets into the environment and not into the context", async () => {
    const answer = await startBench({}, { secrets: { MY_SECRET: 'word' } }).call({
      behaviour: 'context',
    });
    const response = responseOf(answer.body);
    expect(response.environment).toHaveProperty('MY_SECRET', 'word');
    expect(response.secrets).toEqual({ PRIVATE_APP_ACCESS_TOKEN: 'pat-test-token' });
  });

  it('turns a function that returns nothing into null', async () => {
    const answer = await startBench().call({ behaviour: 'undefined' });
    expect(answer.body).toEqual({ logId: 'workbench-1', response: null });
  });
});

describe('instances', () => {
  it('keep the state of a warm function between calls', async () => {
    const bench = startBench();
    await bench.call({ greeting: 'Ann' });
    const second = await bench.call({ greeting: 'Bob' });
    expect(second.body).toMatchObject({ response: { callCount: 2 } });
    expect(bench.records.map((record) => record.isColdStart)).toEqual([true, false]);
  });

  it('take one call at a time, so that simultaneous calls get one each', async () => {
    const bench = startBench();
    const answers = await Promise.all([
      bench.call({ behaviour: 'sleep', bytes: 50 }),
      bench.call({ behaviour: 'sleep', bytes: 50 }),
    ]);
    expect(answers.map((answer) => responseOf(answer.body).callCount)).toEqual([1, 1]);
  });

  it('are never more than allowed: the next call waits for a free one', async () => {
    const bench = startBench({ maxInstances: 1 });
    const answers = await Promise.all([
      bench.call({ behaviour: 'sleep', bytes: 20 }),
      bench.call({ behaviour: 'sleep', bytes: 20 }),
      bench.call({ behaviour: 'sleep', bytes: 20 }),
    ]);
    expect(answers.map((answer) => responseOf(answer.body).callCount)).toEqual([1, 2, 3]);
  });
});

describe('a failing call', () => {
  it.each([
    ['throws', 'throw', 'Error: boom'],
    ['returns something that is not JSON', 'circular', 'Wrong arguments'],
    ['ends its process', 'exit', 'Runtime exited with error: exit status 3'],
  ])('is answered like HubSpot answers it when the function %s', async (_, behaviour, exception) => {
    const answer = await startBench().call({ behaviour });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        status: 'error',
        category: 'VALIDATION_ERROR',
        subCategory: 'GenXExecutionErrorType.APP_ERROR',
        errors: [
          {
            subCategory: 'ServerlessActionExecutionError.SERVERLESS_FUNCTION_ERROR',
            message: `The serverless function 'sample' failed to execute: ${exception}.`,
            context: { exception: [exception], serverlessFunction: ['sample'] },
          },
        ],
      },
    });
  });

  it.each(['hang', 'spin'])('times out when the function does %s', async (behaviour) => {
    const answer = await startBench({ timeoutMs: 300 }).call({ behaviour });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain('Task timed out after 0.30 seconds');
  });

  it('leaves no warm instance behind after a time-out', async () => {
    const bench = startBench({ timeoutMs: 2_000 });
    await bench.call({ greeting: 'Ann' });
    await bench.call({ behaviour: 'spin' });
    const after = await bench.call({ greeting: 'Bob' });
    expect(after.body).toMatchObject({ response: { callCount: 1 } });
  });

  it('is killed when it needs more memory than allowed', async () => {
    const answer = await startBench({ memoryMebibytes: 32 }).call({ behaviour: 'exhaust-memory' });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain('memory');
  });

  it('names a function that does not exist', async () => {
    const answer = await startBench().call({}, 'nobody');
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain('SERVERLESS_FUNCTION_NOT_FOUND');
  });

  it('is refused with 413 when its parameters are too large', async () => {
    const answer = await startBench({ maxParameterBytes: 100 }).call({ text: 'x'.repeat(100) });
    expect(answer).toMatchObject({ status: 413, body: { message: 'request entity too large' } });
  });

  it('fails when its response is too large', async () => {
    const bench = startBench({ maxResponseBytes: 100 });
    const answer = await bench.call({ behaviour: 'bytes', bytes: 200 });
    expect(JSON.stringify(answer.body)).toContain('exceeded maximum allowed payload size (100 bytes)');
  });
});

describe('a missing token', () => {
  function startBenchWithoutToken(): FunctionRunner {
    const runner = createFunctionRunner({
      functions,
      limits: productionLimits,
      hubspotApiBaseUrl: 'http://127.0.0.1:9/portal',
    });
    runners.push(runner);
    return runner;
  }

  it.each([
    ['is 401 for a function that reads it', 'read-token', 401],
    ['is no matter to a function that does not', 'undefined', 200],
  ])('%s', async (_, behaviour, status) => {
    const answer = await startBenchWithoutToken().call({
      functionName: 'sample',
      parametersJson: JSON.stringify({ behaviour }),
      propertiesToSend: {},
    });
    expect(answer.status).toBe(status);
    expect(answer.bodyJson.includes('PRIVATE_APP_USER_TOKEN_UNAVAILABLE')).toBe(status === 401);
  });
});

describe('the record of a call', () => {
  it('keeps sizes, status and what the function printed, not the bodies', async () => {
    const bench = startBench();
    await bench.call({ greeting: 'Ann' });
    expect(bench.records).toMatchObject([
      {
        functionName: 'sample',
        status: 200,
        requestBytes: 18,
        responseBytes: 72,
        log: 'greeting Ann\n',
      },
    ]);
    expect(JSON.stringify(bench.records)).not.toContain('Hello');
  });

  it('keeps what was printed before the instance was killed', async () => {
    const bench = startBench({ timeoutMs: 500 });
    await bench.call({ behaviour: 'spin' });
    expect(bench.records[0]?.log).toBe('about to spin\n');
  });

  it('cuts the printed text at the log limit', async () => {
    const bench = startBench();
    await bench.call({ behaviour: 'log', bytes: 5_000 });
    expect(bench.records[0]?.log).toBe(`${'y'.repeat(4_096)}\n[log truncated]`);
  });
});

describe('a call that is planned to go wrong', () => {
  function startFaulty(fault: FunctionFault): Bench {
    const faults = new FunctionFaultPlan();
    faults.add(fault);
    return startBench({}, { faults });
  }

  it.each([
    ['killed', 400, 'timed-out'],
    ['rejected', 500, 'executor-failed'],
    ['too-large', 413, 'parameters-too-large'],
  ] as const)('%s is answered with %i', async (kind, status, exception) => {
    const bench = startFaulty({ kind });
    expect((await bench.call({ greeting: 'Ann' })).status).toBe(status);
    expect(bench.records.map((record) => record.exception)).toEqual([exception]);
  });

  it('says of a killed one what HubSpot says at its time limit', async () => {
    const { body } = await startFaulty({ kind: 'killed' }).call({});
    expect(JSON.stringify(body)).toContain('Task timed out after 15.00 seconds');
  });

  it('is answered with JSON nobody expects', async () => {
    const { status, body } = await startFaulty({ kind: 'nonsense' }).call({});
    expect(status).toBe(200);
    expect(responseOf(body)).toEqual({ ok: 'maybe' });
  });

  it.each([
    ['nothing', []],
    ['half', ['a']],
    ['all', ['a', 'b']],
  ] as const)('may have done %s of its work', async (done, expected) => {
    const bench = startFaulty({ kind: 'killed', done });
    await bench.call({ behaviour: 'lines', lines: ['a', 'b'] });
    expect(bench.records[0]?.log.split('\n').filter(Boolean)).toEqual(expected);
  });

  it('is the only one that suffers', async () => {
    const bench = startFaulty({ kind: 'rejected', match: { functionName: 'sample', nth: 2 } });
    const statuses = [await bench.call({}), await bench.call({}), await bench.call({})];
    expect(statuses.map(({ status }) => status)).toEqual([200, 500, 200]);
  });
});

import { createCappedText } from './call-record.ts';
import type { CallRecord } from './call-record.ts';
import { answerOf } from './execution-error.ts';
import { execute, failAsPlanned } from './execute-call.ts';
import type { Execution, FunctionCall, Result } from './execute-call.ts';
import type { FunctionFaultPlan } from './function-fault.ts';
import { createInstancePool } from './instance-pool.ts';
import type { InstancePool } from './instance-pool.ts';
import type { FunctionLimits } from './limits.ts';

/** A built function the runner may call. */
export interface RunnableFunction {
  readonly uid: string;
  /** Absolute path of a CommonJS file with `exports.main`. */
  readonly bundlePath: string;
}

export interface RunnerOptions {
  readonly functions: readonly RunnableFunction[];
  readonly limits: FunctionLimits;
  /** Missing: reading it inside a function throws, and the call is answered with 401. */
  readonly accessToken?: string;
  readonly hubspotApiBaseUrl: string;
  /** Secrets of the app; they reach a function through its environment only. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Calls that are to go wrong. */
  readonly faults?: FunctionFaultPlan;
  readonly onCall?: (record: CallRecord) => void;
}

/** HTTP status and JSON body of HubSpot's answer; 200 carries `{ logId, response }`. */
export interface FunctionAnswer {
  readonly status: number;
  readonly bodyJson: string;
  readonly record: CallRecord;
}

export interface FunctionRunner {
  /** Never rejects: whatever the function does becomes an answer. */
  call(call: FunctionCall): Promise<FunctionAnswer>;
  close(): Promise<void>;
}

/** Runs built function bundles under HubSpot's limits, each in instances of its own. */
export function createFunctionRunner(options: RunnerOptions): FunctionRunner {
  const pools = new Map<string, InstancePool>(
    options.functions.map(({ uid, bundlePath }) => [uid, poolOf(bundlePath, options)]),
  );
  let callCount = 0;

  return {
    async call(call) {
      callCount += 1;
      const logId = `workbench-${callCount}`;
      const startedAtMs = Date.now();
      const log = createCappedText(options.limits.maxLogBytes);
      const { limits, accessToken } = options;
      const pool = pools.get(call.functionName);
      const execution: Execution = { pool, limits, accessToken, startedAtMs, onLog: log.append };
      const fault = options.faults?.strike(call.functionName);
      const { result, isColdStart } = await (fault === undefined
        ? execute(call, execution)
        : failAsPlanned(fault, call, execution));
      const facts = { logId, startedAtMs, isColdStart, log: log.text() };
      const answer = answerFrom(result, call, facts);
      options.onCall?.(answer.record);
      return answer;
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

function poolOf(bundlePath: string, options: RunnerOptions): InstancePool {
  const { accessToken, limits } = options;
  return createInstancePool({
    bundlePath,
    throwsOnMissingToken: accessToken === undefined,
    limits,
    environment: {
      ...options.secrets,
      ...(accessToken === undefined ? {} : { PRIVATE_APP_ACCESS_TOKEN: accessToken }),
      HUBSPOT_API_BASE_URL: options.hubspotApiBaseUrl,
      NODE_ENV: 'production',
      TZ: 'UTC',
    },
  });
}

interface CallFacts {
  readonly logId: string;
  readonly startedAtMs: number;
  readonly isColdStart: boolean;
  readonly log: string;
}

function answerFrom(result: Result, call: FunctionCall, facts: CallFacts): FunctionAnswer {
  const { functionName } = call;
  const { status, bodyJson, exception } = bodyOf(result, { functionName, logId: facts.logId });
  return {
    status,
    bodyJson,
    record: {
      logId: facts.logId,
      functionName,
      status,
      exception,
      startedAt: new Date(facts.startedAtMs).toISOString(),
      durationMs: Date.now() - facts.startedAtMs,
      requestBytes: Buffer.byteLength(call.parametersJson ?? ''),
      responseBytes: Buffer.byteLength(bodyJson),
      isColdStart: facts.isColdStart,
      log: facts.log,
    },
  };
}

function bodyOf(result: Result, call: { functionName: string; logId: string }) {
  switch (result.kind) {
    case 'answered': {
      const bodyJson = `{"logId":${JSON.stringify(call.logId)},"response":${result.responseJson}}`;
      return { status: 200, bodyJson, exception: '' };
    }
    case 'error': {
      const answer = answerOf(result.error, call);
      const bodyJson = JSON.stringify(answer.body);
      return { status: answer.status, bodyJson, exception: result.error.kind };
    }
  }
}

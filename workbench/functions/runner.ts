import { createCappedText } from './call-record.ts';
import type { CallRecord } from './call-record.ts';
import { answerOf } from './execution-error.ts';
import type { ExecutionError } from './execution-error.ts';
import { createInstancePool } from './instance-pool.ts';
import type { InstancePool, PooledOutcome } from './instance-pool.ts';
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
  readonly onCall?: (record: CallRecord) => void;
}

/** What arrives at HubSpot when a card calls `hubspot.serverless(name, { parameters })`. */
export interface FunctionCall {
  readonly functionName: string;
  /** JSON text, so that its size is the size on the wire. `undefined`: the card sent none. */
  readonly parametersJson: string | undefined;
  readonly propertiesToSend: Readonly<Record<string, string | null>>;
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

type Result =
  | { readonly kind: 'answered'; readonly responseJson: string }
  | { readonly kind: 'error'; readonly error: ExecutionError };

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
      let isColdStart = false;
      const pool = pools.get(call.functionName);
      const refusal = refusalOf(call, options.limits);
      let result: Result;
      if (pool === undefined) result = failed({ kind: 'function-not-found' });
      else if (refusal !== undefined) result = failed(refusal);
      else {
        const pooled = await pool.run({ contextJson: contextOf(call, options), onLog: log.append });
        isColdStart = pooled.isColdStart;
        result = resultOf(pooled, options.limits, startedAtMs);
      }
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

function refusalOf(call: FunctionCall, limits: FunctionLimits): ExecutionError | undefined {
  if (call.parametersJson === undefined) return undefined;
  if (Buffer.byteLength(call.parametersJson) > limits.maxParameterBytes) {
    return { kind: 'parameters-too-large' };
  }
  try {
    JSON.parse(call.parametersJson);
    return undefined;
  } catch {
    return { kind: 'parameters-not-json' };
  }
}

/** Exactly the four keys HubSpot builds; the app's own secrets are in the environment only. */
function contextOf(call: FunctionCall, { accessToken }: RunnerOptions): string {
  const secrets = accessToken === undefined ? {} : { PRIVATE_APP_ACCESS_TOKEN: accessToken };
  const parameters = call.parametersJson === undefined ? '' : `"parameters":${call.parametersJson},`;
  return `{${parameters}"propertiesToSend":${JSON.stringify(call.propertiesToSend)},"secrets":${JSON.stringify(secrets)}}`;
}

function failed(error: ExecutionError): Result {
  return { kind: 'error', error };
}

function resultOf(pooled: PooledOutcome, limits: FunctionLimits, startedAtMs: number): Result {
  const { outcome } = pooled;
  switch (outcome.kind) {
    case 'answered':
      return Buffer.byteLength(outcome.responseJson) > limits.maxResponseBytes
        ? failed({ kind: 'response-too-large', maxBytes: limits.maxResponseBytes })
        : outcome;
    case 'failed':
      return failed({ kind: outcome.reason, message: outcome.message });
    case 'timed-out': {
      const at = new Date(startedAtMs + limits.timeoutMs).toISOString();
      return failed({ kind: 'timed-out', timeoutMs: limits.timeoutMs, at });
    }
    case 'crashed':
      return failed(outcome);
  }
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

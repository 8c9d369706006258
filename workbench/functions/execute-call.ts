import type { ExecutionError } from './execution-error.ts';
import { firstHalf } from './function-fault.ts';
import type { FunctionFault } from './function-fault.ts';
import type { InstancePool, PooledOutcome } from './instance-pool.ts';
import type { FunctionLimits } from './limits.ts';

/** What arrives at HubSpot when a card calls `hubspot.serverless(name, { parameters })`. */
export interface FunctionCall {
  readonly functionName: string;
  /** JSON text, so that its size is the size on the wire. `undefined`: the card sent none. */
  readonly parametersJson: string | undefined;
  readonly propertiesToSend: Readonly<Record<string, string | null>>;
}

export type Result =
  | { readonly kind: 'answered'; readonly responseJson: string }
  | { readonly kind: 'error'; readonly error: ExecutionError };

/** What one call is executed with. */
export interface Execution {
  /** `undefined`: there is no such function. */
  readonly pool: InstancePool | undefined;
  readonly limits: FunctionLimits;
  readonly accessToken: string | undefined;
  readonly startedAtMs: number;
  readonly onLog: (text: string) => void;
}

interface Executed {
  readonly result: Result;
  readonly isColdStart: boolean;
}

/** Runs the function, unless HubSpot would not get so far. */
export async function execute(call: FunctionCall, execution: Execution): Promise<Executed> {
  const { pool, limits, startedAtMs, onLog } = execution;
  const refusal: ExecutionError | undefined =
    pool === undefined ? { kind: 'function-not-found' } : refusalOf(call, limits);
  if (pool === undefined || refusal !== undefined) {
    return { result: failed(refusal ?? { kind: 'function-not-found' }), isColdStart: false };
  }
  const pooled = await pool.run({ contextJson: contextOf(call, execution), onLog });
  return { result: resultOf(pooled, limits, startedAtMs), isColdStart: pooled.isColdStart };
}

/** What the function does before its call goes wrong is really done; the answer comes at once, also a time-out's. */
export async function failAsPlanned(
  fault: FunctionFault,
  call: FunctionCall,
  execution: Execution,
): Promise<Executed> {
  const { done = 'nothing' } = fault;
  const isColdStart =
    done !== 'nothing' && (await execute(done === 'half' ? halved(call) : call, execution)).isColdStart;
  return { result: faultyResult(fault, execution), isColdStart };
}

function halved(call: FunctionCall): FunctionCall {
  const { parametersJson = 'null' } = call;
  return { ...call, parametersJson: JSON.stringify(firstHalf(JSON.parse(parametersJson))) };
}

function faultyResult({ kind }: FunctionFault, { limits, startedAtMs }: Execution): Result {
  const { timeoutMs } = limits;
  switch (kind) {
    case 'killed':
      return failed({ kind: 'timed-out', timeoutMs, at: new Date(startedAtMs + timeoutMs).toISOString() });
    case 'rejected':
      return failed({ kind: 'executor-failed' });
    case 'nonsense':
      return { kind: 'answered', responseJson: '{"ok":"maybe"}' };
    case 'too-large':
      return failed({ kind: 'parameters-too-large' });
  }
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
function contextOf(call: FunctionCall, { accessToken }: Execution): string {
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

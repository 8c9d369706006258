import * as v from 'valibot';
import type { Sleep } from '../emulator-options.ts';
import { breakBody } from './break-body.ts';
import type { Fault } from './fault-plan.ts';
import { limitPolicies } from './fault-plan.ts';
import type { Kernel } from './kernel.ts';
import { nextCorrelationId } from './correlation-id.ts';
import { limitRefusal } from './rate-limit.ts';
import { refusalBody } from './reply.ts';

export type Dispatch = (request: Request) => Promise<Response>;

/** The connection broke off without an answer: what `fetch` reports as a TypeError. */
export class ConnectionReset extends TypeError {
  constructor() {
    super('fetch failed', { cause: new Error('read ECONNRESET') });
  }
}

/** Rejects when the caller gives up; settles in no other way. */
function neverAnswer(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = (): void => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    };
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}

function errorPage(status: number): string {
  return `<html>\n<head><title>${status}</title></head>\n<body><center><h1>${status}</h1></center></body>\n</html>\n`;
}

function failedResponse(fault: Extract<Fault, { kind: 'status' }>, kernel: Kernel): Response {
  const correlationId = nextCorrelationId(kernel.clock.nowMs(), kernel.random);
  const retryAfter = fault.retryAfter === undefined ? {} : { 'Retry-After': fault.retryAfter };
  const headers = { 'X-HubSpot-Correlation-Id': correlationId, ...retryAfter };
  switch (fault.body ?? 'json') {
    case 'empty':
      return new Response(null, { status: fault.status, headers });
    case 'html':
      return new Response(errorPage(fault.status), {
        status: fault.status,
        headers: { ...headers, 'Content-Type': 'text/html' },
      });
    case 'json':
      return Response.json(refusalBody({ message: 'internal error' }, correlationId), {
        status: fault.status,
        headers,
      });
  }
}

function limitedResponse(fault: Extract<Fault, { kind: 'rate-limit' }>, kernel: Kernel): Response {
  const correlationId = nextCorrelationId(kernel.clock.nowMs(), kernel.random);
  const retryAfter = kernel.behaviour.retryAfterOn429 ? { 'Retry-After': '10' } : {};
  return Response.json(refusalBody(limitRefusal(limitPolicies[fault.policy]), correlationId), {
    status: 429,
    headers: { 'X-HubSpot-Correlation-Id': correlationId, ...retryAfter },
  });
}

const batchBody = v.pipe(v.string(), v.parseJson(), v.looseObject({ inputs: v.array(v.unknown()) }));

/** The same request with the first half of its inputs. */
async function halved(request: Request): Promise<Request> {
  const body = v.safeParse(batchBody, await request.clone().text());
  if (!body.success) return request;
  const { inputs } = body.output;
  const half = { ...body.output, inputs: inputs.slice(0, Math.ceil(inputs.length / 2)) };
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: JSON.stringify(half),
    signal: request.signal,
  });
}

async function writeFirst(fault: Fault, request: Request, dispatch: Dispatch): Promise<void> {
  switch (fault.when ?? 'before-write') {
    case 'before-write':
      return;
    case 'after-write':
      await dispatch(request.clone());
      return;
    case 'half-written':
      await dispatch(await halved(request));
  }
}

/** Carries one fault out. Whether the write happens first is the fault's `when`. */
export async function failAsPlanned(
  fault: Fault,
  request: Request,
  { kernel, dispatch, sleep }: { kernel: Kernel; dispatch: Dispatch; sleep: Sleep },
): Promise<Response> {
  switch (fault.kind) {
    case 'truncate':
    case 'omit-row':
    case 'strip-trace-ids':
    case 'strip-context':
    case 'empty-result':
      return breakBody(fault, await dispatch(request));
    case 'slow':
      await sleep(fault.delayMs, request.signal);
      return dispatch(request);
    case 'status':
      await writeFirst(fault, request, dispatch);
      return failedResponse(fault, kernel);
    case 'rate-limit':
      await writeFirst(fault, request, dispatch);
      return limitedResponse(fault, kernel);
    case 'reset':
      await writeFirst(fault, request, dispatch);
      throw new ConnectionReset();
    case 'hang':
      await writeFirst(fault, request, dispatch);
      return neverAnswer(request.signal);
  }
}

import * as v from 'valibot';
import type { Sleep } from '../emulator-options.ts';
import { breakBody } from './break-body.ts';
import { bearerToken } from './access.ts';
import { failedResponse, limitedResponse } from './failed-response.ts';
import type { Fault } from './fault.ts';
import type { Kernel } from './kernel.ts';

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

type RightsFault = Extract<Fault, { kind: 'expire-token' | 'revoke-scopes' }>;

function takeRights(fault: RightsFault, request: Request, { tokens }: Kernel): void {
  const token = bearerToken(request.headers.get('authorization')) ?? '';
  if (fault.kind === 'expire-token') tokens.expire(token);
  else tokens.revokeScopes(token, fault.scopes);
}

/** The portal itself refuses what comes after the loss. */
async function loseRights(
  fault: RightsFault,
  request: Request,
  { kernel, dispatch }: { kernel: Kernel; dispatch: Dispatch },
): Promise<Response> {
  if (fault.when !== 'after-write') {
    takeRights(fault, request, kernel);
    return dispatch(request);
  }
  const response = await dispatch(request);
  takeRights(fault, request, kernel);
  return response;
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
    case 'empty-errors':
    case 'empty-result':
      return breakBody(fault, await dispatch(request));
    case 'slow':
      await sleep(fault.delayMs, request.signal);
      return dispatch(request);
    case 'expire-token':
    case 'revoke-scopes':
      return loseRights(fault, request, { kernel, dispatch });
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

import type { Fault } from './fault.ts';
import type { Kernel } from './kernel.ts';
import { nextCorrelationId } from './correlation-id.ts';
import type { LimitPolicy } from './rate-limit.ts';
import { limitRefusal } from './rate-limit.ts';
import { refusalBody } from './reply.ts';

/** Cloudflare stands before HubSpot and answers these itself (HubSpot error-handling guide; Cloudflare's titles). */
const cloudflareTitles: Readonly<Record<number, string>> = {
  520: 'Web server is returning an unknown error',
  521: 'Web server is down',
  522: 'Connection timed out',
  523: 'Origin is unreachable',
  524: 'A timeout occurred',
  525: 'SSL handshake failed',
  526: 'Invalid SSL certificate',
};

/** No body of these was recorded but that of 415, which is this emulator's own route's; the words are ours. */
const sentences: Readonly<Record<number, string>> = {
  415: 'HTTP 415 Unsupported Media Type',
  423: 'The resource is locked. Please try again in a few seconds.',
  477: 'The account is being migrated between data hosting locations.',
};

function errorPage(status: number): string {
  const cloudflare = cloudflareTitles[status];
  const title = cloudflare === undefined ? String(status) : `api.hubapi.com | ${status}: ${cloudflare}`;
  return `<html>\n<head><title>${title}</title></head>\n<body><center><h1>${title}</h1></center></body>\n</html>\n`;
}

/** The answer of a `status` fault. */
export function failedResponse(fault: Extract<Fault, { kind: 'status' }>, kernel: Kernel): Response {
  const { status, message = sentences[status] ?? 'internal error' } = fault;
  const correlationId = nextCorrelationId(kernel.clock.nowMs(), kernel.random);
  const headers = {
    // HubSpot never saw what Cloudflare answers.
    ...(status in cloudflareTitles ? {} : { 'X-HubSpot-Correlation-Id': correlationId }),
    ...(fault.retryAfter === undefined ? {} : { 'Retry-After': fault.retryAfter }),
  };
  switch (fault.body ?? 'json') {
    case 'empty':
      return new Response(null, { status, headers });
    case 'html':
      return new Response(errorPage(status), {
        status,
        headers: { ...headers, 'Content-Type': 'text/html' },
      });
    case 'json':
      return Response.json(refusalBody({ message }, correlationId), { status, headers });
  }
}

const limitPolicies: Readonly<Record<'ten-secondly' | 'secondly' | 'daily', LimitPolicy>> = {
  'ten-secondly': 'TEN_SECONDLY_ROLLING',
  secondly: 'SECONDLY',
  daily: 'DAILY',
};

/** A 429 although the limits are not reached. */
export function limitedResponse(fault: Extract<Fault, { kind: 'rate-limit' }>, kernel: Kernel): Response {
  const correlationId = nextCorrelationId(kernel.clock.nowMs(), kernel.random);
  const retryAfter = kernel.behaviour.retryAfterOn429 ? { 'Retry-After': '10' } : {};
  return Response.json(refusalBody(limitRefusal(limitPolicies[fault.policy]), correlationId), {
    status: 429,
    headers: { 'X-HubSpot-Correlation-Id': correlationId, ...retryAfter },
  });
}

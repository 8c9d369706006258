import type { Context, Hono } from 'hono';
import type { ApiVersion } from '../model/api-version.ts';
import { apiVersions } from '../model/api-version.ts';
import type { ObjectType } from '../model/object-type.ts';
import type { TokenGrant } from './access.ts';
import { missingSchemaScopes, missingScopes } from './access.ts';
import type { Call, ObjectCall } from './call.ts';
import { nextCorrelationId } from './correlation-id.ts';
import type { Kernel } from './kernel.ts';
import { limitRefusal } from './rate-limit.ts';
import type { Reply } from './reply.ts';
import { refusalBody, replyRefusal } from './reply.ts';

export interface AppEnv {
  readonly Bindings: { readonly kernel: Kernel };
}

export type App = Hono<AppEnv>;

export type ObjectAccess = 'objects-read' | 'objects-write' | 'properties-read' | 'properties-write';

interface RouteShape {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly paths: readonly string[];
  readonly isSearch?: boolean;
}

/** A route below an object type (`:objectType` or `:fromType` in its path). */
export interface ObjectRoute extends RouteShape {
  readonly access: ObjectAccess;
  readonly run: (call: ObjectCall) => Reply;
}

export interface PlainRoute extends RouteShape {
  /** One of them is enough; none means any valid token. */
  readonly anyScopeOf: readonly string[];
  readonly run: (call: Call) => Reply;
}

/** Scopes of which one opens the object type. */
export function scopesFor(objectType: ObjectType, access: ObjectAccess): readonly string[] {
  const { read, write } = objectType.scopes;
  const schema = objectType.isCustom ? 'custom' : objectType.plural;
  switch (access) {
    case 'objects-read':
      return read;
    case 'objects-write':
      return write;
    case 'properties-read':
      return [...new Set([`crm.schemas.${schema}.read`, ...read])];
    case 'properties-write':
      return [`crm.schemas.${schema}.write`];
  }
}

function versionOf(c: Context<AppEnv>): ApiVersion {
  const named = c.req.path.split('/').find((part) => apiVersions.some((version) => version === part));
  return apiVersions.find((version) => version === named) ?? 'v3';
}

export function toResponse(reply: Reply, kernel: Kernel, extra: Readonly<Record<string, string>>): Response {
  const correlationId = nextCorrelationId(kernel.clock.nowMs(), kernel.random);
  const headers = { 'X-HubSpot-Correlation-Id': correlationId, ...extra };
  const json = { ...headers, 'Content-Type': 'application/json;charset=utf-8' };
  switch (reply.kind) {
    case 'bytes':
      return new Response(reply.bytes, {
        status: reply.status,
        headers: { ...headers, 'Content-Type': reply.contentType },
      });
    case 'empty':
      return new Response(null, { status: reply.status, headers });
    case 'html':
      return new Response(reply.body, {
        status: reply.status,
        headers: { ...headers, 'Content-Type': 'text/html;charset=iso-8859-1', 'X-Hubspot-Notfound': 'true' },
      });
    case 'json':
      return new Response(JSON.stringify(reply.body), { status: reply.status, headers: json });
    case 'refusal':
      return new Response(JSON.stringify(refusalBody(reply.refusal, correlationId)), {
        status: reply.status,
        headers: json,
      });
  }
}

function isAllowed(grant: TokenGrant, anyOf: readonly string[]): boolean {
  return anyOf.length === 0 || anyOf.some((scope) => grant.scopes.has(scope));
}

function wrongContentType(c: Context<AppEnv>, bodyText: string): boolean {
  return (
    bodyText !== '' && !(c.req.header('content-type') ?? '').toLowerCase().startsWith('application/json')
  );
}

export interface Gate {
  readonly anyOf: readonly string[];
  readonly isSearch: boolean;
  readonly isSchemaFlavour: boolean;
  /** Reads the body and answers the admitted request. */
  readonly answer: (call: Omit<Call, 'bodyText'>) => Promise<Reply>;
}

function withJsonBody(c: Context<AppEnv>, run: (call: Call) => Reply): Gate['answer'] {
  return async (call) => {
    const bodyText = await c.req.text();
    return wrongContentType(c, bodyText)
      ? replyRefusal(415, { message: 'HTTP 415 Unsupported Media Type' })
      : run({ ...call, bodyText });
  };
}

/** The order is HubSpot's: token, scopes (without rate headers in recorded traffic), limits, then the body. */
export async function passGate(c: Context<AppEnv>, grant: TokenGrant, gate: Gate): Promise<Response> {
  const { kernel } = c.env;
  if (!isAllowed(grant, gate.anyOf)) {
    const refusal = gate.isSchemaFlavour ? missingSchemaScopes(gate.anyOf) : missingScopes(gate.anyOf);
    return toResponse(replyRefusal(403, refusal), kernel, {});
  }
  const admission = kernel.limiter.admit(grant.appId, gate.isSearch);
  // Search answers carry no rate headers (HubSpot usage guidelines).
  const rateHeaders = gate.isSearch ? {} : kernel.limiter.headers(grant.appId);
  if (admission !== 'admitted') {
    const retryAfter = kernel.behaviour.retryAfterOn429 ? { 'Retry-After': '10' } : {};
    return toResponse(replyRefusal(429, limitRefusal(admission)), kernel, { ...rateHeaders, ...retryAfter });
  }
  const url = new URL(c.req.url);
  const reply = await gate.answer({
    kernel,
    grant,
    version: versionOf(c),
    method: c.req.method,
    path: c.req.path,
    params: c.req.param(),
    query: url.searchParams,
    nowMs: kernel.clock.nowMs(),
    origin: url.origin,
  });
  return toResponse(reply, kernel, rateHeaders);
}

type Authenticated = (c: Context<AppEnv>, grant: TokenGrant) => Promise<Response>;

export function authenticated(next: Authenticated): (c: Context<AppEnv>) => Promise<Response> {
  return async (c) => {
    const { kernel } = c.env;
    const access = kernel.tokens.authenticate(c.req.header('authorization') ?? null);
    if (access.kind === 'refused') return toResponse(replyRefusal(access.status, access.refusal), kernel, {});
    return next(c, access.grant);
  };
}

export function mountPlainRoute(app: App, route: PlainRoute): void {
  const gate = {
    anyOf: route.anyScopeOf,
    isSearch: route.isSearch === true,
    isSchemaFlavour: true,
  };
  app.on(
    route.method,
    [...route.paths],
    authenticated((c, grant) => passGate(c, grant, { ...gate, answer: withJsonBody(c, route.run) })),
  );
}

export function mountObjectRoute(app: App, route: ObjectRoute): void {
  const handler: Authenticated = (c, grant) => {
    const { kernel } = c.env;
    const params: Readonly<Record<string, string | undefined>> = c.req.param();
    const pathName = params.objectType ?? params.fromType ?? '';
    const store = kernel.portal.findType(pathName);
    if (store === undefined) {
      const refusal = { message: `Unable to infer object type from: ${pathName}` };
      return Promise.resolve(
        toResponse(replyRefusal(400, refusal), kernel, kernel.limiter.headers(grant.appId)),
      );
    }
    const gate: Gate = {
      anyOf: scopesFor(store.objectType, route.access),
      isSearch: route.isSearch === true,
      isSchemaFlavour: false,
      answer: withJsonBody(c, (call) => route.run({ ...call, store })),
    };
    return passGate(c, grant, gate);
  };
  app.on(route.method, [...route.paths], authenticated(handler));
}

/** Any path no route knows. */
export function unknownPathResponse(kernel: Kernel, reply: Reply): Response {
  return toResponse(reply, kernel, {});
}

import type { Clock } from '../clock.ts';
import type { Refusal } from './reply.ts';

export const defaultToken = 'pat-emulator-0001';

export interface TokenGrant {
  readonly token: string;
  readonly appId: string;
  readonly scopes: ReadonlySet<string>;
  readonly expiredAtMs?: number;
}

export type Access =
  | { readonly kind: 'granted'; readonly grant: TokenGrant }
  | { readonly kind: 'refused'; readonly status: number; readonly refusal: Refusal };

const credentialsNotFound: Refusal = {
  message:
    'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more ' +
    'details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
  category: 'INVALID_AUTHENTICATION',
};

/** The token of an `Authorization` header. */
export function bearerToken(header: string | null): string | undefined {
  return /^Bearer\s+(\S+)$/iu.exec(header ?? '')?.[1];
}

/** The tokens of the portal's apps and what each may do. */
export class TokenTable {
  private readonly grants = new Map<string, TokenGrant>();
  private readonly clock: Clock;

  constructor(clock: Clock, grants: readonly TokenGrant[]) {
    this.clock = clock;
    for (const grant of grants) this.grants.set(grant.token, grant);
  }

  grantScopes(token: string, scopes: readonly string[], appId = '19083857'): void {
    const existing = this.grants.get(token);
    const all = new Set([...(existing?.scopes ?? []), ...scopes]);
    this.grants.set(token, { token, appId: existing?.appId ?? appId, scopes: all });
  }

  revokeScopes(token: string, scopes: readonly string[]): void {
    const existing = this.grants.get(token);
    if (existing === undefined) return;
    const kept = new Set([...existing.scopes].filter((scope) => !scopes.includes(scope)));
    this.grants.set(token, { ...existing, scopes: kept });
  }

  expire(token: string): void {
    const existing = this.grants.get(token);
    if (existing !== undefined) this.grants.set(token, { ...existing, expiredAtMs: this.clock.nowMs() });
  }

  /** Judges the `Authorization` header. Bodies as observed live (401) and reported publicly (expired). */
  authenticate(header: string | null): Access {
    const token = bearerToken(header);
    const grant = token === undefined ? undefined : this.grants.get(token);
    if (grant === undefined) return { kind: 'refused', status: 401, refusal: credentialsNotFound };
    if (grant.expiredAtMs === undefined) return { kind: 'granted', grant };
    const seconds = Math.floor((this.clock.nowMs() - grant.expiredAtMs) / 1_000);
    const message = `The OAuth token used to make this call expired ${seconds} second(s) ago.`;
    return { kind: 'refused', status: 401, refusal: { message, category: 'EXPIRED_AUTHENTICATION' } };
  }
}

/** 403 of an object endpoint (recorded traffic, 2024-10): any one of the named scopes would do. */
export function missingScopes(anyOf: readonly string[]): Refusal {
  return {
    message:
      "This app hasn't been granted all required scopes to make this call. Read more about required scopes " +
      'here: https://developers.hubspot.com/scopes.',
    errors: [
      {
        message: 'One or more of the following scopes are required.',
        context: { requiredGranularScopes: anyOf },
      },
    ],
    links: { scopes: 'https://developers.hubspot.com/scopes' },
    category: 'MISSING_SCOPES',
  };
}

/** 403 of the schemas endpoints: another flavour of the same error (connector fixture). */
export function missingSchemaScopes(anyOf: readonly string[]): Refusal {
  return {
    message: 'One or more of the following scopes are required.',
    context: { requiredGranularScopes: anyOf, links: ['https://developers.hubspot.com/scopes'] },
    category: 'MISSING_SCOPES',
  };
}

import type { Failure } from '@bulk-records/core/contract';
import { makeFailure } from '../failure.ts';
import type { HubSpotConnection } from './client.ts';

const HUBSPOT_API = 'https://api.hubapi.com';

/** Environment variables; reading one may throw. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads token and address from the environment of this very call. HubSpot's local server swaps `process.env` per
 * call and, where it has no token, puts a throwing getter in its place (ui-extensions-dev-server 2.1.2,
 * `serverless/executor`), so nothing may be read when the module loads.
 */
export function readConnection(environment: Environment): HubSpotConnection | Failure {
  const accessToken = readVariable(environment, 'PRIVATE_APP_ACCESS_TOKEN');
  if (accessToken === '') {
    return makeFailure('missing-token', 'HubSpot gave this function no access token. Is the app installed?');
  }
  // Anything else would make the HTTP client throw an error that quotes the token.
  if (!/^[\x21-\x7e]+$/.test(accessToken)) {
    return makeFailure('invalid-token', 'The access token has characters that no HubSpot token has.');
  }
  const baseUrl = readBaseUrl(readVariable(environment, 'HUBSPOT_API_BASE_URL'));
  if (baseUrl === undefined) {
    return makeFailure('internal', 'HUBSPOT_API_BASE_URL has to be https, or http on this very machine.');
  }
  return { accessToken, baseUrl };
}

function readVariable(environment: Environment, name: string): string {
  try {
    return (environment[name] ?? '').trim();
  } catch {
    return '';
  }
}

/** For a local HubSpot. Unencrypted addresses are refused: the token would travel in the open. */
function readBaseUrl(text: string): string | undefined {
  if (text === '') return HUBSPOT_API;
  if (!isSafeAddress(text)) return undefined;
  const url = new URL(text);
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** Encrypted, or on this very machine. */
export function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLocal);
}

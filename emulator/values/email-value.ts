import { isKnownTopLevelDomain } from './top-level-domains.ts';
import type { ValueVerdict } from './value-verdict.ts';
import { accept, reject } from './value-verdict.ts';

const address = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+([a-z0-9-]{2,})$/u;

/** Stored trimmed and in lower case; an unknown top-level domain is invalid (public issue, batch create, 2023-09). */
export function judgeEmail(propertyName: string, raw: string): ValueVerdict {
  const email = raw.trim().toLowerCase();
  const topLevelDomain = address.exec(email)?.[1];
  const isValid =
    topLevelDomain !== undefined &&
    isKnownTopLevelDomain(topLevelDomain) &&
    !email.includes('..') &&
    !email.startsWith('.') &&
    !email.includes('.@');
  if (isValid) return accept(email);
  return reject({
    propertyName,
    code: 'INVALID_EMAIL',
    message: `Email address ${raw} is invalid`,
    value: raw,
  });
}

import { readAs, refuse } from './cell-reading.ts';
import type { CellReading } from './cell-reading.ts';

/** The longest address that mail takes (RFC 5321, 4.5.3.1.3). */
const MAX_EMAIL_LENGTH = 254;
const AROUND_ADDRESSES = /[\s<>()[\]{};,"'|]+|mailto:/gi;
const MAX_CANDIDATES = 5;

/**
 * An e-mail address, trimmed and in lower case as HubSpot stores it. Refused is only what HubSpot surely refuses:
 * no one `@`, blanks inside, a domain without a dot. Addresses inside a longer text are candidates.
 */
export function readEmail(raw: string): CellReading {
  const text = raw.trim();
  if (isEmail(text)) return readAs(text.toLowerCase());
  const found =
    text.length > MAX_LENGTH_SEARCHED ? [] : text.split(AROUND_ADDRESSES).map(trimDots).filter(isEmail);
  const values = [...new Set(found.map((address) => address.toLowerCase()))].slice(0, MAX_CANDIDATES);
  const candidates = values.map((value) => ({ value, label: value }));
  return refuse(raw, { code: 'not-an-email', expected: { kind: 'email' }, candidates });
}

const MAX_LENGTH_SEARCHED = 2000;

function trimDots(text: string): string {
  return text.replace(/^[.:]+/, '').replace(/[.:]$/, '');
}

/** Nothing that ends an address in a text, one `@`, and a domain of at least two labels. */
const EMAIL = /^[^\s<>,;:"()@]+@[^\s<>,;:"()@.]+(?:\.[^\s<>,;:"()@.]+)+$/;

function isEmail(text: string): boolean {
  return text.length <= MAX_EMAIL_LENGTH && EMAIL.test(text);
}

/** A domain stays as typed but for blanks around it: HubSpot takes off scheme and path itself. */
export function readDomain(raw: string): CellReading {
  const text = raw.trim();
  if (!/\s/.test(text)) return readAs(text);
  const value = text.replace(/\s+/g, '');
  const candidates = /^[^.]+(?:\.[^.]+)+$/.test(value) ? [{ value, label: value }] : [];
  return refuse(raw, { code: 'not-a-domain', expected: { kind: 'domain' }, candidates });
}

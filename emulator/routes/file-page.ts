import type { Json } from '../format/json.ts';
import type { Call } from '../http/call.ts';
import type { Reply } from '../http/reply.ts';
import { replyInvalid, replyJson } from '../http/reply.ts';
import { pageBody } from './list-objects.ts';

interface Paging<T> {
  readonly call: Call;
  readonly sortKeys: Readonly<Record<string, (item: T) => string | number>>;
  readonly toBody: (item: T) => Json;
}

const defaultPageSize = 10;
const maxPageSize = 100;

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en');
}

/** One page of a search of files or folders: `limit`, `after` (an opaque cursor) and `sort` (`-name` is backwards). */
export function readPage<T>(items: readonly T[], { call, sortKeys, toBody }: Paging<T>): Reply {
  const limit = Number(call.query.get('limit') ?? defaultPageSize);
  if (!Number.isInteger(limit) || limit < 1 || limit > maxPageSize) {
    return replyInvalid(`limit must be between 1 and ${maxPageSize}`);
  }
  const sort = call.query.get('sort') ?? 'id';
  const keyOf = sortKeys[sort.replace(/^-/u, '')];
  if (keyOf === undefined) return replyInvalid(`Can not sort by ${sort}`);
  const factor = sort.startsWith('-') ? -1 : 1;
  const sorted = [...items].sort((a, b) => compare(keyOf(a), keyOf(b)) * factor);
  const start = Number(Buffer.from(call.query.get('after') ?? '', 'base64url').toString() || '0');
  if (!Number.isInteger(start)) return replyInvalid('after is not a cursor');
  const shown = sorted.slice(start, start + limit);
  const end = start + shown.length;
  const after = end < sorted.length ? Buffer.from(String(end)).toString('base64url') : undefined;
  return replyJson(200, pageBody(shown.map(toBody), after, `https://api.hubapi.com${call.path}`));
}

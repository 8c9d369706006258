import { MAX_JSON_DEPTH } from './limits.ts';

/** One JSON object as cells: `path` in dots, `cell` as text. Paths may repeat when keys contain dots. */
export interface FlatCell {
  /** The keys joined by a character no key can be confused with, so that {"a.b"} and {"a":{"b"}} stay apart. */
  readonly pathKey: string;
  readonly header: string;
  readonly cell: string;
}

export type FlatObject =
  { readonly kind: 'flat'; readonly cells: readonly FlatCell[] } | { readonly kind: 'too-deep' };

const PATH_SEPARATOR = '\u0000';
/** HubSpot separates the values of a multi-select property by semicolons. */
const VALUE_SEPARATOR = ';';

/** True for a JSON object (not an array, not null). */
export function isJsonObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Flattens an object parsed without floats: nested keys become dotted headers, scalars of an array are joined
 * by `;`, objects in an array are numbered from 1, null is a blank cell.
 */
export function flattenObject(object: object): FlatObject {
  const cells: FlatCell[] = [];
  const isShallow = Object.entries(object).every(([key, value]) => collect(cells, [key], value));
  return isShallow ? { kind: 'flat', cells } : { kind: 'too-deep' };
}

/** False when the nesting is too deep to be a record. */
function collect(cells: FlatCell[], path: readonly string[], value: unknown): boolean {
  if (path.length > MAX_JSON_DEPTH) return false;
  const children = childrenOf(value);
  if (children !== undefined) return children.every(([key, child]) => collect(cells, [...path, key], child));
  cells.push({ pathKey: path.join(PATH_SEPARATOR), header: path.join('.'), cell: scalarText(value) });
  return true;
}

function childrenOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (Array.isArray(value))
    return value.every(isScalar) ? undefined : value.map((item, index) => [String(index + 1), item]);
  return isJsonObject(value) ? Object.entries(value) : undefined;
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** Numbers are text already; null and what is missing are blank. */
export function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(scalarText).join(VALUE_SEPARATOR);
  return '';
}

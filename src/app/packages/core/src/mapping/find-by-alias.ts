import type { Property } from '../contract/describe-object-type.ts';
import { normaliseHeader } from './normalise-header.ts';
import type { ObjectKind } from '../contract/object-kind.ts';
import { stripSourceWords } from './strip-source-words.ts';

/** The internal name of the standard property an alias means; `confidence` from 0 to 1. */
export interface AliasMatch {
  readonly propertyName: string;
  readonly confidence: number;
}

/** Internal names by normalised alias. */
export type AliasIndex = ReadonlyMap<string, string>;

const ALIAS_CONFIDENCE = 0.85;
const STRIPPED_CONFIDENCE = 0.75;
const PAIRED_CONFIDENCE = 0.8;

/**
 * "Name" beside a given name is the family name, "Nombre" beside a family name the given name. Alone each is
 * a full name, which belongs to no single property.
 */
const PAIRS: readonly {
  readonly headers: readonly string[];
  readonly beside: string;
  readonly means: string;
}[] = [
  { headers: ['name', 'nom'], beside: 'firstname', means: 'lastname' },
  { headers: ['nombre', 'nombres', 'nome'], beside: 'lastname', means: 'firstname' },
];

export function indexAliases(properties: readonly Property[]): AliasIndex {
  const index = new Map<string, string>();
  for (const { name, aliases = [] } of properties) {
    for (const alias of aliases) index.set(normaliseHeader(alias), name);
  }
  return index;
}

/**
 * Finds what a header of another system means; undefined for everything the dictionary does not know. What
 * remains of a header must be a whole alias, so ids, time stamps, "- Type" and "- Label" columns never match.
 */
export function findByAlias(header: string, kind: ObjectKind, index: AliasIndex): AliasMatch | undefined {
  const whole = index.get(normaliseHeader(header));
  if (whole !== undefined) return { propertyName: whole, confidence: ALIAS_CONFIDENCE };
  const rest = index.get(normaliseHeader(stripSourceWords(header, kind)));
  return rest === undefined ? undefined : { propertyName: rest, confidence: STRIPPED_CONFIDENCE };
}

/** Finds the half of a name that a header means beside its other half among the table's headers. */
export function findByPair(
  header: string,
  headers: readonly string[],
  index: AliasIndex,
): AliasMatch | undefined {
  const normal = normaliseHeader(header);
  const pair = PAIRS.find((each) => each.headers.includes(normal));
  if (pair === undefined) return undefined;
  const hasOther = headers.some((other) => index.get(normaliseHeader(other)) === pair.beside);
  return hasOther ? { propertyName: pair.means, confidence: PAIRED_CONFIDENCE } : undefined;
}

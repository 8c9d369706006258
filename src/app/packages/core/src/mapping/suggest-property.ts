import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { Property } from '../contract/describe-object-type.ts';
import type { Column, Table } from '../input/table.ts';
import { findByAlias, findByPair, indexAliases } from './find-by-alias.ts';
import type { AliasIndex } from './find-by-alias.ts';
import { findByValues } from './find-by-values.ts';
import { findProperty, indexProperties, isUsable } from './find-property.ts';
import type { PropertyIndex, PropertyMatch } from './find-property.ts';
import { recordIdConfidence } from './find-record-id.ts';
import { fitOfValues } from './fit-values.ts';
import { objectKindOf } from '../contract/object-kind.ts';
import type { ObjectKind } from '../contract/object-kind.ts';
import { sampleValues } from './sample-values.ts';

/** What suggestions for all columns of one table share. */
export interface SuggestionContext {
  readonly table: Table;
  readonly headers: readonly string[];
  readonly properties: PropertyIndex;
  readonly kind: ObjectKind | undefined;
  readonly aliases: AliasIndex;
}

const SAMPLE_COUNT = 25;
/** A guess whose values contradict it is no guess. */
const LEAST_FIT = 0.6;
/** Below this share of fitting values even an exact name is doubtful. */
const DOUBTFUL_FIT = 0.3;
const DOUBTFUL_CONFIDENCE = 0.5;
const VALUES_CONFIDENCE = 0.7;

export function prepareSuggestions(table: Table, properties: readonly Property[]): SuggestionContext {
  const index = indexProperties(properties);
  const kind = objectKindOf(new Set(index.byName.keys()));
  const aliases = indexAliases(properties);
  return { table, headers: table.columns.map(({ header }) => header), properties: index, kind, aliases };
}

/**
 * Suggests the property of one column: its own name or label first, then what other systems call it, then
 * what its values are. Only values decide where a name means two things; where they contradict, nothing does.
 */
export function suggestProperty(column: Column, context: SuggestionContext): PropertyMatch {
  const samples = sampleValues(context.table, column.index, SAMPLE_COUNT);
  const exact = findRecordId(column.header, context) ?? findProperty(column.header, context.properties);
  switch (exact.kind) {
    case 'property':
      if (isForeignId(exact.property, samples)) return { kind: 'none' };
      return isDoubtful(exact.property, samples) ? { ...exact, confidence: DOUBTFUL_CONFIDENCE } : exact;
    case 'read-only':
    case 'ambiguous':
      return exact;
    case 'none':
      return guessProperty(column, samples, context);
  }
}

function findRecordId(
  header: string,
  { headers, properties, kind }: SuggestionContext,
): PropertyMatch | undefined {
  const property = properties.byName.get(RECORD_ID_PROPERTY);
  const confidence = recordIdConfidence(header, headers, kind);
  if (property === undefined || confidence === 0) return undefined;
  return { kind: 'property', property, reason: 'label', confidence };
}

function guessProperty(
  column: Column,
  samples: readonly string[],
  context: SuggestionContext,
): PropertyMatch {
  const { headers, kind, aliases, properties } = context;
  if (kind === undefined) return { kind: 'none' };
  const alias = findByAlias(column.header, kind, aliases) ?? findByPair(column.header, headers, aliases);
  const byValues =
    alias === undefined && kind === 'contact' ? valuesGuess(column, samples, context) : undefined;
  const property = properties.byName.get(alias?.propertyName ?? byValues ?? '');
  if (property === undefined || !isUsable(property) || property.hidden) return { kind: 'none' };
  if ((fitOfValues(property, samples) ?? 1) < LEAST_FIT) return { kind: 'none' };
  if (alias === undefined)
    return { kind: 'property', property, reason: 'values', confidence: VALUES_CONFIDENCE };
  return { kind: 'property', property, reason: 'alias', confidence: alias.confidence };
}

/** Two columns of e-mail addresses without headers: nobody can tell which is the contact's. */
function valuesGuess(
  column: Column,
  samples: readonly string[],
  { table }: SuggestionContext,
): string | undefined {
  const found = findByValues(column.header, samples);
  if (column.header.trim() !== '' || found === undefined) return found;
  const rivals = table.columns.filter(
    ({ index, header }) =>
      header.trim() === '' && findByValues(header, sampleValues(table, index, SAMPLE_COUNT)) === found,
  );
  return rivals.length === 1 ? found : undefined;
}

/** One value of few may be a slip; that none of them fits is none. */
function isDoubtful(property: Property, samples: readonly string[]): boolean {
  const fit = fitOfValues(property, samples) ?? 1;
  return samples.length >= 3 ? fit < DOUBTFUL_FIT : fit === 0;
}

/** Other systems have record ids, too; HubSpot's are digits. */
function isForeignId({ name }: Property, samples: readonly string[]): boolean {
  return (
    name === RECORD_ID_PROPERTY && samples.length > 0 && !samples.some((each) => /^\s*\d+\s*$/.test(each))
  );
}

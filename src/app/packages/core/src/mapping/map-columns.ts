import type { Property } from '../contract/describe-object-type.ts';
import type { Column, Table } from '../input/table.ts';
import { isUsable } from './find-property.ts';
import type { PropertyIndex, PropertyMatch } from './find-property.ts';
import type { ColumnChoice, ColumnMapping, MappingChoices } from './mapping.ts';
import { suggestAssociation } from './suggest-association.ts';
import { prepareSuggestions, suggestProperty, type SuggestionContext } from './suggest-property.ts';

const ASSOCIATION_CONFIDENCE = 0.95;

interface ColumnMatch {
  readonly column: Column;
  readonly match: PropertyMatch;
}

/**
 * Says for every column of the table where it goes, in column order. Choices come first, then the surest
 * match; a property takes one column. Precision before recall: what is not sure stays unmapped and says why.
 */
export function mapColumns(
  table: Table,
  properties: readonly Property[],
  choices: MappingChoices,
): readonly ColumnMapping[] {
  const context = prepareSuggestions(table, properties);
  const takenNames = new Set<string>();
  const mappingByColumn = new Map<number, ColumnMapping>();
  const settle = (mapping: ColumnMapping) => {
    if (mapping.kind === 'mapped') takenNames.add(mapping.property.name);
    mappingByColumn.set(mapping.column.index, mapping);
  };
  const chosen = table.columns.filter((column) => choices.has(column.index));
  for (const column of chosen)
    settle(mapChosen(column, choices.get(column.index) ?? null, { index: context.properties, takenNames }));
  const others = table.columns.filter((column) => !choices.has(column.index));
  const matches = others.map((column) => ({ column, match: suggestProperty(column, context) }));
  for (const { column, match } of surestFirst(matches)) {
    settle(mapMatched({ column, match }, takenNames, context));
  }
  return table.columns.flatMap((column) => mappingByColumn.get(column.index) ?? []);
}

function mapChosen(
  column: Column,
  choice: ColumnChoice,
  state: { readonly index: PropertyIndex; readonly takenNames: ReadonlySet<string> },
): ColumnMapping {
  if (choice === null) return { kind: 'unmapped', column, reason: 'left-out-by-choice' };
  if (typeof choice !== 'string')
    return { kind: 'associated', column, namedBy: choice, reason: 'chosen', confidence: 1 };
  const property = state.index.byName.get(choice);
  if (property === undefined) return { kind: 'unmapped', column, reason: 'no-match' };
  if (!isUsable(property)) return { kind: 'unmapped', column, reason: 'read-only', property };
  if (state.takenNames.has(property.name))
    return { kind: 'unmapped', column, reason: 'already-taken', property };
  return { kind: 'mapped', column, property, reason: 'chosen', confidence: 1 };
}

/** Sorting is stable: among equals the earlier column wins. */
function surestFirst(matches: readonly ColumnMatch[]): readonly ColumnMatch[] {
  const confidenceOf = ({ match }: ColumnMatch) => (match.kind === 'property' ? match.confidence : 0);
  return [...matches].sort((a, b) => confidenceOf(b) - confidenceOf(a));
}

function mapMatched(
  { column, match }: ColumnMatch,
  takenNames: ReadonlySet<string>,
  context: SuggestionContext,
): ColumnMapping {
  switch (match.kind) {
    case 'property': {
      const { property, reason, confidence } = match;
      if (takenNames.has(property.name))
        return { kind: 'unmapped', column, reason: 'already-taken', property };
      return { kind: 'mapped', column, property, reason, confidence };
    }
    case 'read-only':
      return { kind: 'unmapped', column, reason: 'read-only', property: match.property };
    case 'ambiguous':
      return mapAmbiguous(column, match.candidates, takenNames);
    case 'none': {
      const namedBy = suggestAssociation(column, context);
      if (namedBy !== null)
        return { kind: 'associated', column, namedBy, reason: 'alias', confidence: ASSOCIATION_CONFIDENCE };
      return { kind: 'unmapped', column, reason: column.header.trim() === '' ? 'blank-header' : 'no-match' };
    }
  }
}

function mapAmbiguous(
  column: Column,
  candidates: readonly Property[],
  takenNames: ReadonlySet<string>,
): ColumnMapping {
  const free = candidates.filter((property) => !takenNames.has(property.name));
  const [taken] = candidates;
  if (free.length === 0 && taken !== undefined) {
    return { kind: 'unmapped', column, reason: 'already-taken', property: taken };
  }
  return { kind: 'unmapped', column, reason: 'ambiguous', candidates: free };
}

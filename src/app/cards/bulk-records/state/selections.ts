import {
  findOpenColumnsSliced,
  mapColumns,
  RECORD_ID_PROPERTY,
  type AssociatedColumn,
  type ColumnMapping,
  type ColumnTarget,
  type Key,
  type ObjectTypeDescription,
  type OpenColumn,
  type Operation,
  type Sliced,
  type Table,
} from '@bulk-records/core';
import { associatedIn, associationColumns } from './association-columns.ts';
import { openRecordChoice } from './association.ts';
import type { ColumnChoices, FlowState, Target } from './flow-state.ts';

export function tableOf(state: Pick<FlowState, 'input'>): Table | null {
  return state.input?.reading.kind === 'table' ? state.input.reading.table : null;
}

/** Where every column goes. The key's column is judged like any other. */
export function mapTable(
  table: Table,
  description: ObjectTypeDescription,
  choices: ColumnChoices,
): readonly ColumnMapping[] {
  return mapColumns(table, description.properties, choices);
}

/** Keys HubSpot accepts for an operation; a create has none, its records are only recognised by one. */
export function keysFor(description: ObjectTypeDescription, operation: Operation): readonly Key[] {
  return description.keys.filter(({ operations }) => operations.includes(operation));
}

/**
 * The key in force: the chosen one while it is legal, else the first legal one that a column is mapped to, else
 * the first legal one. For a create: a unique property that is mapped, by which a lost answer can be settled.
 */
export function keyInForce(
  target: Target,
  description: ObjectTypeDescription,
  mappings: readonly ColumnMapping[],
): string | null {
  const isMapped = (property: string) =>
    mappings.some((each) => each.kind === 'mapped' && each.property.name === property);
  if (target.operation === 'create') {
    const unique = description.keys.find(
      ({ property }) => property !== RECORD_ID_PROPERTY && isMapped(property),
    );
    return unique?.property ?? null;
  }
  const legal = keysFor(description, target.operation);
  const chosen = legal.find(({ property }) => property === target.keyProperty);
  return (chosen ?? legal.find(({ property }) => isMapped(property)) ?? legal[0])?.property ?? null;
}

/** What still keeps the admin from the review; null when nothing does. */
export type MatchProblem =
  | { readonly code: 'no-key-for-operation' }
  | { readonly code: 'key-not-mapped'; readonly keyLabel: string }
  | { readonly code: 'nothing-mapped' }
  /** What a column names, or the open record's type, is being read, or cannot be. */
  | { readonly code: 'association-open' };

export function findMatchProblem(
  target: Target,
  description: ObjectTypeDescription,
  mappings: readonly ColumnMapping[],
): MatchProblem | null {
  const mapped = targetsOf(mappings);
  if (mapped.length === 0) return { code: 'nothing-mapped' };
  if (target.operation === 'create') return null;
  const key = keyInForce(target, description, mappings);
  if (key === null) return { code: 'no-key-for-operation' };
  if (mapped.some(({ property }) => property.name === key)) return null;
  const label = description.keys.find(({ property }) => property === key)?.label ?? key;
  return { code: 'key-not-mapped', keyLabel: label };
}

/** Nothing may be planned before all is known of what the rows are to be associated with. */
export function findAssociationProblem(
  { association, openRecord, target }: Pick<FlowState, 'association' | 'openRecord' | 'target'>,
  mappings: readonly ColumnMapping[],
): MatchProblem | null {
  if (target.operation === 'archive') return null;
  const open = openRecordChoice({ association, openRecord });
  // Where HubSpot knows no association at all, the choice says so and changes nothing.
  const isOpenKnown = open === null || association.types.get(open.objectType)?.kind === 'loaded';
  const isKnown = isOpenKnown && associationColumns(mappings, association) !== null;
  return isKnown ? null : { code: 'association-open' };
}

export function targetsOf(mappings: readonly ColumnMapping[]): readonly ColumnTarget[] {
  return mappings.flatMap((mapping) =>
    mapping.kind === 'mapped' ? [{ columnIndex: mapping.column.index, property: mapping.property }] : [],
  );
}

/** Columns that can be read in several ways and wait for the admin's word. */
export function openColumnsOf(
  table: Table,
  mappings: readonly ColumnMapping[],
  { decisions, timeZone }: Pick<FlowState, 'decisions' | 'timeZone'>,
): Sliced<readonly OpenColumn[]> {
  return findOpenColumnsSliced(table, { targets: targetsOf(mappings), formats: decisions.formats, timeZone });
}

/** Every fixed text of a column that goes to a property. */
export function listFixes({ decisions }: Pick<FlowState, 'decisions'>) {
  return [...decisions.fixes].flatMap(([columnIndex, ofColumn]) =>
    [...ofColumn].map(([raw, fix]) => ({ columnIndex, raw, fix })),
  );
}

type MappedState = Pick<FlowState, 'input' | 'description' | 'columnChoices'>;

/** The columns that go to a property, as far as it is known. */
export function targetsInForce(state: MappedState): readonly ColumnTarget[] {
  return targetsOf(mappingsInForce(state));
}

/** The columns that name records to associate with. */
export function associatedInForce(state: MappedState): readonly AssociatedColumn[] {
  return associatedIn(mappingsInForce(state));
}

function mappingsInForce(state: MappedState): readonly ColumnMapping[] {
  const table = tableOf(state);
  const { description, columnChoices } = state;
  if (table === null || description.kind !== 'loaded') return [];
  return mapTable(table, description.value, columnChoices);
}

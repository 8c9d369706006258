import type { ObjectTypeDescription, Property } from '../contract/describe-object-type.ts';
import type { Operation } from '../contract/operation.ts';
import { normalHeader } from '../contract/remembered-mapping.ts';
import type {
  RememberedColumn,
  RememberedChoices,
  RememberedMapping,
} from '../contract/remembered-mapping.ts';
import type { Column, Table } from '../input/table.ts';
import { isUsable } from '../mapping/find-property.ts';
import { mapColumns } from '../mapping/map-columns.ts';
import type { ColumnChoice, ColumnMapping, MappingChoices } from '../mapping/mapping.ts';
import { readAssociationChoice, readChoices, readOpenRecordChoice } from './remembered-choices.ts';
import type { OpenRecordChoice, RememberedValues } from './remembered-choices.ts';

/** A remembered column whose property cannot be written any more; it is mapped as if nothing were remembered. */
export interface DroppedColumn {
  readonly header: string;
  readonly property: string;
  readonly reason: 'gone' | 'read-only' | 'already-taken';
}

/** A remembered mapping, as choices for a table. */
export interface AppliedMapping {
  readonly operation: Operation;
  /** Null where none was remembered, or where HubSpot does not accept it for the operation any more. */
  readonly keyProperty: string | null;
  /** Only where it differs from the suggestion: null leaves the column out. */
  readonly columnChoices: MappingChoices;
  readonly values: RememberedValues;
  /** Null: records are not associated with the open one. */
  readonly openRecord: OpenRecordChoice | null;
  readonly dropped: readonly DroppedColumn[];
  /** Headers of the table that the mapping does not know; they are as suggested. */
  readonly unknownHeaders: readonly string[];
}

/**
 * Applies a remembered mapping to a table: columns are known by their headers, in any order; of equal headers the
 * first goes to the first. The mapping of a table with other headers is applied as far as they are the same.
 */
export function applyMapping(
  mapping: RememberedMapping,
  table: Table,
  description: ObjectTypeDescription,
): AppliedMapping {
  const pairs = pairColumns(mapping, table);
  const { wanted, dropped } = findWanted(pairs, description.properties);
  const choicesOfColumns = new Map<number, RememberedChoices>();
  for (const { column, remembered } of pairs) {
    const isMapped = typeof wanted.get(column.index) === 'string';
    if (isMapped) choicesOfColumns.set(column.index, remembered.choices);
  }
  const known = new Set(pairs.map(({ column }) => column));
  const key = description.keys.find(({ property }) => property === mapping.keyProperty);
  return {
    operation: mapping.operation,
    keyProperty: key?.operations.includes(mapping.operation) === true ? key.property : null,
    columnChoices: findDifferences(table, description.properties, wanted),
    values: readChoices(choicesOfColumns, mapping.choices),
    openRecord: readOpenRecordChoice(mapping.choices),
    dropped,
    unknownHeaders: table.columns.filter((column) => !known.has(column)).map(({ header }) => header),
  };
}

interface ColumnPair {
  readonly column: Column;
  readonly remembered: RememberedColumn;
}

function pairColumns({ columns }: RememberedMapping, table: Table): readonly ColumnPair[] {
  const waiting = new Map<string, RememberedColumn[]>();
  for (const column of columns) {
    const header = normalHeader(column.header);
    waiting.set(header, [...(waiting.get(header) ?? []), column]);
  }
  return table.columns.flatMap((column) => {
    const remembered = waiting.get(normalHeader(column.header))?.shift();
    return remembered === undefined ? [] : [{ column, remembered }];
  });
}

/** The properties of the columns, by index, without those that cannot be written. */
function findWanted(
  pairs: readonly ColumnPair[],
  properties: readonly Property[],
): { readonly wanted: MappingChoices; readonly dropped: readonly DroppedColumn[] } {
  const byName = new Map(properties.map((property) => [property.name, property]));
  const wanted = new Map<number, ColumnChoice>();
  const dropped: DroppedColumn[] = [];
  const takenNames = new Set<string>();
  for (const { column, remembered } of pairs) {
    const name = remembered.property;
    const reason = name === null ? null : findObstacle(name, byName.get(name), takenNames);
    if (name !== null && reason !== null) {
      dropped.push({ header: column.header, property: byName.get(name)?.label ?? name, reason });
      continue;
    }
    wanted.set(column.index, name ?? readAssociationChoice(remembered.choices));
    if (name !== null) takenNames.add(name);
  }
  return { wanted, dropped };
}

function findObstacle(
  name: string,
  property: Property | undefined,
  takenNames: ReadonlySet<string>,
): DroppedColumn['reason'] | null {
  if (property === undefined) return 'gone';
  if (!isUsable(property)) return 'read-only';
  return takenNames.has(name) ? 'already-taken' : null;
}

/**
 * The choices that turn the suggestion into what is wanted, and no more: a column that is suggested so anyway keeps
 * its own reason. A choice may free a property for another column, so it is looked again until nothing differs.
 */
function findDifferences(
  table: Table,
  properties: readonly Property[],
  wanted: MappingChoices,
): MappingChoices {
  const choices = new Map<number, ColumnChoice>();
  for (;;) {
    const mappings = mapColumns(table, properties, choices);
    const different = mappings.filter((mapping) => {
      const { index } = mapping.column;
      return (
        wanted.has(index) &&
        !choices.has(index) &&
        !isSameChoice(wanted.get(index) ?? null, choiceOf(mapping))
      );
    });
    if (different.length === 0) return choices;
    for (const { column } of different) choices.set(column.index, wanted.get(column.index) ?? null);
  }
}

function choiceOf(mapping: ColumnMapping): ColumnChoice {
  switch (mapping.kind) {
    case 'mapped':
      return mapping.property.name;
    case 'associated':
      return mapping.namedBy;
    case 'unmapped':
      return null;
  }
}

function isSameChoice(one: ColumnChoice, other: ColumnChoice): boolean {
  if (one === null || other === null || typeof one === 'string' || typeof other === 'string')
    return one === other;
  return (
    one.objectType === other.objectType &&
    one.keyProperty === other.keyProperty &&
    one.typeName === other.typeName
  );
}

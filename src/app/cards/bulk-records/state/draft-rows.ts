import {
  associationsToRead,
  draftRecordsSliced,
  keysToRead,
  makePlan,
  namesToRead,
  type DraftChoices,
  type DraftRecord,
  type DuplicateChoices,
  type ObjectTypeDescription,
  type Plan,
  type PlannedAssociation,
  type PlannedColumn,
  type PlanTarget,
  type RecordLimit,
  type Sliced,
  type Table,
} from '@bulk-records/core';
import { associationColumns } from './association-columns.ts';
import type { FlowState } from './flow-state.ts';
import type { Lookup, LookupQuestion } from './lookup.ts';
import { propertiesByName } from './properties-by-name.ts';
import { keyInForce, mapTable, targetsOf } from './selections.ts';

/** The rows as records in the making, and what they are for: everything a plan needs but HubSpot's values. */
export interface DraftedRows {
  readonly target: PlanTarget;
  readonly columns: readonly PlannedColumn[];
  readonly drafts: readonly DraftRecord[];
}

export type DraftingState = Pick<
  FlowState,
  'target' | 'columnChoices' | 'decisions' | 'apiVersion' | 'timeZone' | 'association'
>;

/** How cells become values, and where they go. */
export interface Drafting extends Omit<DraftedRows, 'drafts'> {
  readonly drafting: DraftChoices;
}

export function draftingOf(table: Table, description: ObjectTypeDescription, state: DraftingState): Drafting {
  const mappings = mapTable(table, description, state.columnChoices);
  const keyProperty = keyInForce(state.target, description, mappings);
  const targets = targetsOf(mappings);
  const { operation } = state.target;
  const { decisions, timeZone, apiVersion } = state;
  const columns = targets.map(({ columnIndex, property }) => ({
    header: table.columns[columnIndex]?.header ?? '',
    property: property.name,
    policy: decisions.policies.get(columnIndex) ?? 'overwrite',
    ...(decisions.appendingColumns.has(columnIndex) ? { appends: true } : {}),
  }));
  const properties = propertiesByName(description);
  const { objectType } = description;
  return {
    target: { operation, objectType, apiVersion, keyProperty, properties },
    columns,
    drafting: {
      operation,
      keyProperty,
      targets,
      associations: associationColumns(mappings, state.association) ?? [],
      ...decisions,
      timeZone,
    },
  };
}

export function* draftRows(
  table: Table,
  description: ObjectTypeDescription,
  state: DraftingState,
): Sliced<DraftedRows> {
  const { target, columns, drafting } = draftingOf(table, description, state);
  return { target, columns, drafts: yield* draftRecordsSliced(table, drafting) };
}

/**
 * What to ask HubSpot before planning. All mapped properties are read, not only those that hold a value so far: a fix
 * may fill a column, and a property that was not read would count as blank.
 */
export function askFor(
  { target, columns, drafts }: DraftedRows,
  associations: readonly PlannedAssociation[],
): LookupQuestion {
  const propertyNames = target.operation === 'archive' ? [] : columns.map(({ property }) => property);
  const { operation } = target;
  return {
    ...makeQuestion(drafts, target, propertyNames),
    associationsOf: (known) => associationsToRead(drafts, { operation, associations }, known),
  };
}

export function makeQuestion(
  drafts: readonly DraftRecord[],
  target: PlanTarget,
  propertyNames: readonly string[],
): Omit<LookupQuestion, 'associationsOf'> {
  const { objectType, apiVersion, keyProperty } = target;
  const subject = JSON.stringify([objectType, apiVersion, keyProperty, ...[...propertyNames].sort()]);
  return {
    subject,
    target,
    drafts,
    propertyNames,
    keys: keysToRead(drafts, target),
    named: namesToRead(drafts),
  };
}

interface PlanDecisions {
  readonly duplicates: DuplicateChoices;
  /** Of every row. */
  readonly associations: readonly PlannedAssociation[];
  /** Rows of which not all named records are found are left out. */
  readonly needsAllNamed: boolean;
  readonly limit?: RecordLimit;
}

export function planRows(
  { target, columns, drafts }: DraftedRows,
  { readings, named, held, readAt }: Extract<Lookup, { kind: 'read' }>,
  decided: PlanDecisions,
): Plan {
  const choices = { columns, ...decided };
  return makePlan(drafts, { target, choices, readings, named, held, readAt });
}

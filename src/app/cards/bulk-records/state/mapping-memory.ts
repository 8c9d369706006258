import { isRecognisable, type MappingInForce } from '@bulk-records/core';
import { openRecordChoice } from './association.ts';
import { NOTHING_REMEMBERED, type FlowState, type MappingSubject, type Memory } from './flow-state.ts';
import { operationsFor } from './place.ts';
import { keyInForce, mapTable, tableOf } from './selections.ts';

/** The object and headers in view; null where nothing could be known again. */
export function subjectOf(state: FlowState, objectType = state.target.objectType): MappingSubject | null {
  const table = tableOf(state);
  const { selection } = state;
  // Values that all selected records get are chosen anew each time, their columns with them; a sheet brings its own.
  if (selection !== null && !selection.hasSheet) return null;
  if (table === null || !isRecognisable(table.columns)) return null;
  return { objectType, headers: table.columns.map(({ header }) => header) };
}

export function isSameSubject(one: MappingSubject | null, other: MappingSubject | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The memory, where it is about what is in view. */
export function memoryInView(state: FlowState): Memory {
  return isSameSubject(state.memory.subject, subjectOf(state)) ? state.memory : NOTHING_REMEMBERED;
}

/** The mapping in force as it is kept: what the place has no choice of stays as it was remembered elsewhere. */
export function mappingToKeep(state: FlowState): MappingInForce | null {
  const mapping = mappingInForce(state);
  const memory = memoryInView(state);
  if (mapping === null || memory.kind !== 'known') return mapping;
  const { operation } = memory.mapping;
  return operationsFor(state.selection, [operation]).length === 0 ? { ...mapping, operation } : mapping;
}

/** The mapping the screens show, with its choices. */
export function mappingInForce(state: FlowState): MappingInForce | null {
  const { description, target } = state;
  const table = tableOf(state);
  if (table === null || description.kind !== 'loaded') return null;
  const mappings = mapTable(table, description.value, state.columnChoices);
  const keyProperty = keyInForce(target, description.value, mappings);
  const { objectType, operation } = target;
  return {
    objectType,
    operation,
    keyProperty,
    mappings,
    values: state.decisions,
    openRecord: openRecordChoice(state),
  };
}

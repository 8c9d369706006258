import { isRecognisable, type MappingInForce } from '@bulk-records/core';
import { openRecordChoice } from './association.ts';
import { NOTHING_REMEMBERED, type FlowState, type MappingSubject, type Memory } from './flow-state.ts';
import { keyInForce, mapTable, tableOf } from './selections.ts';

/** The object and headers in view; null where nothing could be known again. */
export function subjectOf(state: FlowState, objectType = state.target.objectType): MappingSubject | null {
  const table = tableOf(state);
  // The columns of a selection are chosen anew each time, with its values.
  if (state.selection !== null || table === null || !isRecognisable(table.columns)) return null;
  return { objectType, headers: table.columns.map(({ header }) => header) };
}

export function isSameSubject(one: MappingSubject | null, other: MappingSubject | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The memory, where it is about what is in view. */
export function memoryInView(state: FlowState): Memory {
  return isSameSubject(state.memory.subject, subjectOf(state)) ? state.memory : NOTHING_REMEMBERED;
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

import {
  isRecognisable,
  type AppliedMapping,
  type RememberedMapping,
  type MappingInForce,
  type MappingMemory,
} from '@bulk-records/core';
import type { FlowState, Target } from './flow-state.ts';
import type { LoadFailure } from './loadable.ts';
import type { Decisions } from './reduce-decisions.ts';
import { keyInForce, mapTable, tableOf } from './selections.ts';

/** What a mapping is remembered by. */
export interface MappingSubject {
  readonly objectType: string;
  readonly headers: readonly string[];
}

/** Why nothing is remembered, although something might be. */
export type MemoryProblem =
  LoadFailure | { readonly kind: Exclude<MappingMemory['kind'], 'mapping' | 'nothing'> };

/** What is remembered for the object and the headers of `subject`. Of another subject it counts for nothing. */
export type Memory =
  | { readonly kind: 'none'; readonly subject: MappingSubject | null }
  | { readonly kind: 'asking'; readonly subject: MappingSubject; readonly askedAt: Target }
  | { readonly kind: 'forgotten'; readonly subject: MappingSubject }
  | { readonly kind: 'problem'; readonly subject: MappingSubject; readonly problem: MemoryProblem }
  /** In hand; `waiting` for the properties before it can be applied, `offered` where it would undo a choice. */
  | (KnownMapping & { readonly use: 'waiting' | 'offered' })
  | (KnownMapping & {
      readonly use: 'applied';
      readonly applied: AppliedMapping;
      readonly before: Decisions & Pick<FlowState, 'target'>;
    });

interface KnownMapping {
  readonly kind: 'known';
  readonly subject: MappingSubject;
  readonly mapping: RememberedMapping;
  readonly source: 'portal' | 'import';
}

export const NOTHING_REMEMBERED: Memory = { kind: 'none', subject: null };

/** The object and headers in view; null where nothing could be known again. */
export function subjectOf(state: FlowState, objectType = state.target.objectType): MappingSubject | null {
  const table = tableOf(state);
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

/** The mapping the screens show, with its choices. */
export function mappingInForce(state: FlowState): MappingInForce | null {
  const { description, target } = state;
  const table = tableOf(state);
  if (table === null || description.kind !== 'loaded') return null;
  const mappings = mapTable(table, description.value, state.columnChoices);
  const keyProperty = keyInForce(target, description.value, mappings);
  const { objectType, operation } = target;
  return { objectType, operation, keyProperty, mappings, values: state.decisions };
}

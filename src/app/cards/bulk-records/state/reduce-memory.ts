import { applyMapping, type MappingMemory } from '@bulk-records/core';
import {
  NO_DECISIONS,
  NOTHING_REMEMBERED,
  type FlowState,
  type MappingSubject,
  type Memory,
} from './flow-state.ts';
import type { Loadable } from './loadable.ts';
import { isSameSubject, subjectOf } from './mapping-memory.ts';
import type { MemoryEvent } from './memory-events.ts';
import { operationsFor } from './place.ts';
import { tableOf } from './selections.ts';

/** What is remembered, and what becomes of it. Answers about something no longer in view are ignored. */
export function reduceMemory(state: FlowState, event: MemoryEvent): FlowState {
  const { memory } = state;
  switch (event.kind) {
    case 'mapping-asked':
      return { ...state, memory: { kind: 'asking', subject: event.subject, askedAt: state.target } };
    case 'mapping-recalled':
      if (!isSameSubject(memory.subject, event.subject)) return state;
      // The headers may have changed meanwhile; whoever comes back to these asks again.
      if (!isSameSubject(subjectOf(state), event.subject)) return { ...state, memory: NOTHING_REMEMBERED };
      return take(state, event.subject, event.memory);
    case 'mapping-imported': {
      const subject = subjectOf(state);
      if (subject === null) return state;
      return apply(state, {
        kind: 'known',
        subject,
        mapping: event.mapping,
        source: 'import',
        use: 'waiting',
      });
    }
    case 'mapping-used':
      return memory.kind === 'known' ? apply(state, memory) : state;
    case 'suggestions-used':
      if (memory.kind !== 'known' || memory.use !== 'applied') return state;
      return { ...state, ...memory.before, memory: { ...memory, use: 'offered' } };
    case 'mapping-not-kept': {
      const { run } = state;
      const written = 'plan' in run ? run.plan : 'check' in run ? run.check : null;
      const isThisRun = written === event.written;
      return isThisRun ? { ...state, notKept: event.failure } : state;
    }
  }
}

function take(state: FlowState, subject: MappingSubject, recalled: Loadable<MappingMemory>): FlowState {
  const problemOf = (problem: Extract<Memory, { kind: 'problem' }>['problem']): FlowState => ({
    ...state,
    memory: { kind: 'problem', subject, problem },
  });
  if (recalled.kind === 'loading') return state;
  if (recalled.kind === 'failed') return problemOf(recalled.failure);
  const { value } = recalled;
  switch (value.kind) {
    case 'unreadable':
    case 'newer':
      return problemOf(value);
    case 'nothing': {
      const isForgotten = state.memory.kind === 'known';
      return { ...state, memory: { kind: isForgotten ? 'forgotten' : 'none', subject } };
    }
    case 'mapping': {
      const known = { kind: 'known', subject, mapping: value.mapping, source: 'portal' } as const;
      // Choices made while the answer was on its way are not undone, and archiving is never chosen for anybody.
      const isWelcome = isUntouched(state) && value.mapping.operation !== 'archive';
      if (!isWelcome) return { ...state, memory: { ...known, use: 'offered' } };
      return apply(state, { ...known, use: 'waiting' });
    }
  }
}

function isUntouched({ memory, target, columnChoices, decisions, association }: FlowState): boolean {
  const isTargetSame = memory.kind === 'asking' && memory.askedAt === target;
  return isTargetSame && columnChoices.size === 0 && isUndecided(decisions) && !association.isWanted;
}

function isUndecided({ formats, policies, appendingColumns, clearToken }: FlowState['decisions']): boolean {
  return formats.size + policies.size + appendingColumns.size === 0 && clearToken === '';
}

/** The properties may come later than what is remembered. */
export function applyWaiting(state: FlowState): FlowState {
  const { memory } = state;
  const isWaiting = memory.kind === 'known' && memory.use === 'waiting';
  return isWaiting && isSameSubject(memory.subject, subjectOf(state)) ? apply(state, memory) : state;
}

function apply(state: FlowState, known: Extract<Memory, { kind: 'known' }>): FlowState {
  const { description, target, columnChoices, decisions, association, openRecord } = state;
  const table = tableOf(state);
  if (description.kind !== 'loaded' || table === null)
    return { ...state, memory: { ...known, use: 'waiting' } };
  const applied = applyMapping(known.mapping, table, description.value);
  const { keyProperty } = applied;
  // Selected records are there already: what was remembered of a paste may be more than can be done with them.
  const [operation = target.operation] = operationsFor(state.selection, [applied.operation]);
  // The label was one between the remembered type and that of another open record.
  const isAssociated =
    applied.openRecord !== null && applied.openRecord.objectType === openRecord?.objectType;
  const typeName = isAssociated ? applied.openRecord.typeName : null;
  return {
    ...state,
    target: { ...target, operation, keyProperty },
    columnChoices: applied.columnChoices,
    association: { ...association, isWanted: isAssociated, typeName },
    decisions: { ...NO_DECISIONS, ...applied.values, clearToken: applied.values.clearToken ?? '' },
    memory: { ...known, use: 'applied', applied, before: { target, columnChoices, decisions, association } },
  };
}

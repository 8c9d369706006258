import type { CellFix } from '@bulk-records/core';
import type { FlowEvent } from './flow-events.ts';
import { NO_DECISIONS, type FlowState, type ValueDecisions } from './flow-state.ts';

export type Decisions = Pick<FlowState, 'columnChoices' | 'decisions'>;

export const NOTHING_DECIDED: Decisions = { columnChoices: new Map(), decisions: NO_DECISIONS };

type DecisionEvent = Extract<
  FlowEvent,
  {
    kind:
      | 'column-chosen'
      | 'format-chosen'
      | 'policy-chosen'
      | 'options-chosen'
      | 'clear-token-chosen'
      | 'cells-fixed'
      | 'fix-undone'
      | 'fixes-undone';
  }
>;

/** What the admin decided about columns and cells. The pasted text is never changed. */
export function reduceDecisions(state: Decisions, event: DecisionEvent): Decisions {
  if (event.kind !== 'column-chosen') {
    return { columnChoices: state.columnChoices, decisions: decide(state.decisions, event) };
  }
  return {
    columnChoices: new Map(state.columnChoices).set(event.columnIndex, event.choice),
    decisions: forgetColumn(state.decisions, event.columnIndex),
  };
}

function decide(
  decisions: ValueDecisions,
  event: Exclude<DecisionEvent, { kind: 'column-chosen' }>,
): ValueDecisions {
  const { formats, fixes, appendingColumns } = decisions;
  switch (event.kind) {
    case 'format-chosen': {
      const { columnIndex, format } = event;
      const rest = without(formats, columnIndex);
      return { ...decisions, formats: format === null ? rest : new Map(rest).set(columnIndex, format) };
    }
    case 'policy-chosen':
      return { ...decisions, policies: new Map(decisions.policies).set(event.columnIndex, event.policy) };
    case 'options-chosen': {
      const appending = new Set(appendingColumns);
      if (event.mode === 'append') appending.add(event.columnIndex);
      else appending.delete(event.columnIndex);
      return { ...decisions, appendingColumns: appending };
    }
    case 'clear-token-chosen':
      return { ...decisions, clearToken: event.clearToken.trim() };
    case 'cells-fixed': {
      const ofColumn = new Map(fixes.get(event.columnIndex)).set(event.raw, event.fix);
      return { ...decisions, fixes: new Map(fixes).set(event.columnIndex, ofColumn) };
    }
    case 'fix-undone': {
      const left = without(fixes.get(event.columnIndex) ?? NO_FIXES, event.raw);
      return { ...decisions, fixes: new Map(fixes).set(event.columnIndex, left) };
    }
    case 'fixes-undone':
      return { ...decisions, fixes: new Map() };
  }
}

const NO_FIXES: ReadonlyMap<string, CellFix> = new Map();

/** How its cells are read and what stands in for them belongs to the property the column went to. */
function forgetColumn(decisions: ValueDecisions, columnIndex: number): ValueDecisions {
  return {
    ...decisions,
    formats: without(decisions.formats, columnIndex),
    fixes: without(decisions.fixes, columnIndex),
    appendingColumns: new Set([...decisions.appendingColumns].filter((index) => index !== columnIndex)),
  };
}

function without<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

import type { FlowEvent } from './flow-events.ts';
import { NO_DECISIONS, type FlowState } from './flow-state.ts';

export type Decisions = Pick<FlowState, 'columnChoices' | 'decisions'>;

export const NOTHING_DECIDED: Decisions = { columnChoices: new Map(), decisions: NO_DECISIONS };

type DecisionEvent = Extract<
  FlowEvent,
  { kind: 'column-chosen' | 'format-chosen' | 'policy-chosen' | 'cells-fixed' | 'fixes-undone' }
>;

/** What the admin decided about columns and cells. The pasted text is never changed. */
export function reduceDecisions(state: Decisions, event: DecisionEvent): Decisions {
  const { columnChoices, decisions } = state;
  switch (event.kind) {
    case 'column-chosen':
      return {
        columnChoices: new Map(columnChoices).set(event.columnIndex, event.property),
        decisions: {
          ...decisions,
          formats: without(decisions.formats, event.columnIndex),
          fixes: without(decisions.fixes, event.columnIndex),
        },
      };
    case 'format-chosen':
      return {
        columnChoices,
        decisions: {
          ...decisions,
          formats: new Map(decisions.formats).set(event.columnIndex, event.format),
        },
      };
    case 'policy-chosen':
      return {
        columnChoices,
        decisions: {
          ...decisions,
          policies: new Map(decisions.policies).set(event.columnIndex, event.policy),
        },
      };
    case 'cells-fixed': {
      const ofColumn = new Map(decisions.fixes.get(event.columnIndex)).set(event.raw, event.fix);
      return {
        columnChoices,
        decisions: { ...decisions, fixes: new Map(decisions.fixes).set(event.columnIndex, ofColumn) },
      };
    }
    case 'fixes-undone':
      return { columnChoices, decisions: { ...decisions, fixes: new Map() } };
  }
}

/** A format or a fix belongs to the property the column went to. */
function without<T>(map: ReadonlyMap<number, T>, columnIndex: number): ReadonlyMap<number, T> {
  const rest = new Map(map);
  rest.delete(columnIndex);
  return rest;
}

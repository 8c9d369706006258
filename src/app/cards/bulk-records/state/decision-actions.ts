import type { CellFix, CellFormat, ColumnChoice, ColumnPolicy, Operation } from '@bulk-records/core';
import type { FlowEvent, OptionsMode } from './flow-events.ts';

/** What the screens can decide about the write, its columns and their cells. */
export interface DecisionActions {
  readonly chooseOperation: (operation: Operation) => void;
  readonly chooseKey: (keyProperty: string) => void;
  readonly chooseColumn: (columnIndex: number, choice: ColumnChoice) => void;
  /** No format: as the column looks. */
  readonly chooseFormat: (columnIndex: number, format: CellFormat | null) => void;
  readonly choosePolicy: (columnIndex: number, policy: ColumnPolicy) => void;
  readonly chooseOptionsMode: (columnIndex: number, mode: OptionsMode) => void;
  readonly chooseClearToken: (clearToken: string) => void;
  readonly fixCells: (columnIndex: number, raw: string, fix: CellFix) => void;
  readonly undoFix: (columnIndex: number, raw: string) => void;
  readonly undoFixes: () => void;
}

export function makeDecisionActions(dispatch: (event: FlowEvent) => void): DecisionActions {
  return {
    chooseOperation: (operation) => {
      dispatch({ kind: 'operation-chosen', operation });
    },
    chooseKey: (keyProperty) => {
      dispatch({ kind: 'key-chosen', keyProperty });
    },
    chooseColumn: (columnIndex, choice) => {
      dispatch({ kind: 'column-chosen', columnIndex, choice });
    },
    chooseFormat: (columnIndex, format) => {
      dispatch({ kind: 'format-chosen', columnIndex, format });
    },
    choosePolicy: (columnIndex, policy) => {
      dispatch({ kind: 'policy-chosen', columnIndex, policy });
    },
    chooseOptionsMode: (columnIndex, mode) => {
      dispatch({ kind: 'options-chosen', columnIndex, mode });
    },
    chooseClearToken: (clearToken) => {
      dispatch({ kind: 'clear-token-chosen', clearToken });
    },
    fixCells: (columnIndex, raw, fix) => {
      dispatch({ kind: 'cells-fixed', columnIndex, raw, fix });
    },
    undoFix: (columnIndex, raw) => {
      dispatch({ kind: 'fix-undone', columnIndex, raw });
    },
    undoFixes: () => {
      dispatch({ kind: 'fixes-undone' });
    },
  };
}

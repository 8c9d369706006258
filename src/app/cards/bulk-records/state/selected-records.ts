import type { Table } from '@bulk-records/core';
import type { Input } from './flow-state.ts';
import type { Selection } from './place.ts';

/** HubSpot's exports name the column so, and so it is recognised. */
const RECORD_ID_HEADER = 'Record ID';

/** One text for every selected record. */
export interface ConstantColumn {
  readonly header: string;
  readonly text: string;
}

/** One row for each selected record: its id, and the texts that all of them get. */
export function tableOfSelection(
  { recordIds }: Pick<Selection, 'recordIds'>,
  constants: readonly ConstantColumn[],
): Table {
  const headers = [RECORD_ID_HEADER, ...constants.map(({ header }) => header)];
  const texts = constants.map(({ text }) => text);
  return {
    columns: headers.map((header, index) => ({ index, header })),
    rows: recordIds.map((recordId, slot) => ({ number: slot + 1, cells: [recordId, ...texts] })),
  };
}

/** Null where nothing is selected, or a sheet is to come. */
export function inputOfSelection(
  selection: Selection | null,
  constants: readonly ConstantColumn[] = [],
): Input | null {
  if (selection === null || selection.hasSheet || selection.recordIds.length === 0) return null;
  return {
    text: '',
    file: null,
    choices: {},
    decoded: null,
    reading: {
      kind: 'table',
      table: tableOfSelection(selection, constants),
      form: { format: 'one-column' },
      confidence: 1,
      runnerUp: null,
      headerRow: null,
      headerConfidence: 1,
      issues: [],
    },
  };
}

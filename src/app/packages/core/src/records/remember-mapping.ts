import type { Operation } from '../contract/operation.ts';
import { MAX_REMEMBERED_COLUMNS, MAX_REMEMBERED_HEADER_LENGTH } from '../contract/limits.ts';
import { MAPPING_DOCUMENT } from '../contract/remembered-mapping.ts';
import type { RememberedChoices, RememberedMapping } from '../contract/remembered-mapping.ts';
import type { Column } from '../input/table.ts';
import type { ColumnMapping } from '../mapping/mapping.ts';
import type { ValueChoices } from './draft-choices.ts';
import {
  associationChoiceOf,
  columnChoicesOf,
  sharedChoicesOf,
  type OpenRecordChoice,
} from './remembered-choices.ts';

/** What a run was made with. */
export interface MappingInForce {
  readonly objectType: string;
  readonly operation: Operation;
  readonly keyProperty: string | null;
  readonly mappings: readonly ColumnMapping[];
  readonly values: ValueChoices;
  /** Absent or null: records are not associated with the open one. */
  readonly openRecord?: OpenRecordChoice | null;
}

/** Whether a table can be known again by its headers: some header is there, and none is out of bounds. */
export function isRecognisable(columns: readonly Column[]): boolean {
  return (
    columns.length <= MAX_REMEMBERED_COLUMNS &&
    columns.some(({ header }) => header.trim() !== '') &&
    columns.every(({ header }) => header.length <= MAX_REMEMBERED_HEADER_LENGTH)
  );
}

/** The mapping as it is stored or exported. Columns that go nowhere are remembered as left out. */
export function rememberMapping(
  { objectType, operation, keyProperty, mappings, values, openRecord }: MappingInForce,
  savedAtMs: number,
): RememberedMapping {
  return {
    ...MAPPING_DOCUMENT,
    savedAt: new Date(savedAtMs).toISOString(),
    objectType,
    operation,
    keyProperty,
    columns: mappings.map((mapping) => ({
      header: mapping.column.header,
      property: mapping.kind === 'mapped' ? mapping.property.name : null,
      choices: choicesOf(mapping, values),
    })),
    choices: sharedChoicesOf(values, openRecord),
  };
}

/** Whoever does not know of associations takes such a column for one that is left out. */
function choicesOf(mapping: ColumnMapping, values: ValueChoices): RememberedChoices {
  switch (mapping.kind) {
    case 'mapped':
      return columnChoicesOf(values, mapping.column.index);
    case 'associated':
      return associationChoiceOf(mapping.namedBy);
    case 'unmapped':
      return {};
  }
}

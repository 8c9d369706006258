import type { Operation } from '../contract/operation.ts';
import { MAX_REMEMBERED_COLUMNS, MAX_REMEMBERED_HEADER_LENGTH } from '../contract/limits.ts';
import { MAPPING_DOCUMENT } from '../contract/remembered-mapping.ts';
import type { RememberedMapping } from '../contract/remembered-mapping.ts';
import type { Column } from '../input/table.ts';
import type { ColumnMapping } from '../mapping/mapping.ts';
import type { ValueChoices } from './draft-choices.ts';
import { columnChoicesOf, sharedChoicesOf } from './remembered-choices.ts';

/** What a run was made with. */
export interface MappingInForce {
  readonly objectType: string;
  readonly operation: Operation;
  readonly keyProperty: string | null;
  readonly mappings: readonly ColumnMapping[];
  readonly values: ValueChoices;
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
  { objectType, operation, keyProperty, mappings, values }: MappingInForce,
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
      choices: mapping.kind === 'mapped' ? columnChoicesOf(values, mapping.column.index) : {},
    })),
    choices: sharedChoicesOf(values),
  };
}

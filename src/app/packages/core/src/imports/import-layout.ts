import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { ImportColumn, ImportOperation } from '../contract/import-records.ts';
import { MAX_IMPORT_COLUMNS } from '../contract/limits.ts';
import type { PlanPart, RecordToWrite } from '../plan/plan-part.ts';

/** How the records of a part stand in a file: the column that names them first, then a column per property. */
export interface ImportLayout {
  readonly operation: ImportOperation;
  readonly columns: readonly ImportColumn[];
  /** Whether the first column names the record. Only a create may do without. */
  readonly hasKey: boolean;
}

export type NoImport =
  /** Imports archive nothing. */
  | 'archive'
  /** Nothing names the records that are to be changed. */
  | 'no-key'
  | 'too-many-columns';

/** The file's columns, or why the part stays with the batch endpoints. */
export function layOutImport(
  { operation, keyProperty }: Pick<PlanPart, 'operation' | 'keyProperty'>,
  records: readonly RecordToWrite[],
): ImportLayout | NoImport {
  if (operation === 'archive') return 'archive';
  const hasKey = keyProperty !== null && records.every(({ key }) => key !== null);
  if (!hasKey && operation !== 'create') return 'no-key';
  const names = new Set(records.flatMap(({ properties }) => Object.keys(properties)));
  if (hasKey) names.delete(keyProperty);
  const values = [...names].map((property): ImportColumn => ({ property, kind: 'value' }));
  const columns = hasKey ? [keyColumn(keyProperty), ...values] : values;
  if (columns.length > MAX_IMPORT_COLUMNS) return 'too-many-columns';
  return { operation, columns, hasKey };
}

function keyColumn(property: string): ImportColumn {
  return { property, kind: property === RECORD_ID_PROPERTY ? 'record-id' : 'unique-key' };
}

/** The cells of a record, one per column; a property it does not write is an empty one. */
export function cellsOf(record: RecordToWrite, { columns, hasKey }: ImportLayout): readonly string[] {
  return columns.map(({ property }, column) =>
    hasKey && column === 0 ? (record.key ?? '') : (record.properties[property] ?? ''),
  );
}

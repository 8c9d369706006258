import type { PreparedColumn } from './prepared-column.ts';

const PIPELINE_PROPERTIES: ReadonlySet<string> = new Set(['pipeline', 'hs_pipeline']);
const STAGE_PROPERTIES: ReadonlySet<string> = new Set(['dealstage', 'hs_pipeline_stage']);

/** True where the meaning of a cell depends on the row's pipeline: several may have a stage of one name. */
export function isStage(propertyName: string): boolean {
  return STAGE_PROPERTIES.has(propertyName);
}

/** The id of the pipeline that a row's cells name; null where none does. */
export function findPipeline(cells: readonly string[], columns: readonly PreparedColumn[]): string | null {
  const column = columns.find(({ target }) => PIPELINE_PROPERTIES.has(target.property.name));
  if (column === undefined) return null;
  const meaning = column.read(cells[column.target.columnIndex] ?? '', null);
  return meaning.kind === 'value' ? meaning.value : null;
}

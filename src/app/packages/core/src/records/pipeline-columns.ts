import type { PreparedColumn } from './prepared-column.ts';

/** By the name of a stage property, the property that holds its pipeline. */
const PIPELINE_OF_STAGE: ReadonlyMap<string, string> = new Map([
  ['dealstage', 'pipeline'],
  ['hs_pipeline_stage', 'hs_pipeline'],
]);
const PIPELINE_PROPERTIES: ReadonlySet<string> = new Set(PIPELINE_OF_STAGE.values());

/** The property that holds the pipeline of a stage property; null for any other property. */
export function pipelinePropertyOf(propertyName: string): string | null {
  return PIPELINE_OF_STAGE.get(propertyName) ?? null;
}

/** True where the meaning of a cell depends on the row's pipeline: several may have a stage of one name. */
export function isStage(propertyName: string): boolean {
  return PIPELINE_OF_STAGE.has(propertyName);
}

/** The id of the pipeline that a row's cells name; null where none does. */
export function findPipeline(cells: readonly string[], columns: readonly PreparedColumn[]): string | null {
  const column = columns.find(({ target }) => PIPELINE_PROPERTIES.has(target.property.name));
  if (column === undefined) return null;
  const meaning = column.read(cells[column.target.columnIndex] ?? '', null);
  return meaning.kind === 'value' ? meaning.value : null;
}

import { judgeValue } from '../values/judge-value.ts';
import type { ValueIssue } from '../values/value-verdict.ts';
import type { Row, RowInput } from '../writes/row.ts';
import { writeBatch } from '../writes/write-batch.ts';
import type { WriteOperation } from '../writes/write-batch.ts';
import type { WriteScene } from '../writes/write-scene.ts';
import type { ImportColumn, ImportJob, ImportProblem } from './import-job.ts';
import type { GivenKey } from './word-import-problem.ts';
import { wordIssue, wordOutcome } from './word-import-problem.ts';

/** What became of one row: written or not, and what was wrong with it. A written row may have lost cells. */
export interface RowResult {
  readonly row: Row | undefined;
  readonly problems: readonly ImportProblem[];
}

/** Writes one row of a file by the same code as a batch of one with a trace id, its bad cells left out. */
export function writeImportRow(cells: readonly string[], job: ImportJob, scene: WriteScene): RowResult {
  const { columns, operation } = job.order;
  if (cells.length !== columns.length) {
    const message = `Expected ${columns.length} columns, found ${cells.length}`;
    return notWritten({ errorType: 'INCORRECT_NUMBER_OF_COLUMNS', message });
  }
  const key = keyOf(cells, columns);
  const keyProblem = findKeyProblem(key, cells, { job, scene });
  if (keyProblem !== undefined) return notWritten(keyProblem);
  const { values, problems } = judgeCells(cells, columns, scene);
  if (problems.length > 0 && scene.behaviour.importBadCell === 'row-rejected')
    return { row: undefined, problems };
  const input = inputOf(operation, key, values);
  const { rows } = writeBatch(operation, [input], scene);
  const row = rows[0];
  if (row === undefined || row.outcome.kind === 'written') return { row, problems };
  return { row, problems: [...problems, ...wordOutcome(row.outcome, key, columns)] };
}

function notWritten(problem: ImportProblem): RowResult {
  return { row: undefined, problems: [problem] };
}

function keyOf(cells: readonly string[], columns: readonly ImportColumn[]): GivenKey | undefined {
  const column = columns.findIndex(({ columnType }) => columnType !== 'STANDARD');
  const found = columns[column];
  if (found === undefined) return undefined;
  const value = (cells[column] ?? '').trim();
  return { column, type: found.columnType, propertyName: found.propertyName, value };
}

/** The key decides whether the row can be written at all. */
function findKeyProblem(
  key: GivenKey | undefined,
  cells: readonly string[],
  { job, scene }: { readonly job: ImportJob; readonly scene: WriteScene },
): ImportProblem | undefined {
  const folded = key === undefined ? JSON.stringify(cells) : foldedKey(key);
  const isRepeated = job.seenKeys.has(folded) && (key !== undefined || scene.behaviour.importSkipsEqualRows);
  job.seenKeys.add(folded);
  if (key === undefined) {
    return isRepeated
      ? { errorType: 'DUPLICATE_ROW_CONTENT', message: 'The row is the same as an earlier one' }
      : undefined;
  }
  const isId = key.type === 'HUBSPOT_OBJECT_ID';
  const where = { column: key.column, invalidValue: key.value };
  if (isId && !/^\d+$/u.test(key.value)) {
    return { errorType: 'INVALID_OBJECT_ID', message: 'The record id is no number', ...where };
  }
  if (key.value === '') {
    return { errorType: 'INVALID_ALTERNATE_ID', message: 'The unique value is empty', ...where };
  }
  if (isRepeated) {
    const errorType = isId ? 'DUPLICATE_OBJECT_ID' : 'DUPLICATE_ALTERNATE_ID';
    return { errorType, message: 'An earlier row has the same id', ...where };
  }
  return isId ? undefined : findAlternateIdProblem(key, job.order.operation, scene);
}

function foldedKey({ propertyName, value }: GivenKey): string {
  return propertyName === 'email' ? value.toLowerCase() : value;
}

function findAlternateIdProblem(
  { propertyName, value, column }: GivenKey,
  operation: WriteOperation,
  scene: WriteScene,
): ImportProblem | undefined {
  const where = { column, invalidValue: value };
  const [issue] = judgeCell(propertyName, { [propertyName]: value }, scene);
  if (issue !== undefined) return { ...wordIssue(issue, scene), ...where };
  const holder = scene.store.records.findByKey(propertyName, value);
  if (operation === 'create' && holder !== undefined) {
    return { errorType: 'CREATE_ONLY_IMPORT', message: 'A record with this value exists', ...where };
  }
  if (operation === 'update' && holder === undefined) {
    return { errorType: 'UPDATE_ONLY_IMPORT', message: 'No record has this value', ...where };
  }
  return undefined;
}

/** An empty cell leaves the property as it is: an import clears nothing. */
function judgeCells(cells: readonly string[], columns: readonly ImportColumn[], scene: WriteScene) {
  const given = Object.fromEntries(
    columns.map(({ propertyName }, column) => [propertyName, cells[column] ?? '']),
  );
  const values: Record<string, string> = {};
  const problems: ImportProblem[] = [];
  for (const [column, { propertyName, columnType }] of columns.entries()) {
    const value = cells[column] ?? '';
    if (value === '' || columnType !== 'STANDARD') continue;
    const [issue] = judgeCell(propertyName, given, scene);
    if (issue === undefined) values[propertyName] = value;
    else problems.push({ ...wordIssue(issue, scene), column, invalidValue: value });
  }
  return { values, problems };
}

/** At most one issue. */
function judgeCell(
  propertyName: string,
  given: Readonly<Record<string, string>>,
  { store, portal, version, behaviour }: WriteScene,
): readonly ValueIssue[] {
  const scene = { store, owners: portal.owners, version, behaviour, current: undefined, given };
  const verdict = judgeValue(propertyName, given[propertyName] ?? '', scene);
  return verdict.kind === 'rejected' ? [verdict.issue] : [];
}

function inputOf(
  operation: WriteOperation,
  key: GivenKey | undefined,
  values: Readonly<Record<string, string>>,
): RowInput {
  // With a trace id a batch refuses row by row, as an import does.
  const common = { traceId: 'import', associations: [] };
  if (key === undefined) return { ...common, properties: values };
  if (operation === 'create') {
    return { ...common, properties: { [key.propertyName]: key.value, ...values } };
  }
  const idProperty = key.type === 'HUBSPOT_OBJECT_ID' ? {} : { idProperty: key.propertyName };
  return { ...common, ...idProperty, id: key.value, properties: values };
}

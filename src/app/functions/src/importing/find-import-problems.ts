import { findStandardObjectType, isCustomObjectType } from '@bulk-records/core/contract';
import type { ImportRecordsRequest } from '@bulk-records/core/contract';

type StartRequest = Extract<ImportRecordsRequest, { task: 'start' }>;

/** What the schema cannot say of an import: one sentence per broken rule. */
export function findImportProblems(request: ImportRecordsRequest): readonly string[] {
  return request.task === 'start' ? [...findColumnProblems(request), ...findTypeProblems(request)] : [];
}

function findColumnProblems({ columns, operation }: StartRequest): readonly string[] {
  const problems: string[] = [];
  if (new Set(columns.map(({ property }) => property)).size < columns.length) {
    problems.push('columns: expected each property once');
  }
  const keys = columns.filter(({ kind }) => kind !== 'value');
  if (keys.length > 1) problems.push('columns: expected at most one that names the record');
  if (keys.length === 0 && operation !== 'create') {
    problems.push('columns: expected one that names the record');
  }
  const ids = columns.filter(({ kind }) => kind === 'record-id');
  if (ids.length > 0 && operation !== 'update')
    problems.push('columns: expected record ids for updates only');
  if (ids.some(({ property }) => property !== 'hs_object_id')) {
    problems.push('columns: expected record ids in hs_object_id');
  }
  return problems;
}

/** Imports name types by id only, and a custom object's id its full name does not tell. */
function findTypeProblems({ objectType }: StartRequest): readonly string[] {
  const isNameOnly = isCustomObjectType(objectType) && typeIdOf(objectType) === undefined;
  return isNameOnly ? ['objectType: expected a type id such as 2-1234567'] : [];
}

/** The id by which an import names a type; undefined where only HubSpot could tell. */
export function typeIdOf(objectType: string): string | undefined {
  return /^\d/.test(objectType) ? objectType : findStandardObjectType(objectType)?.objectTypeId;
}

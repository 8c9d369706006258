import type { ValueIssue } from '../values/value-verdict.ts';
import type { Rejection } from '../writes/rejection.ts';
import type { RowOutcome } from '../writes/row.ts';
import type { WriteScene } from '../writes/write-scene.ts';
import type { ImportColumn, ImportProblem } from './import-job.ts';

/** The column that names a row's record, and what stands in it. */
export interface GivenKey {
  readonly column: number;
  readonly type: ImportColumn['columnType'];
  readonly propertyName: string;
  readonly value: string;
}

const errorTypes: Readonly<Record<string, string>> = {
  INVALID_OPTION: 'INVALID_ENUMERATION_OPTION',
  INVALID_DATE: 'COULD_NOT_PARSE_DATE',
  INVALID_LONG: 'COULD_NOT_PARSE_DATE',
  INVALID_NUMBER: 'COULD_NOT_PARSE_NUMBER',
  INVALID_EMAIL: 'INVALID_EMAIL',
  INVALID_LENGTH: 'COLUMN_TOO_LARGE',
  VALUE_TOO_LONG: 'COLUMN_TOO_LARGE',
};

/** What is wrong with a cell, in the words of imports. */
export function wordIssue({ propertyName, code, message }: ValueIssue, { store }: WriteScene): ImportProblem {
  const isOwner = store.properties.get(propertyName)?.externalOptions === 'owners';
  return { errorType: isOwner ? 'COULD_NOT_FIND_OWNER' : (errorTypes[code] ?? 'FAILED_VALIDATION'), message };
}

/** Why the row was refused after all, in the words of imports. */
export function wordOutcome(
  outcome: RowOutcome,
  key: GivenKey | undefined,
  columns: readonly ImportColumn[],
): readonly ImportProblem[] {
  switch (outcome.kind) {
    case 'written':
      return [];
    case 'missing':
    case 'dropped':
      return [
        {
          errorType: 'INVALID_OBJECT_ID',
          message: 'There is no such record',
          ...(key === undefined ? {} : { column: key.column, invalidValue: key.value }),
        },
      ];
    case 'rejected':
      return [wordRejection(outcome.rejection, columns)];
  }
}

function wordRejection(rejection: Rejection, columns: readonly ImportColumn[]): ImportProblem {
  switch (rejection.kind) {
    case 'invalid-values':
      return { errorType: 'FAILED_VALIDATION', message: rejection.issues[0]?.message ?? '' };
    case 'missing-on-create':
    case 'missing-by-rule':
      return { errorType: 'MISSING_REQUIRED_PROPERTY', message: 'A required property has no value' };
    case 'contact-exists':
      return { errorType: 'DUPLICATE_UNIQUE_PROPERTY_VALUE', message: 'Another record has this value' };
    case 'value-taken': {
      const column = columns.findIndex(({ propertyName }) => propertyName === rejection.propertyName);
      const where = { column, invalidValue: rejection.value };
      const message = 'Another record has this value';
      return { errorType: 'DUPLICATE_UNIQUE_PROPERTY_VALUE', message, ...where };
    }
    case 'invalid-association':
    case 'missing-association':
      return { errorType: 'FAILED_TO_CREATE_ASSOCIATION', message: 'An association could not be made' };
    case 'no-properties':
      return {
        errorType: 'FAILED_TO_PROCESS_OBJECT_WITH_EMPTY_PROPERTY_VALUES',
        message: 'The row has no values',
      };
  }
}

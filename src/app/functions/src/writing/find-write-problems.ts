import { RECORD_ID_PROPERTY } from '@bulk-records/core/contract';
import type { Operation, WriteInput, WriteRecordsRequest } from '@bulk-records/core/contract';

const RECORD_ID = /^\d{1,20}$/;

/**
 * The rules between fields, which the contract's schema cannot say. One sentence per broken rule, by path, without
 * values. Source: HubSpot OpenAPI, batch inputs of create, update, upsert and archive.
 */
export function findWriteProblems(request: WriteRecordsRequest): readonly string[] {
  const batchIds = request.batches.map((batch) => batch.batchId);
  return [
    ...(hasRepeats(batchIds) ? ['batches: expected every batchId once'] : []),
    ...request.batches.flatMap(({ inputs }, batchIndex) => [
      ...(hasRepeats(inputs.map((input) => input.objectWriteTraceId))
        ? [`batches.${batchIndex}.inputs: expected every objectWriteTraceId once`]
        : []),
      ...inputs.flatMap((input, index) => {
        const problem = findInputProblem(request.operation, input);
        return problem === undefined ? [] : [`batches.${batchIndex}.inputs.${index}.${problem}`];
      }),
    ]),
  ];
}

/** Says whether the input's `id` is a record id, and not the value of a unique property. */
export function isByRecordId(input: WriteInput): boolean {
  return input.idProperty === undefined || input.idProperty === RECORD_ID_PROPERTY;
}

function findInputProblem(operation: Operation, input: WriteInput): string | undefined {
  if (operation !== 'create' && input.associations !== undefined) {
    return `associations: expected none, ${operation} takes no associations`;
  }
  switch (operation) {
    case 'create':
      return input.id === undefined && input.idProperty === undefined
        ? undefined
        : 'id: expected neither id nor idProperty, HubSpot gives the id';
    case 'update':
      return isByRecordId(input) ? findRecordIdProblem(input) : findKeyProblem(input);
    case 'upsert':
      // HubSpot answers "non-unique property hs_object_id" (public practice, 2026).
      return isByRecordId(input) ? 'idProperty: expected a unique property' : findKeyProblem(input);
    case 'archive':
      return findArchiveProblem(input);
  }
}

function findArchiveProblem(input: WriteInput): string | undefined {
  if (!isByRecordId(input)) return 'idProperty: expected none, archive takes record ids';
  if (Object.keys(input.properties).length > 0) return 'properties: expected none, archive writes no values';
  return findRecordIdProblem(input);
}

function findRecordIdProblem(input: WriteInput): string | undefined {
  return RECORD_ID.test(input.id ?? '') ? undefined : 'id: expected a record id';
}

function findKeyProblem(input: WriteInput): string | undefined {
  return input.id === undefined ? 'id: expected the value of idProperty' : undefined;
}

function hasRepeats(texts: readonly string[]): boolean {
  return new Set(texts).size < texts.length;
}

import type { JsonValue, Operation, WriteInput } from '@bulk-records/core/contract';
import { isByRecordId } from './find-write-problems.ts';

/**
 * The body of a batch request, with exactly the fields HubSpot has for the operation. Source: HubSpot OpenAPI,
 * SimplePublicObjectBatchInputForCreate, …BatchInput, …BatchInputUpsert, SimplePublicObjectId.
 */
export function makeWriteBody(operation: Operation, inputs: readonly WriteInput[]): JsonValue {
  return { inputs: inputs.map((input) => makeInput(operation, input)) };
}

function makeInput(operation: Operation, input: WriteInput): JsonValue {
  const { id = '', idProperty, properties, associations, objectWriteTraceId } = input;
  switch (operation) {
    case 'create':
      return { properties, ...(associations === undefined ? {} : { associations }), objectWriteTraceId };
    case 'update':
    case 'upsert':
      // By record id the property must not be named: HubSpot calls `hs_object_id` non-unique (public practice, 2026).
      return isByRecordId(input) || idProperty === undefined
        ? { id, properties, objectWriteTraceId }
        : { idProperty, id, properties, objectWriteTraceId };
    case 'archive':
      return { id };
  }
}

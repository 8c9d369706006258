import { findStandardObjectType, isCustomObjectType } from '@bulk-records/core/contract';
import type { Failure, Operation } from '@bulk-records/core/contract';
import { makeFailure } from './failure.ts';

/** Refuses object types this product does not offer: the token could do more than the card is meant to. */
export function refuseObjectType(objectType: string): Failure | undefined {
  if (findStandardObjectType(objectType) !== undefined || isCustomObjectType(objectType)) return undefined;
  return makeFailure('not-allowed', 'This object type is not offered.');
}

/** Refuses object types that are not offered and operations that are not offered for them. */
export function refuseOperation(objectType: string, operation: Operation): Failure | undefined {
  const standardType = findStandardObjectType(objectType);
  if (standardType === undefined) return refuseObjectType(objectType);
  if (standardType.operations.includes(operation)) return undefined;
  return makeFailure(
    'not-allowed',
    `The operation ${operation} is not offered for ${standardType.objectType}.`,
  );
}

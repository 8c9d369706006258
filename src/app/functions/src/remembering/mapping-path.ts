import { createHash } from 'node:crypto';
import { findStandardObjectType, headerSetOf } from '@bulk-records/core/contract';
import type { MappingMemoryRequest } from '@bulk-records/core/contract';
import type { PrivatePath } from '../hubspot/private-path.ts';
import { privatePath } from '../hubspot/private-path.ts';

/** What a mapping is remembered by. */
export interface MappingSubject {
  readonly objectType: string;
  readonly headers: readonly string[];
}

export function subjectOf(request: MappingMemoryRequest): MappingSubject {
  if (request.operation !== 'keep') return request;
  const { objectType, columns } = request.mapping;
  return { objectType, headers: columns.map(({ header }) => header) };
}

/** The file of a mapping. Headers reach its name only as a digest, so no text of a caller's is part of a path. */
export function mappingPath({ objectType, headers }: MappingSubject): PrivatePath {
  // `contacts` and `0-1` are one object.
  const name = findStandardObjectType(objectType)?.objectType ?? objectType;
  const digest = createHash('sha256')
    .update(JSON.stringify(headerSetOf(headers)))
    .digest('hex');
  return privatePath('mappings', `${name}-${digest.slice(0, 40)}.json`);
}

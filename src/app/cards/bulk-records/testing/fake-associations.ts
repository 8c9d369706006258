import { associateRecordsRequestSchema, decodeWith } from '@bulk-records/core';

/** Nothing is associated yet, and everything can be. */
export function answerAssociations(parameters: unknown): unknown {
  const request = decodeWith(associateRecordsRequestSchema, parameters);
  if (!request.ok) throw new Error(request.problems.join());
  const call = request.value;
  const requests = [{ sentAt: 0, receivedAt: 1, status: 200 }];
  const plain = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 449, label: null };
  switch (call.operation) {
    case 'list-types':
      return {
        ok: true,
        result: {
          kind: 'types',
          types: [{ ...plain, associationTypeId: 7, label: 'Colleague' }, plain],
          requests,
        },
      };
    case 'read': {
      const records = call.fromIds.map((fromId) => ({ fromId, isComplete: true, to: [] }));
      return { ok: true, result: { kind: 'read', records, requests } };
    }
    case 'create':
      return { ok: true, result: { kind: 'created', made: call.pairs, errors: [], requests } };
  }
}

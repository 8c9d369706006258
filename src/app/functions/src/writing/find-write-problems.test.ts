import type { Operation, WriteInput, WriteRecordsRequest } from '@bulk-records/core/contract';
import { describe, expect, it } from 'vitest';
import { findWriteProblems } from './find-write-problems.ts';

function requestOf(operation: Operation, ...inputs: readonly Partial<WriteInput>[]): WriteRecordsRequest {
  const batch = inputs.map((input, index) => ({ objectWriteTraceId: `t${index}`, properties: {}, ...input }));
  return {
    operation,
    objectType: 'contacts',
    apiVersion: '2026-03',
    maxRequests: 10,
    workMs: 8000,
    batches: [{ batchId: 'b1', inputs: batch }],
  };
}

const link = {
  to: { id: '9' },
  types: [{ associationCategory: 'HUBSPOT_DEFINED' as const, associationTypeId: 279 }],
};

describe('findWriteProblems', () => {
  it.each<[Operation, Partial<WriteInput>]>([
    ['create', { properties: { city: 'Bonn' } }],
    ['create', { associations: [link] }],
    ['update', { id: '7' }],
    ['update', { id: '7', idProperty: 'hs_object_id' }],
    ['update', { id: 'A-7', idProperty: 'customer_number' }],
    ['upsert', { id: 'ada@example.org', idProperty: 'email' }],
    ['archive', { id: '7' }],
    ['archive', { id: '7', idProperty: 'hs_object_id' }],
  ])('has nothing against %s with %j', (operation, input) => {
    expect(findWriteProblems(requestOf(operation, input))).toEqual([]);
  });

  it.each<[Operation, Partial<WriteInput>, string]>([
    ['create', { id: '7' }, 'id: expected neither id nor idProperty, HubSpot gives the id'],
    ['create', { idProperty: 'email' }, 'id: expected neither id nor idProperty, HubSpot gives the id'],
    ['update', {}, 'id: expected a record id'],
    ['update', { id: '../1' }, 'id: expected a record id'],
    ['update', { idProperty: 'email' }, 'id: expected the value of idProperty'],
    [
      'update',
      { id: '7', associations: [link] },
      'associations: expected none, update takes no associations',
    ],
    ['upsert', { id: '7' }, 'idProperty: expected a unique property'],
    ['upsert', { id: '7', idProperty: 'hs_object_id' }, 'idProperty: expected a unique property'],
    ['upsert', { idProperty: 'email' }, 'id: expected the value of idProperty'],
    ['archive', {}, 'id: expected a record id'],
    [
      'archive',
      { id: 'a@example.org', idProperty: 'email' },
      'idProperty: expected none, archive takes record ids',
    ],
    ['archive', { id: '7', properties: { a: 'b' } }, 'properties: expected none, archive writes no values'],
  ])('refuses %s with %j', (operation, input, problem) => {
    expect(findWriteProblems(requestOf(operation, input))).toEqual([`batches.0.inputs.0.${problem}`]);
  });

  it('refuses a trace id twice in one batch, by which no answer could be matched', () => {
    const request = requestOf('create', { objectWriteTraceId: 'a' }, { objectWriteTraceId: 'a' });
    expect(findWriteProblems(request)).toEqual(['batches.0.inputs: expected every objectWriteTraceId once']);
  });

  it('refuses a batch id twice', () => {
    const request = requestOf('create', {});
    const [batch] = request.batches;
    const batches = batch === undefined ? [] : [batch, batch];
    expect(findWriteProblems({ ...request, batches })).toContain('batches: expected every batchId once');
  });
});

import type { WriteInput } from '@bulk-records/core/contract';
import { describe, expect, it } from 'vitest';
import { makeWriteBody } from './write-body.ts';

const input: WriteInput = { objectWriteTraceId: 'run.1', properties: { city: 'Bonn', name: '' } };
const associations = [
  { to: { id: '9' }, types: [{ associationCategory: 'HUBSPOT_DEFINED' as const, associationTypeId: 279 }] },
];

describe('makeWriteBody', () => {
  it('creates without an id', () => {
    expect(makeWriteBody('create', [input])).toEqual({
      inputs: [{ properties: { city: 'Bonn', name: '' }, objectWriteTraceId: 'run.1' }],
    });
  });

  it('creates with associations', () => {
    expect(makeWriteBody('create', [{ ...input, associations }])).toEqual({
      inputs: [{ properties: input.properties, associations, objectWriteTraceId: 'run.1' }],
    });
  });

  it('updates by record id without naming a key property', () => {
    const expected = { inputs: [{ id: '7', properties: input.properties, objectWriteTraceId: 'run.1' }] };
    expect(makeWriteBody('update', [{ ...input, id: '7' }])).toEqual(expected);
    expect(makeWriteBody('update', [{ ...input, id: '7', idProperty: 'hs_object_id' }])).toEqual(expected);
  });

  it.each(['update', 'upsert'] as const)('names the key property for an %s by it', (operation) => {
    const keyed = { ...input, id: 'a@example.org', idProperty: 'email' };
    expect(makeWriteBody(operation, [keyed])).toEqual({
      inputs: [
        {
          idProperty: 'email',
          id: 'a@example.org',
          properties: input.properties,
          objectWriteTraceId: 'run.1',
        },
      ],
    });
  });

  it('archives by id alone', () => {
    expect(makeWriteBody('archive', [{ ...input, id: '7' }])).toEqual({ inputs: [{ id: '7' }] });
  });

  it('keeps the order of the inputs', () => {
    const inputs = ['3', '1', '2'].map((id) => ({ ...input, id }));
    expect(makeWriteBody('archive', inputs)).toEqual({ inputs: [{ id: '3' }, { id: '1' }, { id: '2' }] });
  });
});

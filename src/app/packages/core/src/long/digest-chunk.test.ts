import { describe, expect, it } from 'vitest';
import { digestChunk } from './digest-chunk.ts';
import type { ChunkChoices } from './long-input.ts';

const UPSERT = { operation: 'upsert', keyProperty: 'email' } as const;
const CHOICES: ChunkChoices = {
  duplicates: 'last',
  isCompared: true,
  associations: [],
  needsAllNamed: false,
};

function associatedWith(toId: string, associationTypeId = 279): ChunkChoices {
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }] as const;
  return { ...CHOICES, associations: [{ toObjectType: 'companies', toId, types: [...types] }] };
}

describe('digestChunk', () => {
  it.each([
    ['which of several rows about one record is written', { ...CHOICES, duplicates: 'first' }],
    ['whether the rows are compared with HubSpot', { ...CHOICES, isCompared: false }],
    ['whether all named records are needed', { ...CHOICES, needsAllNamed: true }],
    ['whether records are associated with the open one', associatedWith('501')],
  ] satisfies readonly (readonly [string, ChunkChoices])[])('depends on %s', (_, choices) => {
    expect(digestChunk('rows', UPSERT, choices)).not.toBe(digestChunk('rows', UPSERT, CHOICES));
    expect(digestChunk('rows', UPSERT, choices)).toBe(digestChunk('rows', UPSERT, { ...choices }));
  });

  it('depends on the rows, on the open record and on how they are associated', () => {
    const digests = [
      digestChunk('rows', UPSERT, associatedWith('501')),
      digestChunk('rows', UPSERT, associatedWith('502')),
      digestChunk('rows', UPSERT, associatedWith('501', 280)),
      digestChunk('other rows', UPSERT, associatedWith('501')),
    ];
    expect(new Set(digests).size).toBe(4);
  });

  it('is the same for creates without a key, compared or not: there is nothing to compare, and a run that is not known again makes its records twice', () => {
    const create = { operation: 'create', keyProperty: null } as const;
    const blind = { ...CHOICES, isCompared: false };
    expect(digestChunk('rows', create, blind)).toBe(digestChunk('rows', create, CHOICES));
    const byKey = { operation: 'create', keyProperty: 'email' } as const;
    expect(digestChunk('rows', byKey, blind)).not.toBe(digestChunk('rows', byKey, CHOICES));
  });
});

import { describe, expect, it } from 'vitest';
import type { Association } from '../contract/write-records.ts';
import type { RecordToWrite } from '../plan/plan-part.ts';
import { makeRecord } from '../testing/outcomes.ts';
import { sortForImport, type NotImportable } from './importable-records.ts';

const company: Association = {
  to: { id: '9' },
  types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 }],
};

describe('records for an import', () => {
  it.each<[string, Partial<RecordToWrite>, NotImportable | null]>([
    ['with values', { properties: { name: 'Ada' } }, null],
    ['without any', { properties: {} }, null],
    ['that clear a value', { properties: { name: 'Ada', city: '' } }, 'clears-a-value'],
    ['with an association of their first moment', { associations: [company] }, 'associated-at-once'],
    [
      'of half a megabyte',
      { properties: Object.fromEntries(['a', 'b', 'c'].map((name) => [name, 'é'.repeat(90_000)])) },
      'too-large',
    ],
  ])('%s', (_, told, because) => {
    const record = makeRecord(0, { key: 'k', properties: {}, associations: [], ...told });
    const { toImport, toBatches } = sortForImport({ toWrite: [record] });
    expect(toImport).toEqual(because === null ? [record] : []);
    expect(toBatches).toEqual(because === null ? [] : [{ record, because }]);
  });
});

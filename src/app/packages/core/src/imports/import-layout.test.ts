import { describe, expect, it } from 'vitest';
import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import { makeRecord } from '../testing/outcomes.ts';
import { cellsOf, layOutImport } from './import-layout.ts';

const ada = makeRecord(0, { key: 'ada@example.org', properties: { email: 'ada@example.org', name: 'Ada' } });
const bo = makeRecord(1, { key: 'bo@example.org', properties: { name: 'Bo', city: 'Ulm' } });
const nobody = makeRecord(2, { properties: { name: 'N.' } });

describe('the layout of an import', () => {
  it('has the key first, then every property that some record writes', () => {
    expect(layOutImport({ operation: 'upsert', keyProperty: 'email' }, [ada, bo])).toEqual({
      operation: 'upsert',
      hasKey: true,
      columns: [
        { property: 'email', kind: 'unique-key' },
        { property: 'name', kind: 'value' },
        { property: 'city', kind: 'value' },
      ],
    });
  });

  it('names updated records by id', () => {
    expect(layOutImport({ operation: 'update', keyProperty: RECORD_ID_PROPERTY }, [bo])).toMatchObject({
      columns: [{ property: 'hs_object_id', kind: 'record-id' }, {}, {}],
    });
  });

  it('has only values where new records have no key', () => {
    const layout = layOutImport({ operation: 'create', keyProperty: 'email' }, [ada, nobody]);
    expect(layout).toMatchObject({ hasKey: false, columns: [{ property: 'email', kind: 'value' }, {}] });
  });

  it.each([
    ['archive', 'email', [ada], 'archive'],
    ['upsert', null, [ada], 'no-key'],
    ['update', 'email', [nobody], 'no-key'],
  ] as const)('does not %s by %s', (...[operation, keyProperty, records, why]) => {
    expect(layOutImport({ operation, keyProperty }, records)).toBe(why);
  });

  it('has fewer than a thousand columns', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 999 }, (_, index) => [`p${String(index)}`, 'x']),
    );
    const wide = makeRecord(0, { key: 'a', properties });
    expect(layOutImport({ operation: 'upsert', keyProperty: 'email' }, [wide])).toBe('too-many-columns');
    expect(layOutImport({ operation: 'create', keyProperty: null }, [wide])).toMatchObject({ hasKey: false });
  });

  it('leaves cells of properties empty that a record does not write', () => {
    const layout = layOutImport({ operation: 'upsert', keyProperty: 'email' }, [ada, bo]);
    if (typeof layout === 'string') throw new Error(layout);
    expect([ada, bo].map((record) => cellsOf(record, layout))).toEqual([
      ['ada@example.org', 'Ada', ''],
      ['bo@example.org', 'Bo', 'Ulm'],
    ]);
  });
});

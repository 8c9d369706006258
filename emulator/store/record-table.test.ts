import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CrmRecord } from '../model/crm-record.ts';
import { RecordTable } from './record-table.ts';

function record(
  id: string,
  properties: Readonly<Record<string, string>>,
  more: Partial<CrmRecord> = {},
): CrmRecord {
  return { id, objectTypeId: '0-1', properties, changes: {}, createdAtMs: 0, updatedAtMs: 0, ...more };
}

describe('finding by a unique value', () => {
  const table = new RecordTable(
    [
      record('1', {
        email: 'a@example.org',
        number: '007',
        hs_additional_emails: 'b@example.org;c@example.org',
      }),
      record('2', { email: 'gone@example.org' }, { archivedAtMs: 1 }),
      record('3', { email: 'merged@example.org' }, { mergedInto: '1' }),
    ],
    ['email', 'number'],
  );

  it.each([
    ['email', 'a@example.org', '1'],
    ['email', ' A@Example.org', '1'],
    ['email', 'c@example.org', '1'],
    ['number', '007', '1'],
    ['number', '7', undefined],
    ['number', ' 007', undefined],
    ['email', 'gone@example.org', undefined],
    ['email', 'merged@example.org', undefined],
    ['city', 'Ulm', undefined],
  ])('%s = %s gives %s', (...[name, value, id]) => {
    expect(table.findByKey(name, value)?.id).toBe(id);
  });

  it('follows a change of the value', () => {
    const changing = new RecordTable([record('1', { number: 'old' })], ['number']);
    changing.put(record('1', { number: 'new' }));
    expect([changing.findByKey('number', 'old'), changing.findByKey('number', 'new')?.id]).toEqual([
      undefined,
      '1',
    ]);
  });

  it('works for a property that became unique later', () => {
    const later = new RecordTable([record('1', { tax: 'DE1' })], []);
    later.indexBy('tax');
    expect(later.findByKey('tax', 'DE1')?.id).toBe('1');
  });
});

describe('a savepoint', () => {
  const writes = fc.array(
    fc.record({
      id: fc.constantFrom('1', '2', '3', '4'),
      number: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      archived: fc.boolean(),
    }),
    { maxLength: 12 },
  );

  it('takes back every write and every index entry since it was opened', () => {
    fc.assert(
      fc.property(writes, (planned) => {
        const start = [record('1', { number: 'x' }), record('2', { number: 'y' })];
        const table = new RecordTable(start, ['number']);
        const savepoint = table.openSavepoint();
        for (const { id, number, archived } of planned) {
          // The table trusts its writers not to take a value somebody holds.
          const holder = table.findByKey('number', number);
          if (holder !== undefined && holder.id !== id) continue;
          table.put(record(id, { number }, archived ? { archivedAtMs: 1 } : {}));
        }
        savepoint.rollBack();
        expect(new Set(table.all())).toEqual(new Set(start));
        const holders = ['a', 'b', 'c', 'd', 'e', 'x', 'y'].map(
          (number) => table.findByKey('number', number)?.id,
        );
        expect(holders).toEqual([undefined, undefined, undefined, undefined, undefined, '1', '2']);
      }),
    );
  });

  it('leaves alone what was there before', () => {
    const table = new RecordTable([], ['number']);
    table.put(record('1', { number: 'x' }));
    table.openSavepoint().rollBack();
    expect(table.get('1')?.id).toBe('1');
  });
});

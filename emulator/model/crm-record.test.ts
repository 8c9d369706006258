import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeRecord, historyOf, isLive } from './crm-record.ts';
import type { CrmRecord } from './crm-record.ts';

const born: CrmRecord = {
  id: '1',
  objectTypeId: '0-1',
  properties: { city: 'Ulm', zip: '01067' },
  changes: {},
  createdAtMs: 100,
  updatedAtMs: 100,
};
const change = { atMs: 200, sourceType: 'INTEGRATION', sourceId: 'app' };

describe('a changed record', () => {
  it('has the new values and keeps the others', () => {
    const changed = changeRecord(born, { ...change, properties: { city: 'Bonn' } });
    expect(changed.properties).toEqual({ city: 'Bonn', zip: '01067' });
    expect(changed.updatedAtMs).toBe(200);
  });

  it('loses a property that is set to an empty text', () => {
    expect(changeRecord(born, { ...change, properties: { city: '' } }).properties).toEqual({ zip: '01067' });
  });

  it('leaves the record it was made from alone', () => {
    const before = JSON.stringify(born);
    changeRecord(born, { ...change, properties: { city: '', zip: '1' } });
    expect(JSON.stringify(born)).toBe(before);
  });

  it('has a history entry for each value that differs and no other', () => {
    const changed = changeRecord(born, { ...change, properties: { city: 'Bonn', zip: '01067', fax: '' } });
    expect(Object.keys(changed.changes)).toEqual(['city']);
  });

  it('ends up with the last value given, in any number of steps', () => {
    const steps = fc.array(
      fc.record({ name: fc.constantFrom('a', 'b'), value: fc.constantFrom('', '1', '2') }),
    );
    fc.assert(
      fc.property(steps, (given) => {
        const end = given.reduce(
          (record, { name, value }, index) =>
            changeRecord(record, { ...change, atMs: 200 + index, properties: { [name]: value } }),
          born,
        );
        for (const name of ['a', 'b']) {
          const last = given.filter((step) => step.name === name).at(-1)?.value ?? '';
          expect(end.properties[name] ?? '').toBe(last);
          expect(historyOf(end, name)[0]?.value ?? '').toBe(last);
        }
      }),
    );
  });
});

describe('the history of a property', () => {
  it('begins with the record when nothing was written since', () => {
    expect(historyOf(born, 'city')).toEqual([{ value: 'Ulm', timestampMs: 100, sourceType: 'CRM_UI' }]);
  });

  it('is empty for a property that never had a value', () => {
    expect(historyOf(born, 'fax')).toEqual([]);
  });

  it('has the newest value first', () => {
    const changed = changeRecord(born, { ...change, properties: { city: 'Bonn' } });
    expect(historyOf(changed, 'city').map(({ value, sourceType }) => [value, sourceType])).toEqual([
      ['Bonn', 'INTEGRATION'],
      ['Ulm', 'CRM_UI'],
    ]);
  });
});

describe('a live record', () => {
  it.each([
    [{}, true],
    [{ archivedAtMs: 1 }, false],
    [{ mergedInto: '2' }, false],
  ])('with %j: %s', (more, expected) => {
    expect(isLive({ ...born, ...more })).toBe(expected);
  });
});

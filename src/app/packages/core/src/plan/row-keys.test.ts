import { describe, expect, it } from 'vitest';
import { ROW_PROPERTY_NAME } from '../contract/row-property.ts';
import { planRows } from '../testing/model-plan.ts';
import { makeProperties, makeProperty } from '../testing/properties.ts';
import type { PlanPart } from './plan-part.ts';
import type { PlannedRow } from './plan.ts';
import { proofOfCreates, withRowKeys } from './row-keys.ts';

const FIT = makeProperty(ROW_PROPERTY_NAME, { hasUniqueValue: true });
const WITH = makeProperties(makeProperty('email'), FIT);
const WITHOUT = makeProperties(makeProperty('email'));

function creates(keys: readonly (string | null)[], properties = WITH): PlanPart {
  const rows = keys.map((key) => ({ key, properties: { name: 'Ada' } }));
  return { ...planRows(rows, { operation: 'create', keyProperty: 'email' }), properties };
}

describe('row keys', () => {
  it('stand in for keys that rows do not have, one per run and row', () => {
    const parts = withRowKeys(creates([null, null]), 'run1');
    expect(parts).toMatchObject([{ keyProperty: ROW_PROPERTY_NAME, hasRowKeys: true }]);
    expect(parts[0]?.toWrite.map(({ key }) => key)).toEqual(['run1-0', 'run1-1']);
    expect(parts[0]?.toWrite[1]?.properties).toEqual({ name: 'Ada', [ROW_PROPERTY_NAME]: 'run1-1' });
  });

  it('leave rows with a key to their key', () => {
    const parts = withRowKeys(creates(['a@example.org', null, 'b@example.org']), 'run1');
    expect(parts.map(({ keyProperty, toWrite }) => [keyProperty, toWrite.map(({ slot }) => slot)])).toEqual([
      ['email', [0, 2]],
      [ROW_PROPERTY_NAME, [1]],
    ]);
    expect(parts[0]).not.toHaveProperty('hasRowKeys');
  });

  it('are the same when the run is taken up again, and others in another run', () => {
    const keysOf = (runId: string) => withRowKeys(creates([null]), runId)[0]?.toWrite.map(({ key }) => key);
    expect(keysOf('run1')).toEqual(keysOf('run1'));
    expect(keysOf('run1')).not.toEqual(keysOf('run2'));
  });

  it.each([
    ['no such property', WITHOUT],
    ['one that is not unique', makeProperties(makeProperty(ROW_PROPERTY_NAME))],
    ['a number', makeProperties({ ...FIT, type: 'number' })],
    ['one that cannot be written', makeProperties({ ...FIT, readOnly: true })],
  ])('are not given where the portal has %s', (_, properties) => {
    const part = creates([null], properties);
    expect(withRowKeys(part, 'run1')).toEqual([part]);
  });

  it.each(['upsert', 'update', 'archive'] as const)('are not for %s', (operation) => {
    const part: PlanPart = { ...creates([null]), operation };
    expect(withRowKeys(part, 'run1')).toEqual([part]);
  });
});

describe('the proof of creates', () => {
  const row = (key: string | null): PlannedRow => ({
    ...{ slot: 0, rowNumber: 2, key },
    kind: 'create',
    properties: {},
  });

  it.each([
    ['their keys', [row('a@example.org')], WITHOUT, 'key'],
    ['the row property', [row('a@example.org'), row(null)], WITH, 'row-property'],
    ['nothing', [row(null)], WITHOUT, 'none'],
    ['a property that is no use', [row(null)], makeProperties(makeProperty(ROW_PROPERTY_NAME)), 'unfit'],
  ] as const)('is %s', (...[, rows, properties, proof]) => {
    expect(proofOfCreates({ rows, properties })).toBe(proof);
  });

  it('asks nothing of rows that create nothing', () => {
    const missing: PlannedRow = { slot: 0, rowNumber: 2, key: null, kind: 'missing' };
    expect(proofOfCreates({ rows: [missing], properties: WITHOUT })).toBe('key');
  });
});

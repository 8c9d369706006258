import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { Table } from '../input/table.ts';
import { makeProperty } from '../testing/properties.ts';
import type { DraftChoices } from './draft-choices.ts';
import { draftRecords } from './draft-records.ts';

const email = makeProperty('email');
const name = makeProperty('name');
const amount = makeProperty('amount', { type: 'number', fieldType: 'number' });
const recordId = makeProperty(RECORD_ID_PROPERTY, { type: 'number', fieldType: 'number' });
const number = makeProperty('customer_number', { type: 'number', hasUniqueValue: true });

function tableOf(...rows: readonly (readonly string[])[]): Table {
  const width = rows[0]?.length ?? 0;
  return {
    columns: Array.from({ length: width }, (_, index) => ({ index, header: `c${String(index)}` })),
    rows: rows.map((cells, index) => ({ number: index + 2, cells })),
  };
}

function choose(
  operation: DraftChoices['operation'],
  keyProperty: string | null,
  ...properties: readonly (typeof email)[]
): DraftChoices {
  return {
    operation,
    keyProperty,
    targets: properties.map((property, columnIndex) => ({ columnIndex, property })),
  };
}

function draftOne(cells: readonly string[], choices: DraftChoices) {
  const [draft] = draftRecords(tableOf(cells), choices);
  return draft;
}

const upsert = choose('upsert', 'email', email, name, amount);

describe('draftRecords', () => {
  it('makes one draft of every row, whatever is in it', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', ' ', 'a@example.org'));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell)), (rows) => {
        const drafts = draftRecords(tableOf(...rows), upsert);
        expect(drafts.map(({ slot, rowNumber }) => [slot, rowNumber])).toEqual(
          rows.map((_, slot) => [slot, slot + 2]),
        );
      }),
    );
  });

  it('keeps every space of a text and none around other values', () => {
    expect(draftOne(['a@example.org', ' Ada  L ', ' 12 '], upsert)?.properties).toMatchObject({
      name: ' Ada  L ',
      amount: '12',
    });
  });

  it('lowers e-mail addresses, as key and as value', () => {
    const cells = [' Ada@Example.org ', 'Ada', ''];
    expect(draftOne(cells, upsert)).toMatchObject({ key: 'ada@example.org' });
    const create = choose('create', 'email', email, name, amount);
    expect(draftOne(cells, create)?.properties['email']).toBe('ada@example.org');
  });

  it.each(['upsert', 'update'] as const)('sends the key of an %s as id only', (operation) => {
    const draft = draftOne(['a@example.org', 'Ada', ''], choose(operation, 'email', email, name, amount));
    expect(draft?.properties).toEqual({ name: 'Ada' });
  });

  it('sends the key of an upsert as value when there is nothing else: a new record may be only that', () => {
    const draft = draftOne([' A@example.org ', '', ''], upsert);
    expect(draft).toMatchObject({ properties: { email: 'a@example.org' }, issues: [] });
  });

  it('leaves blank cells out, so that HubSpot keeps its values', () => {
    expect(draftOne(['a@example.org', '  ', '1'], upsert)?.properties).toEqual({ amount: '1' });
  });

  it('never touches a number on its way', () => {
    expect(draftOne(['a@example.org', '', '1.10e30'], upsert)?.properties['amount']).toBe('1.10e30');
  });

  it('trims a key that is not a text', () => {
    const draft = draftOne([' 0012 ', 'Ada'], choose('upsert', 'customer_number', number, name));
    expect(draft?.key).toBe('0012');
  });

  it('never writes the record id, and nothing at all in an archive', () => {
    expect(draftOne(['12', 'Ada'], choose('update', RECORD_ID_PROPERTY, recordId, name))?.properties).toEqual(
      { name: 'Ada' },
    );
    expect(
      draftOne(['12', 'Ada'], choose('archive', RECORD_ID_PROPERTY, recordId, name))?.properties,
    ).toEqual({});
  });

  it.each([
    ['a missing key', ['', 'Ada', ''], upsert, { code: 'key-missing', property: 'email' }],
    [
      'a missing key column',
      ['Ada'],
      choose('upsert', 'email', name),
      { code: 'key-missing', property: 'email' },
    ],
    [
      'nothing to write',
      ['12', ' '],
      choose('update', RECORD_ID_PROPERTY, recordId, name),
      { code: 'nothing-to-write' },
    ],
    [
      'a record id with letters',
      ['12x', 'Ada'],
      choose('update', RECORD_ID_PROPERTY, recordId, name),
      { code: 'record-id-not-a-number', property: RECORD_ID_PROPERTY, columnIndex: 0, raw: '12x' },
    ],
    [
      'a value over HubSpot’s limit',
      ['a@example.org', 'x'.repeat(65_537), ''],
      upsert,
      { code: 'value-too-long', property: 'name', expected: { kind: 'text', maxLength: 65_536 } },
    ],
    [
      'a key that no function call takes',
      ['x'.repeat(1001), 'Ada'],
      choose('upsert', 'name', name, email),
      { code: 'value-too-long', property: 'name', expected: { kind: 'text', maxLength: 1000 } },
    ],
  ])('names %s', (...[, cells, choices, issue]) => {
    expect(draftOne(cells, choices)?.issues).toContainEqual(expect.objectContaining(issue));
  });

  it('tells all issues of a row at once', () => {
    const issues = draftOne(['', ''], choose('upsert', 'email', email, name))?.issues ?? [];
    expect(issues.map(({ code }) => code)).toEqual(['key-missing', 'nothing-to-write']);
  });

  it('lets a create go without a key', () => {
    expect(draftOne(['', 'Ada', ''], choose('create', 'email', email, name))?.issues).toEqual([]);
    expect(draftOne(['Ada'], choose('create', null, name))).toMatchObject({ key: null, issues: [] });
  });

  it('archives by the record id alone', () => {
    expect(draftOne([' 12 '], choose('archive', RECORD_ID_PROPERTY, recordId))).toMatchObject({
      key: '12',
      issues: [],
    });
  });
});

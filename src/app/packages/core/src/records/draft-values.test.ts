import { describe, expect, it } from 'vitest';
import type { Table } from '../input/table.ts';
import { CALLING_PLANS } from '../contract/calling-plans.ts';
import { makeProperty } from '../testing/properties.ts';
import type { CellFix, DraftChoices } from './draft-choices.ts';
import { draftRecords } from './draft-records.ts';

const name = makeProperty('name');
const amount = makeProperty('amount', { type: 'number', fieldType: 'number' });
const closedAt = makeProperty('closedate', { type: 'datetime', fieldType: 'date' });
const tags = makeProperty('tags', {
  type: 'enumeration',
  fieldType: 'checkbox',
  options: [
    { value: 'a', label: 'Alpha', hidden: false },
    { value: 'b', label: 'Beta', hidden: false },
  ],
});
const pipeline = makeProperty('pipeline', {
  type: 'enumeration',
  fieldType: 'select',
  externalOptions: true,
  options: [
    { value: 'p1', label: 'Sales', hidden: false },
    { value: 'p2', label: 'Renewals', hidden: false },
  ],
});
const stage = makeProperty('dealstage', {
  type: 'enumeration',
  fieldType: 'radio',
  externalOptions: true,
  options: [
    { value: 's1', label: 'Won (Sales)', pipeline: 'p1', hidden: false },
    { value: 's2', label: 'Won (Renewals)', pipeline: 'p2', hidden: false },
    { value: 's3', label: 'Lost', pipeline: 'p1', hidden: false },
  ],
});

function draft(
  rows: readonly (readonly string[])[],
  properties: readonly (typeof name)[],
  told: Partial<DraftChoices> = {},
) {
  const table: Table = {
    columns: properties.map(({ label }, index) => ({ index, header: label })),
    rows: rows.map((cells, index) => ({ number: index + 2, cells })),
  };
  const targets = properties.map((property, columnIndex) => ({ columnIndex, property }));
  return draftRecords(table, { operation: 'create', keyProperty: null, targets, ...told });
}

function fixing(columnIndex: number, raw: string, fix: CellFix): Pick<DraftChoices, 'fixes'> {
  return { fixes: new Map([[columnIndex, new Map([[raw, fix]])]]) };
}

function codes(drafts: ReturnType<typeof draft>) {
  return drafts.map(({ issues }) => issues.map(({ code }) => code));
}

describe('cells of wrong values', () => {
  it('each are an issue with column and raw text, all of them at once', () => {
    const [only] = draft([['many ', 'Gamma', 'soon']], [amount, tags, closedAt]);
    expect(only?.issues).toMatchObject([
      { code: 'not-a-number', property: 'amount', columnIndex: 0, raw: 'many ', found: 'many' },
      { code: 'unknown-option', property: 'tags', columnIndex: 1, raw: 'Gamma' },
      { code: 'not-a-date', property: 'closedate', columnIndex: 2, raw: 'soon' },
    ]);
  });

  it('are no empty row: that would be a second name for one mistake', () => {
    expect(codes(draft([['many']], [amount]))).toEqual([['not-a-number']]);
  });

  it('leave the good cells of their row as they are, and all other rows', () => {
    const drafts = draft(
      [
        ['x', 'Ada'],
        ['1', 'Kim'],
      ],
      [amount, name],
    );
    expect(drafts.map(({ properties }) => properties)).toEqual([
      { name: 'Ada' },
      { amount: '1', name: 'Kim' },
    ]);
  });

  it('block a row also as its key', () => {
    const email = makeProperty('email');
    const told: Partial<DraftChoices> = { operation: 'upsert', keyProperty: 'email' };
    const [only] = draft([['ada at example', 'Ada']], [email, name], told);
    expect(only).toMatchObject({ key: null, issues: [{ code: 'not-an-email', columnIndex: 0 }] });
    expect(only?.issues).toHaveLength(1);
  });
});

describe('a fix', () => {
  it('stands in for all cells of that text in its column, and for no other', () => {
    const rows = [
      ['many', 'many'],
      ['many', 'few'],
      [' many', 'few'],
    ];
    const drafts = draft(rows, [amount, name], fixing(0, 'many', { kind: 'value', value: '12' }));
    expect(drafts.map(({ properties }) => properties)).toEqual([
      { amount: '12', name: 'many' },
      { amount: '12', name: 'few' },
      { name: 'few' },
    ]);
    expect(codes(drafts)).toEqual([[], [], ['not-a-number']]);
  });

  it('by a value takes it in HubSpot’s notation, whatever the column’s format is', () => {
    const drafts = draft([['12,5'], ['x']], [amount], fixing(0, 'x', { kind: 'value', value: '1.234' }));
    expect(drafts[1]?.properties).toEqual({ amount: '1.234' });
  });

  it('by a text reads it like a cell of the column', () => {
    const drafts = draft([['12,5'], ['x']], [amount], fixing(0, 'x', { kind: 'text', text: ' 1.234 ' }));
    expect(drafts[1]?.properties).toEqual({ amount: '1234' });
  });

  it('by a text that no cell of the column explains is asked about, not guessed', () => {
    const drafts = draft([['7'], ['x']], [amount], fixing(0, 'x', { kind: 'text', text: '1.234' }));
    expect(drafts[1]?.issues).toMatchObject([{ code: 'format-open', raw: 'x', found: '1.234' }]);
  });

  it('that is wrong itself is told of the cell it stands for', () => {
    const drafts = draft([['x']], [amount], fixing(0, 'x', { kind: 'text', text: 'y' }));
    expect(drafts[0]?.issues).toMatchObject([{ code: 'not-a-number', raw: 'x', found: 'y' }]);
  });

  it('may leave the cell blank', () => {
    const drafts = draft([['x', 'Ada']], [amount, name], fixing(0, 'x', { kind: 'blank' }));
    expect(drafts[0]).toMatchObject({ properties: { name: 'Ada' }, issues: [] });
  });

  it('may fill a blank cell', () => {
    const drafts = draft([['', 'Ada']], [amount, name], fixing(0, '', { kind: 'text', text: '5' }));
    expect(drafts[0]?.properties).toEqual({ amount: '5', name: 'Ada' });
  });

  it('does not change how other cells are read', () => {
    const rows = [['01/02/2024 10:00'], ['25/12/2024 10:00']];
    const fixed = draft(rows, [closedAt], {
      timeZone: 'UTC',
      ...fixing(0, '25/12/2024 10:00', { kind: 'blank' }),
    });
    expect(fixed[0]?.properties).toEqual({ closedate: '2024-02-01T10:00:00.000Z' });
  });
});

describe('choices', () => {
  it('of a format settle a column', () => {
    const format = { kind: 'number', decimalMark: ',', percentAs: 'points' } as const;
    expect(codes(draft([['1.234']], [amount]))).toEqual([['format-open']]);
    const drafts = draft([['1.234']], [amount], { formats: new Map([[0, format]]) });
    expect(drafts[0]?.properties).toEqual({ amount: '1234' });
  });

  it.each([{ kind: 'plain' }, { kind: 'date', order: 'dmy', firstYear: 2000 }] as const)(
    'of a format for another kind of property count for nothing: %j',
    (format) => {
      const drafts = draft([['1,5']], [amount], { formats: new Map([[0, format]]) });
      expect(drafts[0]?.properties).toEqual({ amount: '1.5' });
    },
  );

  it('may leave a column to HubSpot’s judgement', () => {
    const drafts = draft([['many']], [amount], { formats: new Map([[0, { kind: 'unchecked' }]]) });
    expect(drafts[0]).toMatchObject({ properties: { amount: 'many' }, issues: [] });
  });

  it('of a token clear what HubSpot holds, in any property', () => {
    const drafts = draft([[' (clear) ', '(clear)', 'x (clear)']], [amount, tags, name], {
      clearToken: '(clear)',
    });
    expect(drafts[0]).toMatchObject({ properties: { amount: '', tags: '', name: 'x (clear)' }, issues: [] });
  });

  it('of a token make a key a missing one', () => {
    const told: Partial<DraftChoices> = { operation: 'upsert', keyProperty: 'name', clearToken: '-' };
    expect(codes(draft([['-', '1']], [name, amount], told))).toEqual([['key-missing']]);
  });

  it.each([undefined, '', '  '])('without a token clear nothing: %j', (clearToken) => {
    const told = clearToken === undefined ? {} : { clearToken };
    expect(draft([['(clear)', '']], [name, amount], told)[0]?.properties).toEqual({ name: '(clear)' });
  });

  it.each(['(CLEAR)', '(clear) it', 'clear'])('clear nothing by nearly the token: %s', (raw) => {
    expect(draft([[raw]], [name], { clearToken: '(clear)' })[0]?.properties).toEqual({ name: raw });
  });

  it('may put telephone numbers into the international format', () => {
    const told = { type: 'phone_number', fieldType: 'phonenumber', callingPlans: CALLING_PLANS };
    const phone = makeProperty('phone', told);
    const rows = [['030 5550000'], ['call me']];
    const formats = new Map([[0, { kind: 'phone', country: 'DE' } as const]]);
    const properties = draft(rows, [phone], { formats }).map((each) => each.properties);
    expect(properties).toEqual([{ phone: '+49305550000' }, { phone: 'call me' }]);
  });

  it('may take what nobody sees from a whole column', () => {
    const email = makeProperty('email');
    const told: Partial<DraftChoices> = { operation: 'upsert', keyProperty: 'email' };
    const rows = [
      ['ada@example.org\u200b', 'Ada'],
      ['\u200ekim@example.org', 'Kim'],
    ];
    expect(codes(draft(rows, [email, name], told))).toEqual([
      ['invisible-characters'],
      ['invisible-characters'],
    ]);
    const formats = new Map([[0, { kind: 'cleaned' } as const]]);
    const keys = draft(rows, [email, name], { ...told, formats }).map(({ key }) => key);
    expect(keys).toEqual(['ada@example.org', 'kim@example.org']);
  });

  it('take what nobody sees from one key by a fix, or leave it', () => {
    const told: Partial<DraftChoices> = { operation: 'upsert', keyProperty: 'name' };
    const raw = 'AC\u200bME';
    const keyAs = (value: string) =>
      draft([[raw, '1']], [name, amount], { ...told, ...fixing(0, raw, { kind: 'value', value }) })[0]?.key;
    expect(keyAs('ACME')).toBe('ACME');
    expect(keyAs(raw)).toBe(raw);
  });

  it('add options in one column and replace them in another', () => {
    const more = { ...tags, name: 'more' };
    const drafts = draft([['Alpha, b', 'Beta']], [tags, more], { appendingColumns: new Set([0]) });
    expect(drafts[0]?.properties).toEqual({ tags: ';a;b', more: 'b' });
  });

  it('of a time zone place times in it', () => {
    const rows = [['2024-05-01 10:00']];
    expect(codes(draft(rows, [closedAt]))).toEqual([['time-zone-missing']]);
    expect(draft(rows, [closedAt], { timeZone: 'Asia/Tokyo' })[0]?.properties).toEqual({
      closedate: '2024-05-01T01:00:00.000Z',
    });
  });
});

describe('a stage', () => {
  it('is one of the row’s pipeline, also where its column comes first', () => {
    const rows = [
      ['Won', 'Renewals'],
      ['Won', 'p1'],
      ['Won', ''],
      ['Won', 'Support'],
    ];
    const drafts = draft(rows, [stage, pipeline]);
    expect(drafts.map(({ properties }) => properties['dealstage'])).toEqual([
      's2',
      's1',
      undefined,
      undefined,
    ]);
    expect(codes(drafts)).toEqual([
      [],
      [],
      ['ambiguous-option'],
      ['unknown-option', 'ambiguous-option'].reverse(),
    ]);
  });

  it('of another pipeline than the row’s blocks it', () => {
    const drafts = draft([['Lost', 'Renewals']], [stage, pipeline]);
    expect(drafts[0]?.issues).toMatchObject([{ code: 'stage-of-other-pipeline', raw: 'Lost' }]);
  });

  it('that is fixed is fixed in every pipeline that has one of that name', () => {
    const rows = [
      ['Wonn', 'Sales'],
      ['Wonn', 'Renewals'],
      ['Wonn', ''],
    ];
    const drafts = draft(rows, [stage, pipeline], fixing(0, 'Wonn', { kind: 'value', value: 's1' }));
    expect(drafts.map(({ properties }) => properties['dealstage'])).toEqual(['s1', 's2', 's1']);
  });

  it('that is fixed is asked about where the pipeline has none of that name', () => {
    const drafts = draft(
      [['Lst', 'Renewals']],
      [stage, pipeline],
      fixing(0, 'Lst', { kind: 'value', value: 's3' }),
    );
    expect(drafts[0]?.issues).toMatchObject([{ code: 'stage-of-other-pipeline', raw: 'Lst', found: 's3' }]);
  });

  it('that is right in one row stays, when the same text is fixed for another', () => {
    const rows = [
      ['Won', 'Renewals'],
      ['Won', ''],
    ];
    const drafts = draft(rows, [stage, pipeline], fixing(0, 'Won', { kind: 'value', value: 's1' }));
    expect(drafts.map(({ properties }) => properties['dealstage'])).toEqual(['s2', 's1']);
  });

  it('that is right in one row is not what another row’s fix says', () => {
    const rows = [
      ['Won', 'Sales'],
      ['Won', ''],
    ];
    const drafts = draft(rows, [stage, pipeline], fixing(0, 'Won', { kind: 'value', value: 's3' }));
    expect(drafts.map(({ properties }) => properties['dealstage'])).toEqual(['s1', 's3']);
  });

  it('of two pipelines and no pipeline column has both as candidates', () => {
    expect(draft([['Won']], [stage])[0]?.issues).toMatchObject([
      {
        code: 'ambiguous-option',
        candidates: [
          { value: 's1', label: 'Won (Sales)' },
          { value: 's2', label: 'Won (Renewals)' },
        ],
      },
    ]);
  });
});

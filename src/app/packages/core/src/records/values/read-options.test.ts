import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeProperty } from '../../testing/properties.ts';
import { canonicalValue } from '../same-value.ts';
import { checkboxOf, readCell, selectOf, tell } from './testing/read-column.ts';

const LEVEL = selectOf(
  ['lvl_1', 'Bronze'],
  ['lvl_2', 'Silver'],
  ['lvl_3', 'Gold'],
  ['E_MAIL', 'E-Mail & Web'],
  ['strasse', 'Große Straße'],
  ['1-5', '1-5'],
  ['15', '15 and more'],
  ['1000+', '1000+'],
  ['c++', 'C++'],
  ['minus', '-5'],
  ['plus', '5'],
  ['jp', '日本'],
  ['Bronze Age', 'Very old'],
);

describe('one option', () => {
  it.each([
    ['lvl_1', 'lvl_1'],
    ['Bronze', 'lvl_1'],
    [' Bronze ', 'lvl_1'],
    ['bronze', 'lvl_1'],
    ['BRONZE', 'lvl_1'],
    ['LVL_2', 'lvl_2'],
    ['Lvl 3', 'lvl_3'],
    ['lvl-3', 'lvl_3'],
    ['e-mail', 'E_MAIL'],
    ['E Mail', 'E_MAIL'],
    ['EMail', 'E_MAIL'],
    ['e-mail/web', 'E_MAIL'],
    ['E-MAIL  (WEB)', 'E_MAIL'],
    ['GROSSE STRASSE', 'strasse'],
    ['grosse  straße', 'strasse'],
    ['1-5', '1-5'],
    ['1 – 5', '1-5'],
    ['15', '15'],
    ['15 AND MORE', '15'],
    ['1000+', '1000+'],
    ['C++', 'c++'],
    ['-5', 'minus'],
    ['−5', 'minus'],
    ['5', 'plus'],
    ['日本', 'jp'],
    ['ｂｒｏｎｚｅ', 'lvl_1'],
    ['very OLD', 'Bronze Age'],
  ])('%j is %s', (raw, value) => {
    expect(tell(readCell(LEVEL, raw))).toBe(value);
  });

  it.each([
    ['Bronz', '(unknown-option lvl_1)'],
    ['Sliver', '(unknown-option lvl_2)'],
    ['Glod', '(unknown-option lvl_3)'],
    ['Grosse Strase', '(unknown-option strasse)'],
    ['Platinum', '(unknown-option)'],
    ['1000', '(unknown-option 1000+)'],
    ['C', '(unknown-option)'],
    ['C+', '(unknown-option)'],
    ['1 to 5', '(unknown-option)'],
    ['Go', '(unknown-option)'],
    ['Bronze;Silver', '(unknown-option)'],
    ['???', '(unknown-option)'],
  ])('%j is none: %s', (raw, told) => {
    expect(tell(readCell(LEVEL, raw))).toBe(told);
  });

  it('suggests by the label people see', () => {
    expect(readCell(LEVEL, ' Bronz')).toMatchObject({
      issue: { raw: ' Bronz', found: 'Bronz', candidates: [{ value: 'lvl_1', label: 'Bronze' }] },
    });
  });

  it('that two options have in common is ambiguous', () => {
    const twins = selectOf(['a', 'Other'], ['b', 'other'], ['c', 'Same'], ['d', 'Same']);
    expect(tell(readCell(twins, 'OTHER'))).toBe('(ambiguous-option a b)');
    expect(tell(readCell(twins, 'Same'))).toBe('(ambiguous-option c d)');
    expect(tell(readCell(twins, 'other'))).toBe('b');
  });

  it('is an internal value before it is a label: so HubSpot reads it', () => {
    const crossed = selectOf(['Gold', 'Silver'], ['Silver', 'Gold']);
    expect(tell(readCell(crossed, 'Gold'))).toBe('Gold');
  });

  it('is not checked against a list that HubSpot keeps elsewhere', () => {
    const unlisted = { ...selectOf(), externalOptions: true };
    expect(tell(readCell(unlisted, ' anything '))).toBe('anything');
  });
});

const OWNER = makeProperty('hubspot_owner_id', {
  type: 'enumeration',
  fieldType: 'select',
  externalOptions: true,
  referencedObjectType: 'OWNER',
  options: [
    { value: '11', label: 'Ada Lovelace', hidden: false },
    { value: '11', label: 'ada@example.org', hidden: true },
    { value: '12', label: 'Kim Lee (kim@example.org)', hidden: false },
    { value: '12', label: 'kim@example.org', hidden: true },
    { value: '13', label: 'Kim Lee (lee@example.org)', hidden: false },
    { value: '13', label: 'lee@example.org', hidden: true },
  ],
});

describe('an owner', () => {
  it.each([
    ['ada@example.org', '11'],
    ['ADA@Example.org', '11'],
    ['ada lovelace', '11'],
    ['Lee@example.org', '13'],
    ['Kim Lee (kim@example.org)', '12'],
    ['11', '11'],
    ['99999999', '99999999'],
    ['Kim Lee', '(ambiguous-option 12 13)'],
    ['Ada Lovelase', '(unknown-option 11)'],
    ['ada@exmaple.org', '(unknown-option 11)'],
    ['Kim Le', '(unknown-option 12 13)'],
    ['Grace Hopper', '(unknown-option)'],
  ])('%s is %s', (raw, told) => {
    expect(tell(readCell(OWNER, raw))).toBe(told);
  });

  it('is suggested by name, not by the hidden address', () => {
    expect(readCell(OWNER, 'ada@exmaple.org')).toMatchObject({
      issue: { candidates: [{ value: '11', label: 'Ada Lovelace' }] },
    });
  });
});

const INTERESTS = checkboxOf(
  ['solar', 'Solar power'],
  ['wind', 'Wind power'],
  ['home', 'House, home'],
  ['storage', 'Battery storage'],
);

describe('several options', () => {
  it.each([
    ['solar', 'solar'],
    ['solar;wind', 'solar;wind'],
    ['Solar power; wind POWER', 'solar;wind'],
    ['Solar power, Wind power', 'solar;wind'],
    ['Solar power|Wind power', 'solar;wind'],
    ['Solar power\nWind power', 'solar;wind'],
    ['Solar power\r\nWind power\r\n', 'solar;wind'],
    ['House, home', 'home'],
    ['House, home; Wind power', 'home;wind'],
    ['wind;wind;Wind power', 'wind'],
    ['solar;;wind;', 'solar;wind'],
    [';solar', ';solar'],
    [' ; solar ; wind', ';solar;wind'],
    ['solar;moonshine', '(unknown-option)'],
    ['Solar powr; Wind power', '(unknown-option solar;wind)'],
    ['Solar powr; Wind powr', '(unknown-option solar;wind)'],
    ['solar, winnd', '(unknown-option solar;wind)'],
    ['solar, wnd power', '(unknown-option solar;wind)'],
    [';', '(unknown-option)'],
  ])('%j are %s', (raw, told) => {
    expect(tell(readCell(INTERESTS, raw))).toBe(told);
  });

  it('name the part that is wrong', () => {
    expect(readCell(INTERESTS, 'solar;moonshine')).toMatchObject({ issue: { found: 'moonshine' } });
    expect(readCell(INTERESTS, 'solar, moonshine')).toMatchObject({ issue: { found: 'moonshine' } });
    expect(readCell(INTERESTS, 'sun, moonshine')).toMatchObject({ issue: { found: 'sun, moonshine' } });
  });

  it.each([
    ['Tree', '(unknown-option solar;w1 solar;w2)'],
    ['twin', '(ambiguous-option solar;t1 solar;t2)'],
    ['Tree; twin', '(unknown-option solar;w1;t1 solar;w1;t2 solar;w2;t1 solar;w2;t2)'],
  ])('offer all ways to put %s right', (wrong, told) => {
    const many = checkboxOf(
      ['solar', 'Solar'],
      ['w1', 'Trees'],
      ['w2', 'Treet'],
      ['t1', 'Twin'],
      ['t2', 'TWIN'],
    );
    expect(tell(readCell(many, `solar; ${wrong}`))).toBe(told);
  });

  it('offer none where there are too many ways', () => {
    const many = checkboxOf(...['a', 'b', 'c'].map((end) => [end, `Tree${end}`] as const));
    expect(tell(readCell(many, 'Tree; Treex'))).toBe('(unknown-option)');
  });

  it('are added to HubSpot’s where the column says so', () => {
    expect(tell(readCell(INTERESTS, 'wind;solar', { appends: true }))).toBe(';wind;solar');
    expect(tell(readCell(INTERESTS, ';wind', { appends: true }))).toBe(';wind');
    expect(tell(readCell(INTERESTS, 'Wind powr', { appends: true }))).toBe('(unknown-option ;wind)');
  });
});

describe('law', () => {
  const label = fc
    .string({ minLength: 1, maxLength: 12 })
    .filter((text) => text.trim() !== '' && !/[;|,\n]/.test(text));
  const options = fc.uniqueArray(label, { minLength: 1, maxLength: 8, selector: (text) => text.trim() });

  it('every label is its own value, whatever the others are', () => {
    fc.assert(
      fc.property(options, (labels) => {
        const property = selectOf(...labels.map((text, index) => [`#${String(index)}#`, text] as const));
        const told = labels.map((text) => tell(readCell(property, text)));
        expect(told).toEqual(labels.map((_, index) => `#${String(index)}#`));
      }),
    );
  });

  it('a value that was read is read again as itself', () => {
    const cell = fc.array(fc.constantFrom('solar', 'Wind power', 'house, home', 'x', ' '), { maxLength: 4 });
    fc.assert(
      fc.property(cell, fc.constantFrom(';', ',', '\n'), fc.boolean(), (...[parts, mark, appends]) => {
        const reading = readCell(INTERESTS, parts.join(mark), { appends });
        if (reading.kind !== 'value') return;
        const again = tell(readCell(INTERESTS, reading.value, { appends }));
        expect(canonicalValue(INTERESTS, again)).toBe(canonicalValue(INTERESTS, reading.value));
      }),
    );
  });
});

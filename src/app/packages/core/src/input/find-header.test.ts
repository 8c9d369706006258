import { describe, expect, test } from 'vitest';
import { findHeader } from './find-header.ts';

type Grid = readonly (readonly string[])[];

const FOUND: readonly (readonly [string, Grid, number])[] = [
  [
    'names over e-mail addresses',
    [
      ['email', 'name'],
      ['a@example.org', 'Ada'],
      ['b@example.org', 'Bob'],
    ],
    0,
  ],
  [
    'names over numbers',
    [
      ['Product', 'Amount'],
      ['Pipe', '12'],
      ['Rod', '7.5'],
    ],
    0,
  ],
  [
    'names over dates',
    [
      ['Who', 'When'],
      ['Ada', '2024-05-01'],
      ['Bob', '2024-05-02'],
    ],
    0,
  ],
  [
    'known words over texts',
    [
      ['First name', 'City'],
      ['Ada', 'London'],
      ['Bob', 'Rome'],
    ],
    0,
  ],
  [
    'known words in other languages',
    [
      ['Vorname', 'Ort'],
      ['Ada', 'London'],
      ['Bob', 'Rom'],
    ],
    0,
  ],
  [
    'known words in Japanese',
    [
      ['氏名', '会社名'],
      ['山田', 'アクメ'],
      ['鈴木', 'ベータ'],
    ],
    0,
  ],
  [
    'unknown words over texts',
    [
      ['Foo', 'Bar'],
      ['Ada', 'London'],
      ['Bob', 'Rome'],
    ],
    0,
  ],
  ['one column with a known word', [['Email'], ['a@example.org'], ['b@example.org']], 0],
  [
    'a title line above',
    [['Contacts of March'], ['name', 'email', 'city'], ['Ada', 'a@example.org', 'London']],
    1,
  ],
  [
    'several lines above',
    [
      ['Report'],
      ['Created', '2024-05-01'],
      ['Filter: all'],
      ['name', 'email', 'city', 'age'],
      ['Ada', 'a@example.org', 'London', '36'],
      ['Bob', 'b@example.org', 'Rome', '41'],
    ],
    3,
  ],
  [
    'a blank header among names',
    [
      ['name', '', 'email'],
      ['Ada', 'x', 'a@example.org'],
    ],
    0,
  ],
  [
    'years beside names',
    [
      ['Region', 'Owner', '2024'],
      ['North', 'Ada', '12'],
      ['South', 'Bob', '13'],
    ],
    0,
  ],
  [
    '"No" as a number\'s name',
    [
      ['No', 'Name'],
      ['1', 'Ada'],
      ['2', 'Bob'],
    ],
    0,
  ],
];

const NONE: readonly (readonly [string, Grid])[] = [
  ['one column of e-mail addresses', [['a@example.org'], ['b@example.org']]],
  ['a single e-mail address', [['a@example.org']]],
  [
    'rows of values alike',
    [
      ['a@example.org', 'Ada'],
      ['b@example.org', 'Bob'],
    ],
  ],
  [
    'numbers alike',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['one row with a value', [['Ada', 'a@example.org', '+49 30 123456']]],
  [
    'dates alike',
    [
      ['Ada', '2024-05-01'],
      ['Bob', '2024-05-02'],
    ],
  ],
  ['web addresses alike', [['https://example.org'], ['https://example.com']]],
];

describe('the header row', () => {
  test.each(FOUND)('%s', (_name, records, index) => {
    expect(findHeader(records)).toMatchObject({ kind: 'row', index });
  });

  test.each(NONE)('is missing: %s', (_name, records) => {
    expect(findHeader(records)).toMatchObject({ kind: 'none' });
  });

  test('is sure where every column contrasts with its values', () => {
    const { confidence } = findHeader([
      ['email', 'amount'],
      ['a@example.org', '1'],
      ['b@example.org', '2'],
    ]);
    expect(confidence).toBeGreaterThan(0.95);
  });

  test('is unsure where one column holds only plain texts', () => {
    const { confidence } = findHeader([['Acme'], ['Beta'], ['Gamma']]);
    expect(confidence).toBeLessThan(0.7);
  });

  test('a first row whose text occurs again below is rather a row of values', () => {
    const choice = findHeader([
      ['Foo', 'Berlin'],
      ['Bar', 'Berlin'],
      ['Baz', 'Rome'],
    ]);
    expect(choice.kind).toBe('none');
    expect(choice.confidence).toBeLessThan(0.75);
  });
});

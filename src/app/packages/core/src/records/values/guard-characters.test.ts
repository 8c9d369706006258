import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeProperty } from '../../testing/properties.ts';
import { cleanText } from './hidden-characters.ts';
import {
  DATE,
  DATE_TIME,
  inFormat,
  NUMBER,
  readCell,
  readColumn,
  selectOf,
  tell,
  YES_NO,
} from './testing/read-column.ts';

const NAME = makeProperty('name');
const NUMBER_KEY = makeProperty('customer_number', { hasUniqueValue: true });
const EMAIL = makeProperty('email');
const PHONE = makeProperty('phone', { type: 'phone_number', fieldType: 'phonenumber' });
const RECORD_ID = makeProperty('hs_object_id', { type: 'number', fieldType: 'number' });

const ZERO_WIDTH = ['\u200b', '\u2060', '\ufeff', '\u00ad', '\u200c', '\u200d'];
const BIDIRECTIONAL = ['\u200e', '\u200f', '\u061c', '\u202a', '\u202e', '\u2066', '\u2069'];
const CONTROL = ['\u0001', '\u001f', '\u007f', '\u009f'];

describe.each([...ZERO_WIDTH, ...BIDIRECTIONAL, ...CONTROL])('%j', (character) => {
  it.each([
    ['after', `ada@example.org${character}x`.slice(0, -1)],
    ['before', `${character}ada@example.org`],
    ['inside', `ada${character}@example.org`],
  ])('%s an e-mail address is an issue that offers it without', (_, raw) => {
    // A byte order mark around a text is a blank to JavaScript, and blanks are trimmed.
    const told =
      raw.trim() === 'ada@example.org' ? 'ada@example.org' : '(invisible-characters ada@example.org)';
    expect(tell(readCell(EMAIL, raw))).toBe(told);
  });

  it('in a key that is a text is an issue that offers it without, and as it stands', () => {
    const raw = `AC${character}ME`;
    expect(tell(readCell(NUMBER_KEY, raw))).toBe(`(invisible-characters ACME ${raw})`);
    expect(tell(readCell(NAME, raw, { isKey: true }))).toBe(`(invisible-characters ACME ${raw})`);
  });

  it('in any other text stays', () => {
    expect(tell(readCell(NAME, `AC${character}ME`))).toBe(`AC${character}ME`);
  });

  it('says nothing in what is looked up or counted', () => {
    expect(tell(readCell(NUMBER, `1${character}2,5`))).toBe('12.5');
    expect(tell(readCell(DATE, `${character}2024-05-01x`.slice(0, -1)))).toBe('2024-05-01');
    expect(tell(readCell(DATE_TIME, `2024-05-01T10:00Z${character}`))).toBe('2024-05-01T10:00:00.000Z');
    expect(tell(readCell(YES_NO, `y${character}es`))).toBe('true');
    expect(tell(readCell(selectOf(['a', 'Gold']), `Go${character}ld`))).toBe('a');
  });
});

describe('a date with a mark of direction, as Windows copies it', () => {
  it('is asked about like any other', () => {
    expect(readColumn(DATE, ['\u200e01/02/2024']).map(tell)).toEqual(['(format-open 2024-02-01 2024-01-02)']);
    expect(readColumn(DATE, ['\u200e01/02/2024', '\u200e25/12/2024']).map(tell)).toEqual([
      '2024-02-01',
      '2024-12-25',
    ]);
  });
});

describe('odd blanks', () => {
  it.each(['\u00a0', '\u2009', '\u202f', '\u2028', '\v'])(
    '%j inside a key are an issue that offers ordinary ones',
    (blank) => {
      expect(tell(readCell(NUMBER_KEY, `AC${blank}ME`))).toBe(`(invisible-characters AC ME AC${blank}ME)`);
    },
  );

  it.each([' ACME', 'ACME ', 'ACME\t', 'ACME\u00a0'])(
    'around a key that is a text are one too: %j',
    (raw) => {
      expect(tell(readCell(NUMBER_KEY, raw))).toBe(`(invisible-characters ACME ${raw})`);
    },
  );

  it('around an address are nothing', () => {
    expect(tell(readCell(EMAIL, '\u00a0ada@example.org\u00a0', { isKey: true }))).toBe('ada@example.org');
  });

  it('of Japanese are ordinary', () => {
    expect(tell(readCell(NUMBER_KEY, '山田\u3000太郎'))).toBe('山田\u3000太郎');
  });

  it('in a telephone number are its own', () => {
    expect(tell(readCell(PHONE, '+49\u00a030 555'))).toBe('+49\u00a030 555');
  });
});

describe('joiners', () => {
  it.each(['👩‍👩‍👧', 'می‌خواهم'])('that belong to a word stay, also in a key: %s', (raw) => {
    expect(tell(readCell(NUMBER_KEY, raw))).toBe(raw);
  });
});

describe('a telephone number in marks of direction, as contacts copy it', () => {
  it('is offered without', () => {
    expect(tell(readCell(PHONE, '\u202a+49 30 555\u202c'))).toBe('(invisible-characters +49 30 555)');
  });
});

describe('a record id', () => {
  it('is offered without what nobody sees', () => {
    expect(tell(readCell(RECORD_ID, '\u200b12'))).toBe('(invisible-characters 12)');
  });
});

describe('what no text holds', () => {
  it.each(['\0', '\ud800', '\udc00'])('%j is an issue in every text', (character) => {
    expect(tell(readCell(NAME, `A${character}da`))).toBe('(damaged-characters Ada)');
    expect(tell(readCell(NUMBER_KEY, `A${character}da`))).toBe('(damaged-characters Ada)');
    expect(tell(readCell(PHONE, `+49 ${character}30`))).toBe('(damaged-characters +49 30)');
  });

  it('offers nothing where nothing else is there', () => {
    expect(tell(readCell(NAME, '\0'))).toBe('(damaged-characters)');
  });

  it('leaves whole pairs alone', () => {
    expect(tell(readCell(NAME, 'Ada 😀'))).toBe('Ada 😀');
  });
});

describe('a letter that a wrong encoding has replaced', () => {
  it('is an issue in a key, and nobody knows what it was', () => {
    expect(tell(readCell(EMAIL, 'm\ufffdller@example.org', { isKey: true }))).toBe('(damaged-characters)');
  });

  it('stays in other texts: the input has told of it', () => {
    expect(tell(readCell(NAME, 'M\ufffdller'))).toBe('M\ufffdller');
  });
});

describe('what is wrong with a cell anyway', () => {
  it('comes first', () => {
    expect(readCell(EMAIL, '\u200bada at example')).toMatchObject({
      issue: { code: 'not-an-email', raw: '\u200bada at example' },
    });
  });
});

describe('a column that is read as it looks', () => {
  const cleaned = inFormat({ kind: 'cleaned' });

  it.each([
    [EMAIL, '\u200bada@example.org', 'ada@example.org'],
    [NUMBER_KEY, ' AC\u00a0ME\u200b', 'AC ME'],
    [NAME, 'A\u200bda\0 ', 'Ada'],
    [RECORD_ID, '\u202d12\u202c', '12'],
    [PHONE, '\u202a+49 30\u202c', '+49 30'],
    [NAME, '\u200b', '(blank)'],
    [EMAIL, '\u200bada', '(not-an-email)'],
  ])('of %o has no odd characters left', (...[property, raw, told]) => {
    const reading = readCell(property, raw, cleaned);
    expect(tell(reading)).toBe(told);
    if (reading.kind === 'issue') expect(reading.issue.raw).toBe(raw);
  });
});

describe('law', () => {
  const odd = fc.constantFrom(
    ...ZERO_WIDTH,
    ...BIDIRECTIONAL,
    ...CONTROL,
    '\u00a0',
    ' ',
    '\0',
    '\ud800',
    '\v',
  );
  const cell = fc
    .array(fc.oneof(odd, fc.constantFrom('a', 'B', '1', '@', '.', 'é')), { maxLength: 8 })
    .map((units) => units.join(''));

  it('two keys that look alike are never two values', () => {
    fc.assert(
      fc.property(cell, (raw) => {
        const reading = readCell(NUMBER_KEY, raw);
        if (reading.kind === 'value') expect(reading.value).toBe(cleanText(raw));
      }),
    );
  });

  it('what is clean is clean', () => {
    fc.assert(
      fc.property(fc.oneof(cell, fc.string({ unit: 'binary' })), (raw) => {
        expect(cleanText(cleanText(raw))).toBe(cleanText(raw));
      }),
    );
  });

  it('the offered value is taken without another question', () => {
    fc.assert(
      fc.property(fc.constantFrom(NUMBER_KEY, EMAIL, PHONE, NAME), cell, (...[property, raw]) => {
        const reading = readCell(property, raw);
        if (reading.kind !== 'issue') return;
        const [offered] = reading.issue.candidates;
        if (offered !== undefined) expect(tell(readCell(property, offered.value))).toBe(offered.value);
      }),
    );
  });
});

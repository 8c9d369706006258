import { afterEach, describe, expect, it } from 'vitest';
import { LANGUAGES, type CellIssueCode, type ColumnIssue } from '@bulk-records/core';
import { wordsIn } from '../../../functions/src/words/words-in.ts';
import { describeRecordIssue } from './issue-words.ts';
import { speak } from './say.ts';

afterEach(() => {
  speak('en', wordsIn('en'), 'en');
});

const names = {
  labelOf: () => 'Level',
  headerOf: () => 'Level',
  optionsOf: () =>
    ['Gold', 'Silver', 'Bronze', 'Iron', 'Lead', 'Zinc'].map((label) => ({ value: label, label })),
};

function issueOf(code: CellIssueCode, told: Partial<ColumnIssue> = {}): ColumnIssue {
  const expected = { kind: 'option' } as const;
  return { code, raw: 'x', found: 'x', expected, candidates: [], property: 'level', columnIndex: 0, ...told };
}

function offer(...labels: readonly string[]) {
  return { candidates: labels.map((label) => ({ value: label, label })) };
}

const NUMBER = { expected: { kind: 'number', decimalMarks: ['.', ','] } } as const;
const DATE = { expected: { kind: 'date', orders: ['dmy', 'mdy'] } } as const;

describe('a cell', () => {
  it.each([
    ['not-a-number', NUMBER, '“x” is not a number; expected 1,234.56 or 1.234,56.'],
    ['not-a-date', DATE, '“x” is not a date; expected day/month/year or month/day/year.'],
    ['not-a-boolean', {}, '“x” is neither yes nor no. Use yes or no, true or false, 1 or 0.'],
    ['not-an-email', {}, '“x” is not an email address. Expected one address such as name@example.com.'],
    ['not-a-domain', {}, '“x” is not a domain: it has blanks inside. Expected a domain such as example.com.'],
    [
      'unknown-option',
      {},
      '“x” is none of its options. Expected one of “Gold”, “Silver”, “Bronze”, “Iron”, “Lead” and 1 more.',
    ],
    ['unknown-option', offer('Gold'), '“x” is none of its options. Did you mean “Gold”?'],
    [
      'ambiguous-option',
      offer('Gold', 'GOLD'),
      '“x” could be any of several options. Did you mean “Gold” or “GOLD”?',
    ],
    [
      'stage-of-other-pipeline',
      {},
      '“x” is a stage of another pipeline than the row’s. Choose a stage of its pipeline, or correct the pipeline.',
    ],
    [
      'format-open',
      offer('1', '2'),
      '“x” can be read in more than one way. Did you mean “1” or “2”? Choose how this column is read.',
    ],
    ['time-in-date', {}, '“x” has a time of day, and the property takes a date only.'],
    ['time-zone-missing', {}, '“x” names no time zone. Add one, such as +02:00 or Z.'],
    ['time-skipped', {}, '“x” never was: the clocks were put forward over it. Correct the time.'],
    ['time-repeated', offer('a', 'b'), '“x” was twice: the clocks were put back. Did you mean “a” or “b”?'],
    [
      'invisible-characters',
      { found: 'x\u200b', ...offer('x', 'x\u200b') },
      '“x\\u200B” holds characters or blanks that nobody sees, so it would not be found as what it looks like. Did you mean “x” or “x\\u200B”?',
    ],
    [
      'damaged-characters',
      { found: 'x\0' },
      '“x\\u0000” holds damaged characters that HubSpot cannot store. Type the text again.',
    ],
    [
      'value-too-long',
      { found: 'abc', expected: { kind: 'text', maxLength: 1000 } },
      '“abc” has 3 characters; at most 1,000 are possible. Shorten the text.',
    ],
    [
      'record-id-not-a-number',
      {},
      '“x” is not a record ID. Expected digits only, as in the record’s address.',
    ],
  ] as const)('that is wrong by %s with %o is told with what was expected', (code, told, words) => {
    expect(describeRecordIssue(issueOf(code, told), names)).toBe(`Level: ${words}`);
  });

  it('names its column where the paste calls it otherwise', () => {
    const issue = issueOf('not-a-boolean');
    const words = (header: string) => describeRecordIssue(issue, { ...names, headerOf: () => header });
    expect(words('Stufe')).toMatch(/^Level \(Stufe\): /);
    expect(words(' LEVEL ')).toMatch(/^Level: /);
  });

  it.each(LANGUAGES)('begins with a capital letter where it names another record (%s)', (language) => {
    speak(language, wordsIn(language), language);
    const issue = issueOf('several-records', { relatedType: 'companies' });
    const words = describeRecordIssue(issue, { ...names, headerOf: () => 'Works for' });
    expect(words).toMatch(/^[^(（]+[(（]Works for[)）]/);
    expect(words.charAt(0)).toBe(words.charAt(0).toLocaleUpperCase(language));
  });

  it('names five candidates at most', () => {
    const words = describeRecordIssue(issueOf('ambiguous-option', offer(...'abcdefg'.split(''))), names);
    expect(words).toContain('“e”, or another?');
  });
});

describe('a row', () => {
  it('is told of its key and of its emptiness', () => {
    expect(describeRecordIssue({ code: 'key-missing', property: 'level' }, names)).toContain(
      'Level is blank',
    );
    expect(describeRecordIssue({ code: 'nothing-to-write' }, names)).toContain('at least one');
  });
});

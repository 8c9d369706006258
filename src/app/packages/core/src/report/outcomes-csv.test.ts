import { describe, expect, it } from 'vitest';
import { oneOfEach } from '../testing/outcomes.ts';
import { OUTCOME_KINDS, type Outcome } from '../outcomes/outcome.ts';
import { readCsv } from '../testing/read-csv.ts';
import { writeOutcomesCsv, type ReportWords } from './outcomes-csv.ts';

const words: ReportWords = {
  headers: {
    row: 'Row',
    key: 'Key',
    outcome: 'Outcome',
    recordId: 'Record ID',
    recordLink: 'Link',
    reason: 'Reason',
    made: 'Made',
    held: 'There',
    open: 'Not made',
  },
  nameOf: (kind) => `was ${kind}`,
  causeOf: (outcome) => (outcome.kind === 'rejected' ? '=cmd, "said"\r\nHubSpot' : ''),
  reasonOf: () => 'this and its associations',
  associationsOf: ({ associations = [] }) => ({
    made: associations.map(({ kind }) => kind).join(),
    held: '=1+1',
    open: '@none',
  }),
  recordOf: (outcome) =>
    'evidence' in outcome ? { id: outcome.recordId, url: 'https://example.org/7' } : null,
};

function linesOf(outcomes: readonly Outcome[]): readonly (readonly string[])[] {
  return readCsv(writeOutcomesCsv(outcomes, words));
}

describe('writeOutcomesCsv', () => {
  it('has one line per row below the headers, in their order', () => {
    const lines = linesOf(oneOfEach());
    expect(lines[0]).toEqual(['Row', 'Key', 'Outcome', 'Record ID', 'Link', 'Reason']);
    expect(lines.slice(1).map(([row]) => row)).toEqual(OUTCOME_KINDS.map((_, index) => String(index + 2)));
    expect(lines.slice(1).map((line) => line[2])).toEqual(OUTCOME_KINDS.map((kind) => `was ${kind}`));
  });

  it('names the record where there is one', () => {
    const lines = linesOf(oneOfEach());
    expect(lines[1]?.slice(3, 5)).toEqual(['7', 'https://example.org/7']);
    expect(lines[9]?.slice(3, 5)).toEqual(['', '']);
  });

  it('guards reasons, which may quote cells, against being run', () => {
    expect(linesOf(oneOfEach())[5]?.[5]).toBe('\'=cmd, "said"\r\nHubSpot');
  });

  it('has columns for associations where any were wanted, guarded like all others', () => {
    const [first, ...others] = oneOfEach();
    if (first === undefined) throw new Error('no outcome');
    const made = { kind: 'made', toObjectType: 'companies', toId: '5', reason: '' } as const;
    const lines = linesOf([{ ...first, associations: [made] }, ...others]);
    expect(lines[0]?.slice(5)).toEqual(['Reason', 'Made', 'There', 'Not made']);
    expect(lines[1]?.slice(5)).toEqual(['', 'made', "'=1+1", "'@none"]);
    expect(lines[2]?.slice(6)).toEqual(['', "'=1+1", "'@none"]);
  });

  it('ends every line with CR LF', () => {
    expect(writeOutcomesCsv([], words)).toBe('Row,Key,Outcome,Record ID,Link,Reason\r\n');
  });

  it('writes a row without a key', () => {
    const outcome: Outcome = {
      slot: 0,
      rowNumber: 2,
      key: null,
      kind: 'not-sent',
      reason: 'stopped',
      detail: '',
    };
    expect(linesOf([outcome])[1]).toEqual(['2', '', 'was not-sent', '', '', '']);
  });
});

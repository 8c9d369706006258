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
  },
  nameOf: (kind) => `was ${kind}`,
  reasonOf: (outcome) => (outcome.kind === 'rejected' ? '=cmd, "said"\r\nHubSpot' : ''),
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

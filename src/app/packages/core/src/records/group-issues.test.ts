import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftRecord, RecordIssue } from './draft-record.ts';
import { groupIssues } from './group-issues.ts';

function issue(
  columnIndex: number,
  raw: string,
  code: 'not-a-number' | 'format-open' = 'not-a-number',
): RecordIssue {
  const expected = { kind: 'number', decimalMarks: ['.'] } as const;
  return { code, raw, found: raw, expected, candidates: [], property: 'amount', columnIndex };
}

function drafts(...issuesOfRows: readonly (readonly RecordIssue[])[]): readonly DraftRecord[] {
  return issuesOfRows.map((issues, slot) => ({
    slot,
    rowNumber: slot + 2,
    key: null,
    properties: {},
    issues,
  }));
}

describe('groupIssues', () => {
  it('puts together what one fix repairs: same column, cause and text', () => {
    const groups = groupIssues(
      drafts(
        [issue(0, 'x')],
        [issue(0, 'y')],
        [issue(0, 'x'), issue(1, 'x')],
        [],
        [issue(0, 'x', 'format-open')],
      ),
    );
    expect(groups).toEqual([
      { issue: issue(0, 'x'), count: 2, firstRowNumbers: [2, 4] },
      { issue: issue(0, 'y'), count: 1, firstRowNumbers: [3] },
      { issue: issue(1, 'x'), count: 1, firstRowNumbers: [4] },
      { issue: issue(0, 'x', 'format-open'), count: 1, firstRowNumbers: [6] },
    ]);
  });

  it('keeps texts apart that differ in blanks or case: fixes are for exact texts', () => {
    expect(groupIssues(drafts([issue(0, 'x'), issue(0, 'X'), issue(0, ' x')]))).toHaveLength(3);
  });

  it('groups what concerns a whole row by its cause', () => {
    const missing = { code: 'key-missing', property: 'email' } as const;
    expect(groupIssues(drafts([missing], [{ code: 'nothing-to-write' }], [missing]))).toEqual([
      { issue: missing, count: 2, firstRowNumbers: [2, 4] },
      { issue: { code: 'nothing-to-write' }, count: 1, firstRowNumbers: [3] },
    ]);
  });

  it('keeps the first rows only, however many there are', () => {
    const rows = Array.from({ length: 1000 }, () => [issue(0, 'x')]);
    expect(groupIssues(drafts(...rows))).toEqual([
      { issue: issue(0, 'x'), count: 1000, firstRowNumbers: [2, 3, 4, 5, 6] },
    ]);
  });

  it('counts every issue once and sorts by count', () => {
    const some = fc.array(
      fc.tuple(fc.nat(2), fc.constantFrom('x', 'y', '')).map(([columnIndex, raw]) => issue(columnIndex, raw)),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (rows) => {
        const counts = groupIssues(drafts(...rows)).map(({ count }) => count);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.flat().length);
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import {
  countPlan,
  SIDE_EFFECT_KINDS,
  type Breach,
  type Outcome,
  type PlannedRow,
  type RowIssue,
} from '@bulk-records/core';
import { describeOutcome, type RowWords } from './outcome-words.ts';
import { describeBreach, describeCounts, describeSideEffect, nameOfRun, summariseRow } from './plan-words.ts';
import { describeIssueGroup, describeRecordIssue } from './issue-words.ts';
import { describeAge } from './review-words.ts';

const labelOf = (property: string): string => ({ phone: 'Phone', email: 'Email' })[property] ?? property;
const identity = { slot: 0, rowNumber: 2, key: 'ada@example.org' };

describe('the button', () => {
  it.each([
    [1131, 0, 'Write 1,131 records'],
    [1, 12, 'Write 1 record, leave out 12 rows'],
    [0, 12, 'Nothing to write'],
  ])('of %i writes and %i rows left out says “%s”', (writes, leftOut, label) => {
    expect(nameOfRun('upsert', { writes, ties: 0, leftOut })).toBe(label);
  });
});

describe('the counts', () => {
  it('name only kinds that occur and end in the number of rows', () => {
    const counts = { ...countPlan({ rows: [] }), create: 820, blocked: 12 };
    expect(describeCounts(counts, ['create', 'blocked'], 832)).toBe('820 create · 12 blocked = 832 rows');
  });
});

const types = [{ associationCategory: 'HUBSPOT_DEFINED' as const, associationTypeId: 279 }];
const acme = { toObjectType: 'companies', toId: '1', types };
const apex = { toObjectType: 'companies', toId: '2', types };

describe('a line of the plan', () => {
  it.each<[PlannedRow, string]>([
    [
      { ...identity, kind: 'create', properties: { a: '1', b: '2', c: '3', d: '4' } },
      '4 cells set: a, b, c and 1 more',
    ],
    [
      {
        ...identity,
        kind: 'update',
        recordId: '7',
        properties: { phone: '2' },
        before: { phone: '1' },
        kept: [{ property: 'email', wanted: 'x', reason: 'never' }],
      },
      '1 cell changed: Phone; 1 left alone',
    ],
    [{ ...identity, kind: 'unchanged', recordId: '7', kept: [] }, 'HubSpot already holds this'],
    [{ ...identity, kind: 'archive', recordId: '7' }, 'Record 7'],
    [
      { ...identity, kind: 'duplicate', ofRow: 5, choice: 'merge' },
      'Merged into row 5, which is about the same record.',
    ],
    [
      { ...identity, kind: 'duplicate', ofRow: 5, choice: 'last' },
      'Row 5 is about the same record and is written instead.',
    ],
    [
      { ...identity, kind: 'unchanged', recordId: '7', kept: [], associations: [acme, apex], held: [apex] },
      'HubSpot already holds this · 1 association · 1 association there already',
    ],
  ])('%#', (row, line) => {
    expect(summariseRow(row, { associations: [] }, labelOf)).toBe(line);
  });
});

describe('sentences', () => {
  it('say every side effect with its count and rows', () => {
    const said = SIDE_EFFECT_KINDS.map((kind) =>
      describeSideEffect({ kind, property: 'phone', count: 7, firstRowNumbers: [2, 3, 4, 5, 6] }, labelOf),
    );
    for (const sentence of said) expect(sentence).toMatch(/7 .*\(rows 2, 3, 4, 5, 6 and 2 more\)/);
    expect(new Set(said).size).toBe(SIDE_EFFECT_KINDS.length);
  });

  it.each<[RowIssue, string]>([
    [{ code: 'record-exists', property: 'email', recordId: '7' }, 'this Email exists already (ID 7)'],
    [{ code: 'record-merged', into: '9' }, 'merged into record 9'],
    [{ code: 'record-missing' }, 'no such record'],
    [{ code: 'not-read' }, 'could not be read'],
    [{ code: 'left-out-by-plan' }, 'when the plan was made'],
    [{ code: 'changed-since', properties: ['phone'] }, 'since the preview: Phone: left alone'],
    [{ code: 'not-undone', why: 'gone' }, 'no longer there'],
  ])('say why a row is left out: $code', (issue, part) => {
    expect(describeRecordIssue(issue, { labelOf })).toContain(part);
  });

  it('name no single record where a group is about several', () => {
    const issue = { code: 'record-exists', property: 'email', recordId: '7' } as const;
    expect(describeIssueGroup({ issue, count: 1 }, { labelOf })).toContain('ID 7');
    expect(describeIssueGroup({ issue, count: 2 }, { labelOf })).not.toContain('7');
  });

  it.each<[Breach, string]>([
    [
      { rowNumber: 2, key: 'a', kind: 'changed', properties: ['phone'] },
      'Row 2 (a): changed in HubSpot since: Phone',
    ],
    [{ rowNumber: 2, key: null, kind: 'gone' }, 'Row 2: the record is no longer there'],
    [{ rowNumber: 2, key: 'a', kind: 'exists', recordId: '8' }, 'by now (ID 8)'],
    [{ rowNumber: 2, key: 'a', kind: 'unread' }, 'could not be read'],
  ])('say what no longer holds: %#', (breach, part) => {
    expect(describeBreach(breach, labelOf)).toContain(part);
  });

  it('say how old the reading is, in whole minutes', () => {
    expect(describeAge(59_000)).toBe('Read less than a minute ago');
    expect(describeAge(150_000)).toBe('Read 2 minutes ago');
  });
});

describe('outcomes against their plan', () => {
  const written: Extract<Outcome, { differences: unknown }> = {
    ...identity,
    kind: 'updated',
    recordId: '7',
    url: null,
    evidence: { from: 'answer', matchedBy: 'trace-id', isFromEarlierAttempt: false },
    differences: [],
    warnings: [],
    updatedAt: null,
    changedSince: [],
  };
  const kept = [{ property: 'phone', wanted: '1', reason: 'never' }] as const;

  function describeWith(outcome: Outcome, planned?: PlannedRow): string {
    const words: RowWords = { labelOf, valueOf: () => null, plannedOf: () => planned };
    return describeOutcome(outcome, words);
  }

  it('say which cells somebody changed meanwhile', () => {
    expect(describeWith({ ...written, changedSince: ['phone'] })).toBe(
      'Changed in HubSpot since the preview: Phone: left alone.',
    );
  });

  it('say when a planned create came back as an update', () => {
    const planned = { ...identity, kind: 'create', properties: {} } as const;
    expect(describeWith(written, planned)).toContain('Planned as new, but HubSpot had the record by then');
  });

  it('do not claim that HubSpot held a value that was left alone', () => {
    const planned = { ...identity, kind: 'unchanged', recordId: '7', kept } as const;
    const unchanged: Outcome = { ...written, kind: 'unchanged' };
    expect(describeWith(unchanged, planned)).toBe(
      'Phone: left alone: this column never changes existing records.',
    );
    expect(describeWith(unchanged, { ...planned, kept: [] })).toBe('HubSpot already held this.');
  });

  it.each([
    ['not-rechecked', 'could not be read again'],
    ['stopped-after-canary', 'after the first records'],
  ] as const)('say why a row was not sent: %s', (reason, part) => {
    expect(describeWith({ ...identity, kind: 'not-sent', reason, detail: '' })).toContain(part);
  });

  it('tell a record that was made since from any other conflict', () => {
    const rejection = { category: 'CREATED_SINCE', message: '', values: [], correlationId: null };
    expect(describeWith({ ...identity, kind: 'conflict', rejection, existingId: '8' })).toContain(
      'after the preview; it is left alone',
    );
  });
});

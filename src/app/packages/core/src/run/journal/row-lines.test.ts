import { describe, expect, it } from 'vitest';
import { decodeWith } from '../../contract/json.ts';
import type { Outcome } from '../../outcomes/outcome.ts';
import { draft, foundAs, nameIn, namingCompanies, planOf } from '../../testing/plans.ts';
import { rowToKeep } from './planned-row-schema.ts';
import { rowLineSchema, type RowLine } from './row-lines.ts';

const ADA = 'ada@example.org';

const WRONG_POINTS = {
  code: 'not-a-number',
  property: 'points',
  columnIndex: 2,
  raw: ' many ',
  found: 'many',
  expected: { kind: 'number', decimalMarks: ['.'] },
  candidates: [{ value: '1', label: 'one' }],
} as const;

function storedAndRead(line: unknown): RowLine {
  const decoded = decodeWith(rowLineSchema, JSON.parse(JSON.stringify(line)));
  if (!decoded.ok) throw new Error(decoded.problems.join());
  return decoded.value;
}

describe('a journal', () => {
  it('keeps what a row is associated with, what it is not, and why', () => {
    const named = [
      nameIn(namingCompanies('domain'), 'acme.example'),
      nameIn(namingCompanies('domain'), 'gone.example'),
    ];
    const plan = planOf(
      [{ ...draft(0, ADA), named }],
      { [ADA]: { kind: 'missing' } },
      { named: { 'domain acme.example': foundAs('5'), 'domain gone.example': { kind: 'missing' } } },
    );
    const [row] = plan.rows;
    expect(storedAndRead({ amended: [row] })).toEqual({
      amended: [
        {
          ...row,
          unresolved: [{ toObjectType: 'companies', name: 'gone.example', why: 'missing' }],
        },
      ],
    });
  });

  it('keeps why a row was left out, and what it would have been written with', () => {
    const plan = planOf([{ ...draft(0, ADA, { name: 'Ada' }), issues: [WRONG_POINTS] }], {});
    const [row] = plan.rows;
    expect(row).toMatchObject({ kind: 'blocked', draft: { properties: { name: 'Ada' } } });
    expect(storedAndRead({ amended: [row] })).toEqual({ amended: [row] });
  });

  it.each([
    { code: 'key-missing', property: 'email' },
    { code: 'nothing-to-write' },
    { code: 'record-exists', property: 'email', recordId: '7' },
    { code: 'record-merged', into: '7' },
    { code: 'repeated', ofRow: 3, isMerged: true },
    { code: 'not-undone', why: 'gone' },
    { code: 'changed-since', properties: ['name'] },
    {
      ...WRONG_POINTS,
      code: 'no-such-record',
      expected: { kind: 'record', label: 'Domain' },
      relatedType: 'companies',
    },
    { ...WRONG_POINTS, code: 'value-too-long', expected: { kind: 'text', maxLength: 9 } },
    { ...WRONG_POINTS, code: 'not-a-date', expected: { kind: 'date', orders: ['dmy'] } },
  ] as const)('keeps the reason $code', (issue) => {
    const outcome: Outcome = { slot: 0, rowNumber: 2, key: ADA, kind: 'skipped', issues: [issue] };
    expect(storedAndRead({ outcome })).toEqual({ outcome });
  });

  it('says no more than that a row was left out where the reason is none it knows', () => {
    const issues = [{ code: 'of-another-version' }];
    const row = { slot: 0, rowNumber: 2, key: null, kind: 'blocked', issues };
    const said = { ...row, issues: [{ code: 'left-out-by-plan' }] };
    expect(storedAndRead({ amended: [row] })).toEqual({ amended: [said] });
  });

  it('keeps no draft of a row that names other records: their types would have to be kept along', () => {
    const named = [nameIn(namingCompanies('domain'), 'acme.example')];
    const plan = planOf([{ ...draft(0, ADA), named, issues: [WRONG_POINTS] }], {});
    const [row] = plan.rows;
    expect(row).toHaveProperty('draft.named');
    expect(row && rowToKeep(row)).not.toHaveProperty('draft');
    expect(row && rowToKeep(row)).toHaveProperty('issues');
  });

  it('keeps what became of every association of a row', () => {
    const outcome: Outcome = {
      slot: 0,
      rowNumber: 2,
      key: ADA,
      kind: 'not-sent',
      reason: 'stopped',
      detail: '',
      associations: [
        { toObjectType: 'companies', toId: '5', name: 'acme.example', kind: 'made', reason: '' },
        { toObjectType: 'companies', toId: '6', kind: 'failed', reason: 'No.' },
        { toObjectType: 'companies', kind: 'unresolved', name: 'gone.example', why: 'several' },
      ],
    };
    expect(storedAndRead({ outcome })).toEqual({ outcome });
  });
});

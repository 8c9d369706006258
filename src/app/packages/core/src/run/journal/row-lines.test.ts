import { describe, expect, it } from 'vitest';
import { decodeWith } from '../../contract/json.ts';
import type { Outcome } from '../../outcomes/outcome.ts';
import { draft, foundAs, nameIn, namingCompanies, planOf } from '../../testing/plans.ts';
import { rowLineSchema, type RowLine } from './row-lines.ts';

const ADA = 'ada@example.org';

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

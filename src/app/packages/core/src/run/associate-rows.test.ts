import { describe, expect, it } from 'vitest';
import type { AssociateRecordsReply, AssociateRecordsRequest } from '../contract/associate-records.ts';
import type { FunctionAnswer } from '../contract/function-answer.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { Pacer } from '../pace/pacer.ts';
import type { Plan } from '../plan/plan.ts';
import { oneOfEach } from '../testing/outcomes.ts';
import { draft, planOf } from '../testing/plans.ts';
import { associateRows } from './associate-rows.ts';
import { DEFAULT_RUN_SETTINGS } from './settings.ts';

const types = [{ associationCategory: 'HUBSPOT_DEFINED' as const, associationTypeId: 279 }];

/** Nothing is associated, and all can be. */
function answer(request: AssociateRecordsRequest): FunctionAnswer<AssociateRecordsReply> {
  const requests = [{ sentAt: 0, receivedAt: 1, status: 200, rate: {} }];
  const result =
    request.operation === 'create'
      ? { kind: 'created' as const, made: request.pairs, errors: [], requests }
      : { kind: 'read' as const, records: [], requests };
  return { kind: 'reply', reply: { ok: true, result } };
}

/** One row for each outcome; all are to be associated with company 5. */
function planFor(outcomes: readonly Outcome[]): Plan {
  return planOf(
    outcomes.map(({ slot, key }) => draft(slot, key)),
    Object.fromEntries(outcomes.map(({ key }) => [key ?? '', { kind: 'missing' as const }])),
    { choices: { associations: [{ toObjectType: 'companies', toId: '5', types }] } },
  );
}

async function associate(outcomes: readonly Outcome[]) {
  const told: Outcome[] = [];
  const asked: AssociateRecordsRequest[] = [];
  const ports = {
    now: () => 0,
    random: () => 0,
    sleep: () => Promise.resolve(),
    associateRecords: (request: AssociateRecordsRequest) => {
      asked.push(request);
      return Promise.resolve(answer(request));
    },
  };
  await associateRows(planFor(outcomes), new Map(outcomes.map((outcome) => [outcome.slot, outcome])), {
    ports,
    pacer: new Pacer(ports, DEFAULT_RUN_SETTINGS),
    workMs: 8000,
    isStopWanted: () => false,
    onTurn: () => undefined,
    onOutcome: (outcome) => told.push(outcome),
  });
  const pairs = asked.flatMap((request) => (request.operation === 'create' ? request.pairs : []));
  return { told, fromIds: pairs.map(({ fromId }) => fromId) };
}

describe('the rows of a run', () => {
  it('are associated where their record is there, each with an outcome for it', async () => {
    const { told, fromIds } = await associate(oneOfEach());
    expect(told.map(({ kind }) => kind)).toEqual(['created', 'updated', 'unchanged']);
    expect(told.every(({ associations }) => associations?.[0]?.kind === 'made')).toBe(true);
    expect(fromIds).toEqual(['7', '7', '7']);
  });

  it.each(['created', 'updated'] as const)(
    'are associated where an import left a value out: %s',
    async (kind) => {
      const [written] = oneOfEach();
      const rejected = oneOfEach().find((outcome) => outcome.kind === 'rejected');
      if (written?.kind !== 'created' || rejected?.kind !== 'rejected') throw new Error('no such outcomes');
      const outcome: Outcome = { ...rejected, partly: { ...written, kind, recordId: '9' } };
      const { told, fromIds } = await associate([{ ...outcome, slot: 0 }]);
      expect(fromIds).toEqual(['9']);
      expect(told).toEqual([
        {
          ...outcome,
          slot: 0,
          associations: [{ toObjectType: 'companies', toId: '5', kind: 'made', reason: '' }],
        },
      ]);
    },
  );
});

import { describe, expect, it } from 'vitest';
import type { DraftRecord } from '../records/draft-record.ts';
import { MODEL_PROPERTIES } from '../testing/model-plan.ts';
import { makePlan, type PlanChoices } from './make-plan.ts';

function draft(slot: number, key: string | null, isBlocked = false): DraftRecord {
  return {
    slot,
    rowNumber: slot + 2,
    key,
    properties: { name: 'Ada' },
    issues: isBlocked ? [{ code: 'nothing-to-write' }] : [],
  };
}

const association = {
  to: { id: '5' },
  types: [{ associationCategory: 'HUBSPOT_DEFINED' as const, associationTypeId: 279 }],
};
const choices: PlanChoices = {
  operation: 'create',
  objectType: 'contacts',
  apiVersion: '2026-03',
  keyProperty: 'email',
  properties: MODEL_PROPERTIES,
  associations: [association],
};

describe('makePlan', () => {
  it('puts every draft into exactly one of the two lists', () => {
    const plan = makePlan([draft(0, 'a'), draft(1, 'b', true), draft(2, 'c')], choices);
    expect(plan.toWrite.map(({ slot }) => slot)).toEqual([0, 2]);
    expect(plan.blocked.map(({ slot }) => slot)).toEqual([1]);
  });

  it('names the rows that share a key, blocked ones left aside', () => {
    const plan = makePlan(
      [draft(0, 'a'), draft(1, 'b'), draft(2, 'a'), draft(3, 'b', true), draft(4, null), draft(5, null)],
      choices,
    );
    expect(plan.repeatedKeys).toEqual([{ key: 'a', rowNumbers: [2, 4] }]);
  });

  it('associates what is created', () => {
    expect(makePlan([draft(0, 'a')], choices).toWrite[0]?.associations).toEqual([association]);
  });

  it.each(['upsert', 'update', 'archive'] as const)(
    'associates nothing in an %s: HubSpot takes none there',
    (operation) => {
      expect(makePlan([draft(0, 'a')], { ...choices, operation }).toWrite[0]?.associations).toEqual([]);
    },
  );
});

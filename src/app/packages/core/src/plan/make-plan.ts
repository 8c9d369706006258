import type { Association } from '../contract/write-records.ts';
import type { DraftRecord } from '../records/draft-record.ts';
import type { Plan, RepeatedKey } from './plan.ts';

export interface PlanChoices extends Pick<
  Plan,
  'operation' | 'objectType' | 'apiVersion' | 'keyProperty' | 'properties'
> {
  /** Added to every record that is created. HubSpot takes associations in batch create only. */
  readonly associations: readonly Association[];
}

/** Sorts drafts into what is written and what is blocked; every draft is in exactly one of the two. */
export function makePlan(drafts: readonly DraftRecord[], choices: PlanChoices): Plan {
  const { associations, ...target } = choices;
  const sendable = drafts.filter((draft) => draft.issues.length === 0);
  return {
    ...target,
    toWrite: sendable.map(({ slot, rowNumber, key, properties }) => ({
      slot,
      rowNumber,
      key,
      properties,
      associations: target.operation === 'create' ? associations : [],
    })),
    blocked: drafts
      .filter((draft) => draft.issues.length > 0)
      .map(({ slot, rowNumber, key, issues }) => ({ slot, rowNumber, key, issues })),
    repeatedKeys: findRepeatedKeys(sendable),
  };
}

function findRepeatedKeys(drafts: readonly DraftRecord[]): readonly RepeatedKey[] {
  const rowsByKey = new Map<string, number[]>();
  for (const { key, rowNumber } of drafts) {
    if (key === null) continue;
    const rows = rowsByKey.get(key);
    if (rows) rows.push(rowNumber);
    else rowsByKey.set(key, [rowNumber]);
  }
  return [...rowsByKey]
    .filter(([, rows]) => rows.length > 1)
    .map(([key, rowNumbers]) => ({ key, rowNumbers }));
}

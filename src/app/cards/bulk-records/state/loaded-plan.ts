import {
  findBreaches,
  isPlanFile,
  plannedAssociationsToRead,
  planWithHeld,
  planWithin,
  readPlanFile,
  readPlanFileHead,
  withoutBreaches,
  type Breach,
  type DraftRecord,
  type ObjectTypeDescription,
  type Plan,
  type PlanFile,
} from '@bulk-records/core';
import { makeQuestion } from './draft-rows.ts';
import { limitOf, type Selection } from './place.ts';
import type { PlanFileSource, PlanSource } from './flow-state.ts';
import { propertiesByName } from './properties-by-name.ts';
import type { Lookup, LookupQuestion } from './lookup.ts';

/** A text that is a plan's file; null for any other. */
export function recognisePlan(text: string, fileName: string | null): PlanFileSource | null {
  return isPlanFile(text) ? { kind: 'file', text, fileName, head: readPlanFileHead(text) } : null;
}

/** The plan of a source, as far as it is about selected records, once the properties of its object type are known; null while they are not. */
export function openPlan(
  source: PlanSource,
  description: ObjectTypeDescription,
  selection: Selection | null,
): PlanFile | null {
  if (source.kind === 'undo') {
    const { plan } = source;
    return plan.objectType === description.objectType ? { kind: 'plan', plan } : null;
  }
  const { text, head } = source;
  if (head !== null && head.objectType !== description.objectType) return null;
  const file = readPlanFile(text, propertiesByName(description));
  const { limit } = limitOf(selection, description.objectType);
  return file.kind !== 'plan' || limit === undefined
    ? file
    : { kind: 'plan', plan: planWithin(file.plan, limit) };
}

/** What to ask HubSpot about a loaded plan: every record it writes, and the values it replaces. */
export function askForPlan(plan: Plan): LookupQuestion {
  const names = new Set<string>();
  const drafts = plan.rows.flatMap((row): readonly DraftRecord[] => {
    if (row.kind !== 'create' && row.kind !== 'update' && row.kind !== 'archive') return [];
    const { slot, rowNumber, key } = row;
    if (row.kind === 'update') for (const name of Object.keys(row.properties)) names.add(name);
    return [{ slot, rowNumber, key, properties: {}, issues: [] }];
  });
  return {
    ...makeQuestion(drafts, plan, [...names]),
    associationsOf: () => plannedAssociationsToRead(plan),
  };
}

export interface CheckedPlan {
  /** What still holds. */
  readonly plan: Plan;
  readonly breaches: readonly Breach[];
}

export function checkPlan(
  plan: Plan,
  { readings, held, readAt }: Extract<Lookup, { kind: 'read' }>,
): CheckedPlan {
  const breaches = findBreaches(plan, readings);
  return { plan: planWithHeld(withoutBreaches(plan, breaches, readAt), held), breaches };
}

import { identityOf } from '../records/row-identity.ts';
import { digestPlan } from './digest-plan.ts';
import { findSideEffects } from './find-side-effects.ts';
import type { Plan, PlannedRow } from './plan.ts';

/** Ids of the only records a plan may touch. */
export type RecordLimit = ReadonlySet<string>;

/** A row about any other record, or about one that is not there yet, is left out. */
export function withinLimit(row: PlannedRow, limit: RecordLimit): PlannedRow {
  switch (row.kind) {
    case 'update':
    case 'archive':
    case 'unchanged':
      if (limit.has(row.recordId)) return row;
      break;
    case 'create':
      break;
    case 'blocked':
    case 'duplicate':
    case 'missing':
    case 'unread':
      return row;
  }
  return { ...identityOf(row), kind: 'blocked', issues: [{ code: 'not-selected' }] };
}

/** What is left of a plan that was made elsewhere; its digest is another one where a row is left out. */
export function planWithin(plan: Plan, limit: RecordLimit): Plan {
  const rows = plan.rows.map((row) => withinLimit(row, limit));
  const { associations } = plan;
  const sideEffects = findSideEffects(rows, { target: plan, readings: new Map(), associations });
  const rest = { ...plan, rows, sideEffects };
  return { ...rest, digest: digestPlan(rest) };
}

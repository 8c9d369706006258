import type { RecordIssue } from '../records/draft-record.ts';
import { identityOf } from '../records/row-identity.ts';
import type { Breach } from './check-plan.ts';
import { digestPlan } from './digest-plan.ts';
import type { Plan, PlannedRow, Values } from './plan.ts';

/**
 * What is left of a plan when everything that no longer holds is taken out: a cell somebody changed since, a row whose
 * record is gone, there already, or could not be read. The rest is as it was confirmed; its digest is another one.
 * `readAt` is when it was held against HubSpot.
 */
export function withoutBreaches(plan: Plan, breaches: readonly Breach[], readAt: number): Plan {
  const byRow = new Map(breaches.map((breach) => [breach.rowNumber, breach]));
  const rows = plan.rows.map((row) => {
    const breach = byRow.get(row.rowNumber);
    return breach === undefined ? row : withoutBreach(row, breach, plan);
  });
  const rest = { ...plan, rows, readAt };
  return { ...rest, digest: digestPlan(rest) };
}

function withoutBreach(row: PlannedRow, breach: Breach, { keyProperty }: Plan): PlannedRow {
  const blockedBy = (issue: RecordIssue): PlannedRow => ({
    ...identityOf(row),
    kind: 'blocked',
    issues: [issue],
  });
  switch (breach.kind) {
    case 'gone':
      return { ...identityOf(row), kind: 'missing' };
    case 'unread':
      return { ...identityOf(row), kind: 'unread' };
    case 'exists':
      return blockedBy({ code: 'record-exists', property: keyProperty ?? '', recordId: breach.recordId });
    case 'changed': {
      if (row.kind !== 'update') return row;
      const properties = without(row.properties, breach.properties);
      if (Object.keys(properties).length === 0) {
        return blockedBy({ code: 'changed-since', properties: breach.properties });
      }
      const kept = Object.entries(row.properties)
        .filter(([name]) => breach.properties.includes(name))
        .map(([property, wanted]) => ({ property, wanted, reason: 'changed-since' as const }));
      return {
        ...row,
        properties,
        before: without(row.before, breach.properties),
        kept: [...row.kept, ...kept],
      };
    }
  }
}

function without(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

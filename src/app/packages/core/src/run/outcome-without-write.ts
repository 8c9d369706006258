import type { Outcome } from '../outcomes/outcome.ts';
import { issuesOf } from '../plan/issues-of.ts';
import type { PlannedRow } from '../plan/plan.ts';
import { identityOf } from '../records/row-identity.ts';

/** The outcome of a row the plan does not write; null for one that is written. */
export function outcomeWithoutWrite(row: PlannedRow): Outcome | null {
  switch (row.kind) {
    case 'create':
    case 'update':
    case 'archive':
      return null;
    case 'unchanged':
      return {
        ...identityOf(row),
        kind: 'unchanged',
        recordId: row.recordId,
        url: null,
        evidence: { from: 'plan', matchedBy: 'key', isFromEarlierAttempt: false },
        differences: [],
        warnings: [],
        updatedAt: null,
        changedSince: [],
      };
    case 'blocked':
    case 'duplicate':
    case 'missing':
    case 'unread':
      return { ...identityOf(row), kind: 'skipped', issues: issuesOf(row) };
  }
}

import type { RecordIssue } from '../records/draft-record.ts';
import type { PlannedRow } from './plan.ts';

/** Why a row is not written; none for one that is, or need not be. */
export function issuesOf(row: PlannedRow): readonly RecordIssue[] {
  switch (row.kind) {
    case 'create':
    case 'update':
    case 'archive':
    case 'unchanged':
      return [];
    case 'blocked':
      return row.issues;
    case 'duplicate':
      return [{ code: 'repeated', ofRow: row.ofRow, isMerged: row.choice === 'merge' }];
    case 'missing':
      return [{ code: 'record-missing' }];
    case 'unread':
      return [{ code: 'not-read' }];
  }
}

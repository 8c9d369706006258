import { hasFailed, type Outcome } from './outcome.ts';

/**
 * The rows that are still to be done. A row that was left out in favour of another one about the same record is among
 * them only when that other row failed: else its record is written, and running the row alone would undo the choice.
 */
export function listFailures(outcomes: readonly Outcome[]): readonly Outcome[] {
  const failedRows = new Set(
    outcomes.filter((outcome) => hasFailed(outcome) && repeatedOf(outcome) === null).map(rowNumberOf),
  );
  return outcomes.filter((outcome) => failedRows.has(repeatedOf(outcome) ?? outcome.rowNumber));
}

function rowNumberOf({ rowNumber }: Outcome): number {
  return rowNumber;
}

/** The row that is written in place of this one; null for any other row. */
function repeatedOf(outcome: Outcome): number | null {
  if (outcome.kind !== 'skipped') return null;
  const repeated = outcome.issues.find((issue) => issue.code === 'repeated');
  return repeated?.ofRow ?? null;
}

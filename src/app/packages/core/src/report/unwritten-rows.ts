import { NOT_WRITTEN } from '../outcomes/settle-by-read.ts';
import type { PlannedRow } from '../plan/plan.ts';
import type { EndedRun } from './make-undo-plan.ts';

/**
 * Rows HubSpot passed over without a word: reading proved that they were not written, so they may be sent again as they
 * were planned. A row that HubSpot gave a reason for is not among them: it would be refused again.
 */
export function unwrittenRows({ plan, outcomes }: EndedRun): readonly PlannedRow[] {
  const passedOver = new Set(
    outcomes.flatMap((outcome) =>
      outcome.kind === 'rejected' && outcome.rejection.category === NOT_WRITTEN ? [outcome.slot] : [],
    ),
  );
  return plan.rows.filter(({ slot }) => passedOver.has(slot));
}

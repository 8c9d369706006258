import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOutcomes, sumCounts } from '../outcomes/count-outcomes.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { type ModelRecord, type ModelWrite } from '../testing/model-store.ts';
import { runScenario, scenarios, type Ran } from '../testing/scenario.ts';

const RUNS = { numRuns: 15000 };

/** What the portal did for one row, by the slot inside the trace id. */
function writesOf({ portal }: Ran, outcome: Outcome): readonly ModelWrite[] {
  return portal.store.ledger.filter(({ traceId }) => traceId.split('-')[1] === String(outcome.slot));
}

function sentValues({ plan }: Ran, outcome: Outcome): Readonly<Record<string, string>> {
  return plan.toWrite.find(({ slot }) => slot === outcome.slot)?.properties ?? {};
}

/** Some state the record had holds every sent value, apart from the differences the outcome admits. */
function everHeld(
  record: ModelRecord | undefined,
  sent: Readonly<Record<string, string>>,
  admitted: readonly string[],
): boolean {
  return (record?.versions ?? []).some((version) =>
    Object.entries(sent).every(([name, value]) => admitted.includes(name) || version[name] === value),
  );
}

/** Why the outcome is not true of the portal's store, or null. */
function contradictionOf(ran: Ran, outcome: Outcome): string | null {
  const writes = writesOf(ran, outcome);
  switch (outcome.kind) {
    case 'created':
    case 'updated':
    case 'unchanged': {
      const record = ran.portal.store.records.get(outcome.recordId);
      const admitted = outcome.differences.map(({ property }) => property);
      if (!everHeld(record, sentValues(ran, outcome), admitted)) return 'the record never held the values';
      if (outcome.kind !== 'created') return null;
      const wasCreated = ran.portal.store.ledger.some(
        ({ recordId, effect }) => recordId === outcome.recordId && effect === 'created',
      );
      return wasCreated ? null : 'the record was not created by the run';
    }
    case 'archived':
      return ran.portal.store.records.get(outcome.recordId)?.archivedAt === null
        ? 'the record is live'
        : null;
    case 'rejected':
    case 'conflict':
    case 'not-sent':
    case 'skipped':
      return writes.length > 0 ? `it was ${writes[0]?.effect ?? ''}` : null;
    case 'unknown':
      return null;
  }
}

describe('the laws of a run, in any weather', () => {
  it('1 totality: every row ends in exactly one outcome, in the order of rows, and the counts add up', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios(), async (scenario) => {
        const { outcomes } = await runScenario(scenario);
        expect(outcomes.map(({ slot }) => slot)).toEqual(scenario.rows.map((_, slot) => slot));
        expect(sumCounts(countOutcomes(outcomes))).toBe(scenario.rows.length);
      }),
      RUNS,
    );
  });

  it('2 evidence: no outcome says anything the store contradicts', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios(), async (scenario) => {
        const ran = await runScenario(scenario);
        const lies = ran.outcomes.flatMap((outcome) => {
          const lie = contradictionOf(ran, outcome);
          return lie === null ? [] : [{ outcome, lie, writes: writesOf(ran, outcome) }];
        });
        expect(lies).toEqual([]);
      }),
      RUNS,
    );
  });
  it('2 evidence: no two rows claim to have created or archived one record', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios(), async (scenario) => {
        const { outcomes } = await runScenario(scenario);
        const claimed = outcomes.flatMap((outcome) =>
          outcome.kind === 'created' || outcome.kind === 'archived' ? [outcome.recordId] : [],
        );
        expect(claimed).toEqual([...new Set(claimed)]);
      }),
      RUNS,
    );
  });

  it('4 creates never doubled: no row makes a second record, whatever is lost', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios(), async (scenario) => {
        const { portal } = await runScenario(scenario);
        const makers = portal.store.ledger
          .filter(({ effect }) => effect === 'created')
          .map(({ traceId }) => traceId.split('-')[1]);
        expect(makers).toEqual([...new Set(makers)]);
      }),
      RUNS,
    );
  });
});

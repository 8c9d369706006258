import { describe, expect, it } from 'vitest';
import { outcomeOfUnresolved } from '../../outcomes/association-outcome.ts';
import type { PlannedRow } from '../../plan/plan.ts';
import { KEPT_RUN_ID, optionsOfRun, portsOfRun } from '../../testing/journaled-run.ts';
import { MemoryJournal } from '../../testing/memory-journal.ts';
import { MODEL_PROPERTIES } from '../../testing/model-plan.ts';
import { ModelPortal } from '../../testing/model-portal.ts';
import { draft, nameIn, namingCompanies, planOf } from '../../testing/plans.ts';
import { loadHead, loadRun, outcomesSoFar } from './load-run.ts';
import { retryRows, type RunToRetry } from './retry-rows.ts';
import { runWithJournal } from './run-with-journal.ts';

const KEYS = ['ada@example.org', 'ben@example.org'];
const TYPES = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 }] as const;
const NEW = { toObjectType: 'companies', toId: '8', types: [...TYPES], name: 'new.example' };

/** Two rows that are written, and name a company nobody knows. */
async function runNaming() {
  const portal = new ModelPortal({});
  const journal = new MemoryJournal();
  const drafts = KEYS.map((key, slot) => ({
    ...draft(slot, key, { name: 'Ada' }),
    named: [nameIn(namingCompanies('domain'), 'none.example')],
  }));
  const readings = Object.fromEntries(KEYS.map((key) => [key, { kind: 'missing' } as const]));
  const plan = planOf(drafts, readings, {
    target: { properties: MODEL_PROPERTIES },
    named: { 'domain none.example': { kind: 'missing' } },
  });
  const ran = await runWithJournal(plan, portsOfRun(portal, journal), optionsOfRun(plan));
  if (ran.kind !== 'ran') throw new Error(ran.kind);
  const run: RunToRetry = { runId: KEPT_RUN_ID, plan, outcomes: ran.outcomes, journal: ran.journal };
  return { portal, journal, run };
}

type Opened = Awaited<ReturnType<typeof runNaming>>;

/** The first row finds its company; HubSpot does not answer, so that it is not associated yet. */
function renameFirst({ portal, journal, run }: Opened, ports = portsOfRun(portal, journal)) {
  const [first] = run.plan.rows;
  const renamed: readonly PlannedRow[] =
    first === undefined ? [] : [{ ...first, associations: [NEW], unresolved: [] }];
  const tools = { ports, options: optionsOfRun(run.plan) };
  return retryRows(run, { amended: [], renamed, unknown: new Set() }, tools);
}

/** The tab is closed when the first association is asked for. */
async function untilAsked(opened: Opened): Promise<void> {
  const never = new Promise<never>(() => undefined);
  await new Promise<void>((resolve) => {
    const associateRecords = () => {
      resolve();
      return never;
    };
    void renameFirst(opened, { ...portsOfRun(opened.portal, opened.journal), associateRecords });
  });
}

const UNRESOLVED = outcomeOfUnresolved({ toObjectType: 'companies', name: 'none.example', why: 'missing' });

describe('a row that is only associated anew', () => {
  it('keeps its record’s outcome, is not written again, and leaves other rows as they are', async () => {
    const opened = await runNaming();
    const sent = opened.portal.writeRequests.length;
    const retried = await renameFirst(opened);
    expect(opened.portal.writeRequests.length).toBe(sent);
    expect(retried.kind === 'ran' && retried.outcomes).toMatchObject([
      {
        kind: 'created',
        associations: [{ kind: 'not-sent', toObjectType: 'companies', toId: '8', name: 'new.example' }],
      },
      { kind: 'created', associations: [UNRESOLVED] },
    ]);
  });

  it('is noted before anything is asked of HubSpot, so that another session goes on with it', async () => {
    const opened = await runNaming();
    await untilAsked(opened);
    const head = await loadHead(KEPT_RUN_ID, opened.journal);
    if (head.kind !== 'head') throw new Error(head.kind);
    const loaded = await loadRun(head.head, opened.run.plan.properties, opened.journal);
    if (loaded.kind !== 'run') throw new Error(loaded.kind);
    expect(loaded.run.plan.rows[0]).toMatchObject({ kind: 'create', associations: [NEW] });
    const [first, second] = outcomesSoFar(loaded.run);
    expect(first).toMatchObject({ kind: 'created', associations: [{ kind: 'not-sent', toId: '8' }] });
    expect(second).toMatchObject({ kind: 'created', associations: [UNRESOLVED] });
  });

  it('is not touched where that cannot be noted', async () => {
    const opened = await runNaming();
    opened.journal.isDown = true;
    expect(await renameFirst(opened)).toMatchObject({ kind: 'not-noted' });
  });

  it('needs no journal where none was kept', async () => {
    const opened = await runNaming();
    const retried = await renameFirst({ ...opened, run: { ...opened.run, journal: 'none' } });
    expect(retried.kind === 'ran' && retried.outcomes[0]).toMatchObject({
      kind: 'created',
      associations: [{ kind: 'not-sent', toId: '8' }],
    });
  });
});

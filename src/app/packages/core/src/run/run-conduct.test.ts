import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOutcomes, sumCounts } from '../outcomes/count-outcomes.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import type { Forecast } from '../testing/model-portal.ts';
import { BAD_VALUE, propertiesOf } from '../testing/model-store.ts';
import { anyForecast, PLAN_KINDS, runScenario, scenarios, type Scenario } from '../testing/scenario.ts';
import { batchWeather, FINE_BATCH, type BatchWeather } from '../testing/weather.ts';

const RUNS = { numRuns: 300 };

const KEYED_KINDS = PLAN_KINDS.filter(({ keyProperty }) => keyProperty !== null);
const UPSERT = { operation: 'upsert', keyProperty: 'email' } as const;

function reorder(weather: BatchWeather, by: number): BatchWeather {
  return weather.kind === 'answered' ? { ...weather, order: weather.order + by } : weather;
}

function reorderAll({ batches, thenAlways, ...rest }: Forecast, by: number): Forecast {
  return {
    ...rest,
    batches: (batches ?? []).map((weather) => reorder(weather, by)),
    thenAlways: reorder(thenAlways ?? FINE_BATCH, by),
  };
}

/** No cell that HubSpot stores otherwise than it was sent. */
function withPlainValues(scenario: Scenario): Scenario {
  const rows = scenario.rows.map((row) => ({ ...row, properties: { name: row.properties['name'] ?? '' } }));
  return { ...scenario, rows };
}

const passingForecast: fc.Arbitrary<Forecast> = fc.record({
  batches: fc.array(
    batchWeather.filter(({ kind }) => kind !== 'refused'),
    { maxLength: 4 },
  ),
});

function lastWritten(outcomes: readonly Outcome[]): readonly Outcome[] {
  const sent = outcomes.filter(({ kind }) => kind !== 'skipped');
  return sent.filter(({ key }, index) => !sent.slice(index + 1).some((later) => later.key === key));
}

function manyRows(count: number, bad: ReadonlySet<number>): Scenario {
  return {
    kind: UPSERT,
    rows: Array.from({ length: count }, (_, index) => ({
      key: `row${String(index)}@example.org`,
      properties: { name: bad.has(index) ? BAD_VALUE : 'good' },
    })),
    existing: [],
    archived: [],
    merged: [],
    forecast: { thenAlways: { ...FINE_BATCH, refusal: 'whole', echoesTraceIds: false } },
    settings: { maxInputsPerBatch: 100 },
  };
}

describe('how a run behaves', () => {
  it('3 never by position: another order of results changes no outcome', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios(), fc.integer({ min: 1, max: 1000 }), async (scenario, by) => {
        const one = await runScenario(scenario);
        const other = await runScenario({ ...scenario, forecast: reorderAll(scenario.forecast, by) });
        expect(other.outcomes).toEqual(one.outcomes);
      }),
      RUNS,
    );
  });

  it('5 culprits: without trace ids exactly the bad rows of a batch are rejected and all others written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(99), { maxLength: 6 }), async (bad) => {
        const { outcomes } = await runScenario(manyRows(100, new Set(bad)));
        const rejected = outcomes.filter(({ kind }) => kind === 'rejected').map(({ slot }) => slot);
        expect(rejected).toEqual([...bad].sort((one, other) => one - other));
        expect(countOutcomes(outcomes).created).toBe(100 - bad.length);
      }),
      { numRuns: 40 },
    );
  });

  it('finds one culprit among a hundred in at most fifteen requests', async () => {
    const { portal } = await runScenario({
      ...manyRows(100, new Set([37])),
      settings: { maxInputsPerBatch: 100, batchesPerCall: 1 },
    });
    expect(portal.writeRequests.length).toBeLessThanOrEqual(15);
  });

  it('leaves nothing of a keyed run unknown when the weather clears and reading works', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios({ kinds: KEYED_KINDS, forecast: passingForecast }), async (scenario) => {
        const { outcomes } = await runScenario(withPlainValues(scenario));
        expect(outcomes.filter(({ kind }) => kind === 'unknown')).toEqual([]);
      }),
      RUNS,
    );
  });

  it('writes repeated keys in the order of rows: what the last row says is what HubSpot holds', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios({ kinds: [UPSERT] }), async (scenario) => {
        const { outcomes, portal, plan } = await runScenario(withPlainValues(scenario));
        const lost = lastWritten(outcomes).filter((outcome) => {
          if (outcome.kind !== 'created' && outcome.kind !== 'updated' && outcome.kind !== 'unchanged')
            return false;
          const record = portal.store.records.get(outcome.recordId);
          const sent = plan.toWrite.find(({ slot }) => slot === outcome.slot)?.properties['name'];
          return record === undefined || propertiesOf(record)['name'] !== sent;
        });
        expect(lost).toEqual([]);
      }),
      RUNS,
    );
  });

  it('sends nothing more once a stop is wanted, and still accounts for every row', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios(), fc.nat(6), async (scenario, calls) => {
        const { outcomes, portal } = await runScenario(
          scenario,
          ({ writeRequests }) => writeRequests.length >= calls,
        );
        expect(portal.writeRequests.length).toBeLessThanOrEqual(calls);
        expect(sumCounts(countOutcomes(outcomes))).toBe(scenario.rows.length);
      }),
      RUNS,
    );
  });

  it('keeps every batch within its size, without a key twice, and never reuses a trace id', async () => {
    const forecast = anyForecast.map(({ batches, thenAlways, ...rest }) => ({
      ...rest,
      batches: (batches ?? []).filter(({ kind }) => kind !== 'not-sent'),
      ...(thenAlways === undefined || thenAlways.kind === 'not-sent' ? {} : { thenAlways }),
    }));
    await fc.assert(
      fc.asyncProperty(scenarios({ forecast }), async (scenario) => {
        const { portal } = await runScenario(scenario);
        const batches = portal.writeRequests.flatMap((request) => request.batches);
        for (const { inputs } of batches) {
          expect(inputs.length).toBeLessThanOrEqual(scenario.settings.maxInputsPerBatch ?? 4);
          const ids = inputs.flatMap(({ id }) => id ?? []);
          expect(ids).toEqual([...new Set(ids)]);
        }
        const traceIds = batches.flatMap(({ inputs }) => inputs.map((input) => input.objectWriteTraceId));
        expect(traceIds).toEqual([...new Set(traceIds)]);
      }),
      RUNS,
    );
  });
});

const FOREVER: readonly (readonly [string, BatchWeather, Outcome['kind']])[] = [
  ['answers 429', { kind: 'refused', status: 429 }, 'not-sent'],
  ['answers 423', { kind: 'refused', status: 423 }, 'not-sent'],
  ['answers 477', { kind: 'refused', status: 477 }, 'not-sent'],
  ['answers 401', { kind: 'refused', status: 401 }, 'not-sent'],
  ['is never sent to', { kind: 'not-sent' }, 'not-sent'],
  ['loses every request', { kind: 'lost', written: 'nothing', cause: 'timeout' }, 'not-sent'],
  ['loses every answer', { kind: 'lost', written: 'all', cause: 'timeout' }, 'created'],
  ['answers 200 without a row', { ...FINE_BATCH, droppedRows: 100 }, 'rejected'],
  ['writes and mentions no row', { ...FINE_BATCH, omittedResults: 100 }, 'created'],
];

describe('a run ends', () => {
  it.each(FOREVER)('when HubSpot %s for ever', async (_, weather, kind) => {
    const scenario = {
      ...manyRows(30, new Set()),
      forecast: { thenAlways: weather },
      settings: { maxInputsPerBatch: 10 },
    };
    const { outcomes, portal } = await runScenario(scenario);
    expect(countOutcomes(outcomes)[kind]).toBe(30);
    expect(portal.writeRequests.length).toBeLessThan(120);
  });

  it('when HubSpot is down, before many creates without a key are unknown', async () => {
    const { rows } = manyRows(1000, new Set());
    const { outcomes, portal } = await runScenario({
      ...manyRows(0, new Set()),
      kind: { operation: 'create', keyProperty: null },
      rows: rows.map((row) => ({ ...row, key: null })),
      forecast: { thenAlways: { kind: 'lost', written: 'nothing', cause: 'server-error' } },
      settings: { maxInputsPerBatch: 10, batchesPerCall: 2, callsInFlight: 3 },
    });
    const { unknown, 'not-sent': notSent } = countOutcomes(outcomes);
    expect(unknown + notSent).toBe(1000);
    // Six batches are on their way when the silence begins; then one at a time asks, ever more seldom.
    expect(unknown).toBeLessThanOrEqual(200);
    expect(outcomes.at(-1)).toMatchObject({ kind: 'not-sent', reason: 'hubspot-unreachable' });
    expect(portal.writeRequests.length).toBeLessThan(20);
  });

  it('when the function never replies and no reading is possible', async () => {
    const calls = Array.from({ length: 200 }, () => ({ kind: 'no-reply', when: 'before' }) as const);
    const reads = Array.from({ length: 200 }, () => 'no-reply' as const);
    const { outcomes } = await runScenario({ ...manyRows(30, new Set()), forecast: { calls, reads } });
    expect(countOutcomes(outcomes).unknown + countOutcomes(outcomes)['not-sent']).toBe(30);
  });
});

import { describe, expect, it } from 'vitest';
import { countOutcomes } from '../outcomes/count-outcomes.ts';
import { planRows, type ModelRow, type PlanKind } from '../testing/model-plan.ts';
import { ModelPortal, type Forecast } from '../testing/model-portal.ts';
import { BAD_VALUE } from '../testing/model-store.ts';
import { FINE_BATCH } from '../testing/weather.ts';
import { runPart } from './run-part.ts';
import { DEFAULT_RUN_SETTINGS, type RunSettings } from './settings.ts';

const UPSERT: PlanKind = { operation: 'upsert', keyProperty: 'email' };
const CREATE: PlanKind = { operation: 'create', keyProperty: 'email' };

function rowsOf(count: number, name: (index: number) => string = () => 'Ada'): readonly ModelRow[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `row${String(index)}@example.org`,
    properties: { name: name(index) },
  }));
}

interface Told {
  readonly kind?: PlanKind;
  readonly forecast?: Forecast;
  readonly settings?: Partial<RunSettings>;
}

async function run(rows: readonly ModelRow[], { kind = UPSERT, forecast = {}, settings = {} }: Told = {}) {
  const portal = new ModelPortal(forecast);
  const options = {
    runId: 'run',
    settings: { ...DEFAULT_RUN_SETTINGS, ...settings },
    isStopWanted: () => false,
  };
  const { outcomes } = await runPart(planRows(rows, kind), portal, options);
  return { portal, outcomes, counts: countOutcomes(outcomes) };
}

describe('runPart', () => {
  it('writes a good day in as few requests as the limits allow', async () => {
    const { portal, counts } = await run(rowsOf(250));
    expect(counts.created).toBe(250);
    expect(portal.writeRequests.flatMap(({ batches }) => batches.map(({ inputs }) => inputs.length))).toEqual(
      [100, 100, 50],
    );
    expect(portal.readCalls).toBe(0);
  });

  it('does nothing for an empty plan', async () => {
    const { portal, outcomes } = await run([]);
    expect(outcomes).toEqual([]);
    expect(portal.writeRequests).toEqual([]);
  });

  it('keeps every call within its bytes', async () => {
    const maxBytesPerCall = 20_000;
    const { portal, counts } = await run(
      rowsOf(120, () => 'ü'.repeat(300)),
      { settings: { maxBytesPerCall } },
    );
    expect(counts.created).toBe(120);
    for (const request of portal.writeRequests) {
      expect(Buffer.byteLength(JSON.stringify(request))).toBeLessThanOrEqual(maxBytesPerCall);
    }
  });

  it('sends no more batches in a call than it may', async () => {
    const { portal } = await run(rowsOf(50), { settings: { maxInputsPerBatch: 5, batchesPerCall: 3 } });
    expect(portal.writeRequests.map(({ batches }) => batches.length)).toEqual([3, 3, 3, 1]);
  });

  it('reads a lost create in one call and writes only what is missing, in few requests', async () => {
    const lost = { kind: 'lost', written: 'half', cause: 'timeout' } as const;
    const { portal, counts } = await run(rowsOf(100), { kind: CREATE, forecast: { batches: [lost] } });
    expect(counts.created).toBe(100);
    expect(portal.readCalls).toBe(1);
    const sizes = portal.writeRequests.flatMap(({ batches }) => batches.map(({ inputs }) => inputs.length));
    expect(sizes).toEqual([100, 13, 13, 13, 11]);
  });

  it('waits for the rate limit without sending anything meanwhile', async () => {
    const { portal, counts } = await run(rowsOf(30), {
      forecast: { batches: [{ kind: 'refused', status: 429 }] },
      settings: { maxInputsPerBatch: 10, batchesPerCall: 1, callsInFlight: 1 },
    });
    const waits = portal.reports.flatMap(({ wait }) => wait ?? []);
    expect(counts.created).toBe(30);
    expect(waits[0]?.reason).toBe('rate-limit');
    expect(waits.every(({ leftMs }) => leftMs > 0 && leftMs <= 10_000)).toBe(true);
  });

  it('ends its reports with every row settled', async () => {
    const { portal } = await run(rowsOf(30, (index) => (index === 3 ? BAD_VALUE : 'Ada')));
    const last = portal.reports.at(-1);
    expect(last).toMatchObject({
      settledCount: 30,
      totalCount: 30,
      wait: null,
      counts: { created: 29, rejected: 1 },
    });
  });

  it('never reports fewer settled rows than before', async () => {
    const forecast = {
      batches: [
        { ...FINE_BATCH, omittedResults: 3 },
        { kind: 'lost', written: 'half', cause: 'timeout' },
      ],
    } as const;
    const { portal } = await run(rowsOf(60), { forecast, settings: { maxInputsPerBatch: 10 } });
    const settled = portal.reports.map(({ settledCount }) => settledCount);
    expect(settled).toEqual([...settled].sort((one, other) => one - other));
  });

  it('says why rows were not sent when the functions are unreachable', async () => {
    const calls = Array.from({ length: 50 }, () => ({ kind: 'no-reply', when: 'before' }) as const);
    const { outcomes, portal } = await run(rowsOf(2000), { forecast: { calls } });
    expect(
      new Set(outcomes.map((outcome) => (outcome.kind === 'not-sent' ? outcome.reason : outcome.kind))),
    ).toEqual(new Set(['function-unreachable']));
    expect(portal.writeRequests.length).toBeLessThanOrEqual(8);
  });
});

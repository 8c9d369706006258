import fc from 'fast-check';
import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import type { PlanPart } from '../plan/plan-part.ts';
import { runPart } from '../run/run-part.ts';
import { DEFAULT_RUN_SETTINGS, type RunSettings } from '../run/settings.ts';
import { EMAIL_KEYS, ID_KEYS, planRows, type ModelRow, type PlanKind } from './model-plan.ts';
import { ModelPortal, type Forecast } from './model-portal.ts';
import { BAD_VALUE } from './model-store.ts';
import { batchWeather, callWeather, readWeather } from './weather.ts';

/** A whole run: what is there before, what is to be written, and what the world does to it. */
export interface Scenario {
  readonly kind: PlanKind;
  readonly rows: readonly ModelRow[];
  /** Keys (see `EMAIL_KEYS`, `ID_KEYS`) of records that exist, are archived, or were merged into an existing one. */
  readonly existing: readonly number[];
  readonly archived: readonly number[];
  readonly merged: readonly number[];
  readonly forecast: Forecast;
  readonly settings: Partial<RunSettings>;
}

export interface Ran {
  readonly plan: PlanPart;
  readonly portal: ModelPortal;
  readonly outcomes: readonly Outcome[];
}

export const RUN_ID = 'run';

const SMALL_SETTINGS: RunSettings = { ...DEFAULT_RUN_SETTINGS, maxInputsPerBatch: 4, batchesPerCall: 2 };

export async function runScenario(
  scenario: Scenario,
  isStopWanted: (portal: ModelPortal) => boolean = () => false,
): Promise<Ran> {
  const portal = new ModelPortal(scenario.forecast);
  seedPortal(portal, scenario);
  const plan = planRows(scenario.rows, scenario.kind);
  const settings = { ...SMALL_SETTINGS, ...scenario.settings };
  const options = { runId: RUN_ID, settings, isStopWanted: () => isStopWanted(portal) };
  const { outcomes } = await runPart(plan, portal, options);
  return { plan, portal, outcomes };
}

function seedPortal(portal: ModelPortal, { existing, archived, merged }: Scenario): void {
  const seeded = new Set<number>();
  const add = (index: number, told: Parameters<ModelPortal['store']['seed']>[1]): void => {
    if (seeded.has(index)) return;
    seeded.add(index);
    const values = { email: EMAIL_KEYS[index] ?? '', name: 'before', stage: 'before' };
    portal.store.seed(values, { id: ID_KEYS[index] ?? '', ...told });
  };
  for (const index of merged) {
    if (seeded.has(index)) continue;
    seeded.add(index);
    const values = { email: `winner${String(index)}@example.org`, name: 'winner' };
    portal.store.seed(values, { mergedIds: [ID_KEYS[index] ?? ''] });
  }
  for (const index of archived) add(index, { archivedAt: portal.now() - 1_800_000 });
  for (const index of existing) add(index, {});
}

export const PLAN_KINDS: readonly PlanKind[] = [
  { operation: 'upsert', keyProperty: 'email' },
  { operation: 'create', keyProperty: 'email' },
  { operation: 'create', keyProperty: null },
  { operation: 'update', keyProperty: RECORD_ID_PROPERTY },
  { operation: 'archive', keyProperty: RECORD_ID_PROPERTY },
];

function keyOf(kind: PlanKind, index: number): string | null {
  if (kind.keyProperty === null) return null;
  return (kind.keyProperty === 'email' ? EMAIL_KEYS : ID_KEYS)[index] ?? null;
}

const values = fc.record(
  {
    name: fc.constantFrom('Ada', 'Bo', 'Cy', BAD_VALUE),
    phone: fc.constantFrom('123', '1 2 3'),
    stage: fc.constantFrom('lead', 'customer'),
  },
  { requiredKeys: ['name'] },
);

function rowsOf(kind: PlanKind): fc.Arbitrary<readonly ModelRow[]> {
  const row = fc
    .record({
      index: fc.nat(7),
      properties: values,
    })
    .map(({ index, ...rest }) => ({ ...rest, key: keyOf(kind, index) }));
  return fc.array(row, { minLength: 1, maxLength: 14 });
}

const indices = fc.uniqueArray(fc.nat(7), { maxLength: 4 });

export interface ScenarioLimits {
  readonly kinds?: readonly PlanKind[];
  readonly forecast?: fc.Arbitrary<Forecast>;
}

/** Any weather at all. */
export const anyForecast: fc.Arbitrary<Forecast> = fc.record(
  {
    batches: fc.array(batchWeather, { maxLength: 12 }),
    calls: fc.array(callWeather, { maxLength: 6 }),
    reads: fc.array(readWeather, { maxLength: 6 }),
    thenAlways: batchWeather,
    clockSkewMs: fc.integer({ min: -3000, max: 3000 }),
  },
  { requiredKeys: [] },
);

export function scenarios({
  kinds = PLAN_KINDS,
  forecast = anyForecast,
}: ScenarioLimits = {}): fc.Arbitrary<Scenario> {
  return fc.constantFrom(...kinds).chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      rows: rowsOf(kind),
      existing: indices,
      archived: indices,
      merged: indices,
      forecast,
      settings: fc.record({
        callsInFlight: fc.constantFrom(1, 2, 3),
        batchesPerCall: fc.constantFrom(1, 2, 3),
        maxInputsPerBatch: fc.constantFrom(1, 3, 4, 100),
      }),
    }),
  );
}

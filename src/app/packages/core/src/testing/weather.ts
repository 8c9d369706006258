import fc from 'fast-check';

/** How HubSpot treats one batch request. */
export type BatchWeather =
  | {
      readonly kind: 'answered';
      /** Results carry the trace ids of their inputs. */
      readonly echoesTraceIds: boolean;
      /** Seed of the order in which results come. */
      readonly order: number;
      /** `whole`: one bad row refuses the request, and no row is named (as without trace ids). */
      readonly refusal: 'per-row' | 'whole';
      /** How entries of `errors` name their row. `together`: one entry for all rows of a category. */
      readonly errorNames: 'trace-id' | 'together' | 'ids' | 'nothing';
      /** So many rows are written but missing from the results. */
      readonly omittedResults: number;
      /** So many rows are neither written nor mentioned. */
      readonly droppedRows: number;
      readonly tellsNew: boolean;
      /** The first result comes twice. */
      readonly repeatsResult: boolean;
    }
  | {
      readonly kind: 'lost';
      /** `late`: all of it, but only just before the same rows are sent again. */
      readonly written: 'nothing' | 'half' | 'all' | 'late';
      readonly cause: 'timeout' | 'connection' | 'server-error' | 'unreadable';
    }
  | { readonly kind: 'refused'; readonly status: 401 | 403 | 423 | 429 | 477 }
  | { readonly kind: 'not-sent' };

/** What becomes of the function call around the batches. */
export type CallWeather =
  | { readonly kind: 'fine' }
  | { readonly kind: 'no-reply'; readonly when: 'before' | 'after' }
  | { readonly kind: 'failure'; readonly when: 'before' | 'after'; readonly code: 'internal' | 'unavailable' }
  | { readonly kind: 'leaves-batch-out' }
  | { readonly kind: 'wrong-batch-ids' };

export type ReadWeather = 'fine' | 'no-reply' | 'failure' | 'reads-half';

export const FINE_BATCH: Extract<BatchWeather, { kind: 'answered' }> = {
  kind: 'answered',
  echoesTraceIds: true,
  order: 1,
  refusal: 'per-row',
  errorNames: 'trace-id',
  omittedResults: 0,
  droppedRows: 0,
  tellsNew: true,
  repeatsResult: false,
};

const few = fc.constantFrom(0, 0, 0, 1, 2);
const seldom = fc.constantFrom(false, false, false, true);

export const answeredWeather: fc.Arbitrary<BatchWeather> = fc.record({
  kind: fc.constant('answered' as const),
  echoesTraceIds: fc.boolean(),
  order: fc.nat(1000),
  refusal: fc.constantFrom('per-row', 'whole'),
  errorNames: fc.constantFrom('trace-id', 'together', 'ids', 'nothing'),
  omittedResults: few,
  droppedRows: few,
  tellsNew: fc.constantFrom(true, true, true, false),
  repeatsResult: seldom,
});

export const lostWeather: fc.Arbitrary<BatchWeather> = fc.record({
  kind: fc.constant('lost' as const),
  written: fc.constantFrom('nothing', 'half', 'all', 'late'),
  cause: fc.constantFrom('timeout', 'connection', 'server-error', 'unreadable'),
});

export const busyWeather: fc.Arbitrary<BatchWeather> = fc.oneof(
  fc.record({ kind: fc.constant('refused' as const), status: fc.constantFrom(423, 429, 477) }),
  fc.constant({ kind: 'not-sent' as const }),
);

export const forbiddenWeather: fc.Arbitrary<BatchWeather> = fc.record({
  kind: fc.constant('refused' as const),
  status: fc.constantFrom(401, 403),
});

export const batchWeather: fc.Arbitrary<BatchWeather> = fc.oneof(
  { weight: 6, arbitrary: answeredWeather },
  { weight: 3, arbitrary: lostWeather },
  { weight: 2, arbitrary: busyWeather },
  { weight: 1, arbitrary: forbiddenWeather },
);

const when = fc.constantFrom('before' as const, 'after' as const);

export const callWeather: fc.Arbitrary<CallWeather> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ kind: 'fine' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('no-reply' as const), when }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('failure' as const),
      when,
      code: fc.constantFrom('internal', 'unavailable'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'leaves-batch-out' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'wrong-batch-ids' as const }) },
);

export const readWeather: fc.Arbitrary<ReadWeather> = fc.constantFrom(
  'fine',
  'fine',
  'no-reply',
  'failure',
  'reads-half',
);

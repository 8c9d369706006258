import type { WriteInput } from '../contract/write-records.ts';
import { propertiesOf, type Applied, type ModelError, type ModelRecord } from './model-store.ts';
import type { BatchWeather } from './weather.ts';

export interface InputFate {
  readonly input: WriteInput;
  readonly applied: Applied;
}

type AnsweredWeather = Extract<BatchWeather, { kind: 'answered' }>;

/** A record as HubSpot writes it into an answer. */
export function formatRecord(record: ModelRecord): object {
  return {
    id: record.id,
    properties: { ...propertiesOf(record), hs_merged_object_ids: record.mergedIds.join(';') },
    createdAt: new Date(record.createdAt).toISOString(),
    updatedAt: new Date(record.updatedAt).toISOString(),
    archived: record.archivedAt !== null,
    ...(record.archivedAt === null ? {} : { archivedAt: new Date(record.archivedAt).toISOString() }),
  };
}

/** The body of a 2xx answer as text decoded from JSON: results in arbitrary order, errors as the weather wants them. */
export function formatAnswer(fates: readonly InputFate[], weather: AnsweredWeather): unknown {
  const results = fates.flatMap((fate) => formatResult(fate, weather)).slice(weather.omittedResults);
  const repeated = weather.repeatsResult ? results.slice(0, 1) : [];
  const errors = formatErrors(fates, weather);
  const body = {
    status: 'COMPLETE',
    results: shuffle([...results, ...repeated], weather.order),
    ...(errors.length > 0 ? { errors, numErrors: errors.length } : {}),
  };
  return JSON.parse(JSON.stringify(body));
}

function formatResult({ input, applied }: InputFate, weather: AnsweredWeather): readonly object[] {
  if (applied.kind !== 'written') return [];
  const isUpsert = input.idProperty !== undefined && weather.tellsNew;
  return [
    {
      ...formatRecord(applied.record),
      ...(weather.echoesTraceIds ? { objectWriteTraceId: input.objectWriteTraceId } : {}),
      ...(isUpsert ? { new: applied.isNew } : {}),
    },
  ];
}

interface Refusal {
  readonly input: WriteInput;
  readonly error: ModelError;
}

function formatErrors(fates: readonly InputFate[], weather: AnsweredWeather): readonly object[] {
  const refusals = fates.flatMap(({ input, applied }) =>
    applied.kind === 'refused' ? [{ input, error: applied.error }] : [],
  );
  if (weather.errorNames !== 'together') return refusals.map((refusal) => formatEntry([refusal], weather));
  const categories = [...new Set(refusals.map(({ error }) => error.category))];
  return categories.map((category) =>
    formatEntry(
      refusals.filter(({ error }) => error.category === category),
      weather,
    ),
  );
}

function formatEntry(refusals: readonly Refusal[], weather: AnsweredWeather): object {
  const [first] = refusals;
  const traceIds = refusals.map(({ input }) => input.objectWriteTraceId);
  const ids = refusals.flatMap(({ input }) => input.id ?? []);
  const contexts = {
    'trace-id': { ...first?.error.context, objectWriteTraceId: traceIds },
    together: { objectWriteTraceId: traceIds, ids },
    ids: { ids },
    nothing: {},
  };
  return {
    status: 'error',
    category: first?.error.category,
    message: first?.error.message,
    context: contexts[weather.errorNames],
  };
}

/** A permutation that the seed decides; HubSpot's order is arbitrary too. */
export function shuffle<T>(items: readonly T[], seed: number): readonly T[] {
  const keyed = items.map((item, index) => ({
    item,
    rank: (Math.imul(index + 1, 2654435761) ^ Math.imul(seed + 1, 40503)) >>> 0,
  }));
  return keyed
    .map(({ item, rank }) => ({ item, rank: Math.imul(rank ^ (rank >>> 13), 1274126177) >>> 0 }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}

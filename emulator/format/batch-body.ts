import type { Behaviour } from '../behaviour.ts';
import type { ApiVersion } from '../model/api-version.ts';
import type { CrmRecord } from '../model/crm-record.ts';
import { orderByHash } from '../randomness.ts';
import type { ValueWarning } from '../values/value-verdict.ts';
import type { Rejection } from '../writes/rejection.ts';
import type { Row, RowInput } from '../writes/row.ts';
import type { WriteOperation } from '../writes/write-batch.ts';
import type { Json, JsonObject } from './json.ts';
import { createdRecordBody, updatedRecordBody } from './record-body.ts';
import type { RecordView } from './record-body.ts';
import { wordRejection } from './rejection-body.ts';

export interface BatchView extends RecordView {
  readonly operation: WriteOperation;
  readonly version: ApiVersion;
  readonly behaviour: Behaviour;
  readonly seed: number;
}

export interface Envelope {
  readonly results: readonly JsonObject[];
  readonly errors: readonly JsonObject[];
  readonly startedAtMs: number;
  readonly completedAtMs: number;
}

/** `errors` and `numErrors` are absent on full success; `numErrors` counts entries, not rows. */
export function envelopeBody({ results, errors, startedAtMs, completedAtMs }: Envelope): JsonObject {
  return {
    status: 'COMPLETE',
    results,
    ...(errors.length === 0 ? {} : { numErrors: errors.length, errors }),
    startedAt: new Date(startedAtMs).toISOString(),
    completedAt: new Date(completedAtMs).toISOString(),
  };
}

/** One entry for one or many ids: never counted on to be one row. */
export function notFoundEntry(
  objectName: string,
  ids: readonly string[],
  traceIds: readonly string[] = [],
): JsonObject {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `Could not get some ${objectName} objects, they may be deleted or not exist. Check that ids are valid.`,
    context: { ids, ...(traceIds.length === 0 ? {} : { objectWriteTraceId: traceIds }) },
  };
}

function rejectionEntry(rejection: Rejection, input: RowInput, portalId: number): JsonObject {
  const { category, message, errors, context } = wordRejection(rejection, portalId);
  const identity =
    input.traceId === undefined
      ? { ids: input.id === undefined ? undefined : [input.id] }
      : { objectWriteTraceId: [input.traceId] };
  // Bad values are told in the message only; the guide's own 207 sample has no nested errors.
  const showsErrors = errors.length > 0 && rejection.kind !== 'invalid-values';
  return {
    status: 'error',
    category,
    message,
    ...(showsErrors ? { errors } : {}),
    context: { ...identity, ...context },
  };
}

function warningBody({ propertyName, rawValue, normalizedValue }: ValueWarning): Json {
  return {
    category: 'PROPERTY_VALUE_NORMALIZED',
    context: { normalizedValue, propertyName, rawValue },
    message: `${propertyName} was normalized`,
  };
}

/** The record as the answer shows it, which may claim a step back in the life cycle that was not written. */
function asAnswered(record: CrmRecord, { properties }: RowInput, { behaviour }: BatchView): CrmRecord {
  const { lifecyclestage } = properties;
  if (lifecyclestage === undefined || behaviour.ignoredLifecycleInResults === 'stored') return record;
  return { ...record, properties: { ...record.properties, lifecyclestage } };
}

function resultBody({ input, outcome }: Row, view: BatchView): readonly JsonObject[] {
  if (outcome.kind !== 'written') return [];
  const showsCleared = view.behaviour.clearedPropertyInResults === 'empty';
  const body = outcome.isNew
    ? createdRecordBody(outcome.record, view)
    : updatedRecordBody(
        { record: asAnswered(outcome.record, input, view), sentNames: outcome.sentNames, showsCleared },
        view,
      );
  const echoes = input.traceId !== undefined && view.behaviour.echoesTraceId[view.version];
  const warns = view.behaviour.resultsCarryWarnings && outcome.warnings.length > 0;
  return [
    {
      ...body,
      ...(echoes ? { objectWriteTraceId: input.traceId } : {}),
      ...(view.operation === 'upsert' ? { new: outcome.isNew } : {}),
      ...(warns ? { warnings: outcome.warnings.map(warningBody) } : {}),
    },
  ];
}

function missingEntries(rows: readonly Row[], view: BatchView): readonly JsonObject[] {
  const objectName = view.store.objectType.fullyQualifiedName;
  const missing = rows.flatMap(({ input, outcome }) =>
    outcome.kind === 'missing'
      ? [{ id: outcome.id, traceIds: input.traceId === undefined ? [] : [input.traceId] }]
      : [],
  );
  if (missing.length === 0) return [];
  const isTraced = missing.every(({ traceIds }) => traceIds.length > 0);
  if (isTraced && view.behaviour.tracedMissingIds === 'entry-per-row') {
    return missing.map(({ id, traceIds }) => notFoundEntry(objectName, [id], traceIds));
  }
  const ids = missing.map(({ id }) => id);
  return [
    notFoundEntry(
      objectName,
      ids,
      missing.flatMap(({ traceIds }) => traceIds),
    ),
  ];
}

function rejectionEntries(rows: readonly Row[], portalId: number): readonly JsonObject[] {
  return rows.flatMap(({ input, outcome }) => {
    switch (outcome.kind) {
      case 'rejected':
        return [rejectionEntry(outcome.rejection, input, portalId)];
      case 'written':
        return outcome.associationRejection === undefined
          ? []
          : [rejectionEntry(outcome.associationRejection, input, portalId)];
      case 'missing':
      case 'dropped':
        return [];
    }
  });
}

/** Results in an order that has nothing to do with the inputs' (HubSpot staff: "there is no way to do it"). */
export function batchResults(rows: readonly Row[], view: BatchView): readonly JsonObject[] {
  const results = rows.flatMap((row) => resultBody(row, view));
  return orderByHash(results, (result) => JSON.stringify(result.id), view.seed);
}

export function batchErrors(rows: readonly Row[], view: BatchView): readonly JsonObject[] {
  return [...missingEntries(rows, view), ...rejectionEntries(rows, view.portalId)];
}

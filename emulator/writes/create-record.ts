import type { CrmRecord } from '../model/crm-record.ts';
import { checkAssociations, missingAssociation } from './check-associations.ts';
import { missingByRule, missingOnCreate } from './check-required.ts';
import { takenValue } from './check-unique.ts';
import { birthProperties, derivedProperties, lifecycleDates } from './computed-properties.ts';
import { judgeProperties } from './judge-properties.ts';
import type { Rejection } from './rejection.ts';
import type { RowInput, RowOutcome } from './row.ts';
import type { WriteScene } from './write-scene.ts';

type Values = Readonly<Record<string, string>>;

function rejected(rejection: Rejection): RowOutcome {
  return { kind: 'rejected', rejection };
}

function withoutEmpty(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

/** The record a create makes of accepted values. */
export function bearRecord(
  id: string,
  sent: Values,
  { store, nowMs, appId }: Pick<WriteScene, 'store' | 'nowMs' | 'appId'>,
): CrmRecord {
  const born = birthProperties(store, sent, { id, atMs: nowMs, appId });
  const values = withoutEmpty({ ...born, ...sent });
  const derived = derivedProperties(store, values);
  const dates = lifecycleDates(undefined, values.lifecyclestage, nowMs);
  const properties = withoutEmpty({ ...values, ...derived, ...dates });
  const entry = { timestampMs: nowMs, sourceType: 'INTEGRATION', sourceId: appId };
  return {
    id,
    objectTypeId: store.objectType.id,
    properties,
    changes: Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name, [{ value, ...entry }]]),
    ),
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  };
}

/** Creates one record, or tells the first reason not to: values, then required ones, then unique ones, then links. */
export function createRecord(
  input: RowInput,
  scene: WriteScene,
  bornInBatch: ReadonlySet<string>,
): RowOutcome {
  const judged = judgeProperties(input.properties, undefined, scene);
  if (judged.issues.length > 0) return rejected({ kind: 'invalid-values', issues: judged.issues });
  const missing =
    missingOnCreate(judged.values, scene) ??
    missingByRule(judged.values, 'create', scene) ??
    missingAssociation(input.associations, scene);
  if (missing !== undefined) return rejected(missing);
  const id = scene.portal.ids.next();
  const sent = withoutEmpty(judged.values);
  const taken = takenValue(sent, { recordId: id, isCreate: true, bornInBatch }, scene);
  if (taken !== undefined) return rejected(taken);
  const associations = checkAssociations(input.associations, id, scene);
  if (associations.kind === 'rejected' && !scene.behaviour.failedAssociationKeepsRecord) {
    return rejected(associations.rejection);
  }
  const record = bearRecord(id, sent, scene);
  scene.store.records.put(record);
  return {
    kind: 'written',
    record,
    before: undefined,
    isNew: true,
    sentNames: Object.keys(input.properties),
    warnings: judged.warnings,
    ...(associations.kind === 'rejected' ? { associationRejection: associations.rejection } : {}),
  };
}

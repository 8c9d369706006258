import type { CrmRecord } from '../model/crm-record.ts';
import { changeRecord, isLive } from '../model/crm-record.ts';
import { followMerges } from '../reads/find-record.ts';
import { foldKey, keysOf } from '../store/record-keys.ts';
import { missingByRule } from './check-required.ts';
import { takenValue } from './check-unique.ts';
import { derivedProperties, lifecycleDates } from './computed-properties.ts';
import { createRecord } from './create-record.ts';
import { judgeProperties } from './judge-properties.ts';
import type { RowInput, RowOutcome } from './row.ts';
import type { WriteScene } from './write-scene.ts';

type Values = Readonly<Record<string, string>>;

/** The record with accepted values and everything HubSpot derives from them; itself where nothing differs. */
function applyValues(record: CrmRecord, values: Values, scene: WriteScene): CrmRecord {
  const { store, nowMs, appId } = scene;
  const differs = Object.entries(values).some(([name, value]) => (record.properties[name] ?? '') !== value);
  if (!differs) return record;
  const source = { atMs: nowMs, sourceType: 'INTEGRATION', sourceId: appId };
  const changed = changeRecord(record, { properties: values, ...source });
  const properties = {
    ...derivedProperties(store, changed.properties),
    ...lifecycleDates(record.properties.lifecyclestage, changed.properties.lifecyclestage, nowMs),
    [store.objectType.modifiedDateProperty]: new Date(nowMs).toISOString(),
  };
  return changeRecord(changed, { properties, ...source });
}

/** Writes values to a live record. */
export function updateRecord(record: CrmRecord, properties: Values, scene: WriteScene): RowOutcome {
  const judged = judgeProperties(properties, record, scene);
  if (judged.issues.length > 0) {
    return { kind: 'rejected', rejection: { kind: 'invalid-values', issues: judged.issues } };
  }
  const rejection =
    missingByRule({ ...record.properties, ...judged.values }, judged.values, scene) ??
    takenValue(judged.values, { recordId: record.id, isCreate: false, bornInBatch: new Set() }, scene);
  if (rejection !== undefined) return { kind: 'rejected', rejection };
  const after = applyValues(record, judged.values, scene);
  if (after !== record) scene.store.records.put(after);
  return {
    kind: 'written',
    record: after,
    before: record,
    isNew: false,
    sentNames: Object.keys(properties),
    warnings: judged.warnings,
  };
}

/** One row of a batch update, addressed by record id or by a unique property. */
export function updateRow(input: RowInput, scene: WriteScene): RowOutcome {
  const id = input.id ?? '';
  const record =
    input.idProperty === undefined || input.idProperty === 'hs_object_id'
      ? scene.store.records.get(id)
      : scene.store.records.findByKey(input.idProperty, id);
  if (record?.mergedInto !== undefined && scene.behaviour.updateOfMergedId === 'silent') {
    return { kind: 'dropped', id };
  }
  const target = scene.behaviour.updateOfMergedId === 'winner' ? followMerges(record, scene.store) : record;
  if (target === undefined || !isLive(target)) return { kind: 'missing', id };
  return updateRecord(target, input.properties, scene);
}

/** An alias is no new primary e-mail, nor is the same address in other letters a change of it. */
function withoutOwnKeys(properties: Values, record: CrmRecord): Values {
  const email = properties.email;
  if (email === undefined || !keysOf(record, 'email').includes(foldKey('email', email))) return properties;
  return Object.fromEntries(Object.entries(properties).filter(([name]) => name !== 'email'));
}

function omittedAsCleared(record: CrmRecord, given: Values, scene: WriteScene): Values {
  const omitted = Object.keys(record.properties).filter(
    (name) => given[name] === undefined && scene.store.properties.get(name)?.readOnlyValue === false,
  );
  return Object.fromEntries(omitted.map((name) => [name, '']));
}

/** One row of a batch upsert: the record that holds the key is updated, else one with the key is created. */
export function upsertRow(input: RowInput, scene: WriteScene, bornInBatch: ReadonlySet<string>): RowOutcome {
  const key = input.idProperty ?? 'hs_object_id';
  const id = input.id ?? '';
  const { records } = scene.store;
  const holder = key === 'hs_object_id' ? records.get(id) : records.findByKey(key, id);
  const isAlias = holder !== undefined && key === 'email' && foldKey('email', id) !== holder.properties.email;
  if (holder === undefined || (isAlias && !scene.behaviour.upsertResolvesAliases)) {
    const properties = key === 'hs_object_id' ? input.properties : { [key]: id, ...input.properties };
    return createRecord({ ...input, properties }, scene, bornInBatch);
  }
  const given = withoutOwnKeys({ [key]: id, ...input.properties }, holder);
  const blanks =
    key === 'email' && !scene.behaviour.upsertKeepsOmittedProperties
      ? omittedAsCleared(holder, { ...given, email: id }, scene)
      : {};
  const written = key === 'hs_object_id' ? input.properties : { ...blanks, ...given };
  const outcome = updateRecord(holder, written, scene);
  if (outcome.kind !== 'written') return outcome;
  return { ...outcome, sentNames: [...new Set([...outcome.sentNames, key])] };
}

import type {
  AssociationSnapshot,
  FileSnapshot,
  ImportSnapshot,
  RecordSnapshot,
} from '../emulator-options.ts';
import type { Kernel } from '../http/kernel.ts';
import { revertImport } from '../imports/change-import.ts';
import type { CrmRecord } from '../model/crm-record.ts';
import { changeRecord } from '../model/crm-record.ts';
import type { Portal, TypeStore } from '../store/portal.ts';
import { derivedProperties } from '../writes/computed-properties.ts';
import { mergeRecords } from '../writes/merge-records.ts';

function requireType(portal: Portal, objectType: string): TypeStore {
  const store = portal.findType(objectType);
  if (store === undefined) throw new Error(`Unknown object type: ${objectType}`);
  return store;
}

function requireRecord(store: TypeStore, id: string): CrmRecord {
  const record = store.records.get(id);
  if (record === undefined) throw new Error(`Unknown ${store.objectType.name}: ${id}`);
  return record;
}

function snapshot(record: CrmRecord): RecordSnapshot {
  return {
    id: record.id,
    properties: { ...record.properties },
    archived: record.archivedAtMs !== undefined,
    createdAt: new Date(record.createdAtMs).toISOString(),
    updatedAt: new Date(record.updatedAtMs).toISOString(),
    ...(record.archivedAtMs === undefined ? {} : { archivedAt: new Date(record.archivedAtMs).toISOString() }),
    ...(record.mergedInto === undefined ? {} : { mergedInto: record.mergedInto }),
  };
}

/** Every record of the type, archived and merged ones too. */
export function snapshotRecords(portal: Portal, objectType: string): readonly RecordSnapshot[] {
  return requireType(portal, objectType).records.all().map(snapshot);
}

/** The files a user of the portal's file manager would see. */
export function snapshotFiles({ portal, clock }: Kernel): readonly FileSnapshot[] {
  return portal.files.all(clock.nowMs()).map(({ id, path, access, bytes, createdAtMs, updatedAtMs }) => ({
    id,
    path,
    access,
    size: bytes.byteLength,
    text: new TextDecoder().decode(bytes),
    createdAt: new Date(createdAtMs).toISOString(),
    updatedAt: new Date(updatedAtMs).toISOString(),
  }));
}

/** Somebody merges two records in the CRM. */
export function mergeStoredRecords(
  { portal, clock }: Kernel,
  objectType: string,
  { winnerId, loserId }: { readonly winnerId: string; readonly loserId: string },
): void {
  const store = requireType(portal, objectType);
  const nowMs = clock.nowMs();
  const pair = mergeRecords(requireRecord(store, winnerId), requireRecord(store, loserId), nowMs);
  store.records.put(pair.loser);
  store.records.put(pair.winner);
  store.search.add(pair.loser, nowMs);
  store.search.add(pair.winner, nowMs);
}

/** A colleague edits a record in the CRM: the values are taken as they are. */
export function editStoredRecord(
  { portal, clock }: Kernel,
  objectType: string,
  {
    recordId,
    properties,
  }: { readonly recordId: string; readonly properties: Readonly<Record<string, string>> },
): void {
  const store = requireType(portal, objectType);
  const atMs = clock.nowMs();
  const source = { atMs, sourceType: 'CRM_UI', sourceId: 'userId:60101' };
  const edited = changeRecord(requireRecord(store, recordId), { properties, ...source });
  const computed = {
    ...derivedProperties(store, edited.properties),
    [store.objectType.modifiedDateProperty]: new Date(atMs).toISOString(),
  };
  const record = changeRecord(edited, { properties: computed, ...source });
  store.records.put(record);
  store.search.add(record, atMs);
}

export function snapshotImports({ imports }: Kernel): readonly ImportSnapshot[] {
  return imports.all().map(({ id, order, state, rowsDone, errors }) => ({
    id,
    name: order.name,
    state,
    rowsDone,
    errors: errors.length,
  }));
}

/** Somebody takes an import back in HubSpot. */
export function revertStoredImport(kernel: Kernel, importId: string): void {
  const job = kernel.imports.get(importId);
  if (job === undefined) throw new Error(`Unknown import: ${importId}`);
  revertImport(job, kernel);
}

/** Every association in both of its directions. */
export function snapshotAssociations({ portal }: Kernel): readonly AssociationSnapshot[] {
  return portal.associations.all().map(({ from, to, association }) => ({
    fromType: from.typeId,
    fromId: from.id,
    toType: to.typeId,
    toId: to.id,
    typeId: association.typeId,
  }));
}

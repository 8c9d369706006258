import {
  findStandardObjectType,
  RECORD_ID_PROPERTY,
  type Operation,
  type RecordLimit,
} from '@bulk-records/core';
import type { OpenRecord } from './association.ts';

/** Where in HubSpot the flow stands. */
export type Place =
  | { readonly kind: 'record'; readonly objectTypeId: string; readonly recordId: string }
  /** A page of its own: no record is open, and no object is meant before the admin says so. */
  | { readonly kind: 'page' }
  /** Records that were selected in a list. */
  | { readonly kind: 'selection'; readonly objectTypeId: string; readonly recordIds: readonly string[] };

/** The records the flow is about from its start; nothing else can take their place. */
export interface Selection {
  readonly objectType: string;
  readonly recordIds: readonly string[];
  /** Their values come from a sheet, whose other rows are left out; else all get the same. */
  readonly hasSheet: boolean;
}

/** What most lists that are pasted are about. */
const USUAL_OBJECT = 'contacts';

export function objectTypeOf(place: Place): string {
  return place.kind === 'page' ? USUAL_OBJECT : nameOf(place.objectTypeId);
}

export function openRecordOf(place: Place): OpenRecord | null {
  return place.kind === 'record'
    ? { objectType: nameOf(place.objectTypeId), recordId: place.recordId }
    : null;
}

export function selectionOf(place: Place): Selection | null {
  if (place.kind !== 'selection') return null;
  const { objectTypeId, recordIds } = place;
  return { objectType: nameOf(objectTypeId), recordIds, hasSheet: false };
}

/** HubSpot's contexts name standard objects by number, its paths by name. */
function nameOf(objectTypeId: string): string {
  return findStandardObjectType(objectTypeId)?.objectType ?? objectTypeId;
}

/** What can be done with selected records: they exist, and are known by their ids. */
const FOR_SELECTION: ReadonlySet<Operation> = new Set<Operation>(['update', 'archive']);

export function operationsFor(
  selection: Selection | null,
  offered: readonly Operation[],
): readonly Operation[] {
  return selection === null ? offered : offered.filter((operation) => FOR_SELECTION.has(operation));
}

export function firstOperationFor(selection: Selection | null): Operation {
  return selection === null ? 'upsert' : 'update';
}

/** The key that is chosen before the admin chooses one; null: the most sensible one. A sheet brings its own. */
export function firstKeyFor(selection: Selection | null): string | null {
  return selection === null || selection.hasSheet ? null : RECORD_ID_PROPERTY;
}

/** The only records of an object type that may be touched; absent: all. */
export function limitOf(selection: Selection | null, objectType: string): { readonly limit?: RecordLimit } {
  if (selection === null) return {};
  return { limit: new Set(selection.objectType === objectType ? selection.recordIds : []) };
}

import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { Association } from '../contract/write-records.ts';
import type { RowIdentity } from '../records/row-identity.ts';
import { associationsOf, toInline } from './associations-of.ts';
import type { Plan, PlannedRow, PlanTarget, Values } from './plan.ts';

/** One record to send. */
export interface RecordToWrite extends RowIdentity {
  readonly properties: Values;
  readonly associations: readonly Association[];
  /** What HubSpot held of the same properties when the plan was made; absent for a record that is created. */
  readonly before?: Values;
  /** Properties the plan would have written, and that somebody changed in HubSpot since. */
  readonly changedSince?: readonly string[];
}

/** What one endpoint can write: records of one operation, found by one key. */
export interface PlanPart extends PlanTarget {
  /** The key is a value of the row property, made for this run: whatever has it was made by this run. */
  readonly hasRowKeys?: boolean;
  readonly toWrite: readonly RecordToWrite[];
}

/**
 * A plan as HubSpot can take it. Records that exist are updated or archived by their record id, whatever key found
 * them: HubSpot takes no e-mail address there, an upsert would make a new record of one deleted since, and a secondary
 * address must not become the primary one. Creates come first.
 */
export function partsOf(plan: Plan): readonly PlanPart[] {
  const { rows, ...rest } = plan;
  const { objectType, apiVersion, keyProperty, properties, operation } = rest;
  const target = { objectType, apiVersion, properties };
  const byId = { ...target, keyProperty: RECORD_ID_PROPERTY };
  const parts: readonly PlanPart[] = [
    {
      ...target,
      keyProperty,
      operation: operation === 'create' ? 'create' : 'upsert',
      toWrite: rows.flatMap((row) =>
        createOf(row, operation === 'create' ? toInline(associationsOf(row, plan)) : []),
      ),
    },
    { ...byId, operation: 'update', toWrite: rows.flatMap(updateOf) },
    { ...byId, operation: 'archive', toWrite: rows.flatMap(archiveOf) },
  ];
  return parts.filter(({ toWrite }) => toWrite.length > 0);
}

function createOf(row: PlannedRow, associations: readonly Association[]): readonly RecordToWrite[] {
  if (row.kind !== 'create') return [];
  const { slot, rowNumber, key, properties } = row;
  return [{ slot, rowNumber, key, properties, associations }];
}

function updateOf(row: PlannedRow): readonly RecordToWrite[] {
  if (row.kind !== 'update') return [];
  const { slot, rowNumber, recordId, properties, before } = row;
  return [{ slot, rowNumber, key: recordId, properties, before, associations: [] }];
}

function archiveOf(row: PlannedRow): readonly RecordToWrite[] {
  if (row.kind !== 'archive') return [];
  const { slot, rowNumber, recordId } = row;
  return [{ slot, rowNumber, key: recordId, properties: {}, associations: [] }];
}

import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { DraftRecord } from '../records/draft-record.ts';
import { identityOf } from '../records/row-identity.ts';
import type { PlannedColumn, PlannedRow, PlanTarget } from './plan.ts';

interface UncomparedChoices {
  readonly target: Pick<PlanTarget, 'operation' | 'keyProperty'>;
  readonly columns: readonly PlannedColumn[];
  /** Whether options of a column are added to those HubSpot holds. */
  readonly appends: boolean;
}

/**
 * Whether rows can be written without reading first what HubSpot holds: nothing asks for the old value, and HubSpot
 * itself finds the record. An update by another key than the record id needs the id, an archive is never done blindly.
 */
export function mayStayUncompared({ target, columns, appends }: UncomparedChoices): boolean {
  if (appends || columns.some(({ policy }) => policy !== 'overwrite')) return false;
  const { operation, keyProperty } = target;
  return operation === 'upsert' || operation === 'create' || isById({ operation, keyProperty });
}

function isById({ operation, keyProperty }: UncomparedChoices['target']): boolean {
  return operation === 'update' && keyProperty === RECORD_ID_PROPERTY;
}

/**
 * What becomes of a row with a key whose record nobody has looked at. `before` holds nothing: such a write cannot be
 * taken back.
 */
export function planUncompared(
  draft: Pick<DraftRecord, 'slot' | 'rowNumber' | 'key' | 'properties'>,
  target: UncomparedChoices['target'],
): PlannedRow {
  const identity = identityOf(draft);
  const { key, properties } = draft;
  if (key !== null && isById(target)) {
    return { ...identity, kind: 'update', recordId: key, properties, before: {}, kept: [] };
  }
  const { operation } = target;
  return operation === 'upsert' || operation === 'create'
    ? { ...identity, kind: 'create', properties }
    : { ...identity, kind: 'unread' };
}

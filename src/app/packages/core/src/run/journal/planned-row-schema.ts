import * as v from 'valibot';
import { plannedAssociationSchema } from '../../contract/associate-records.ts';
import { DUPLICATE_CHOICES } from '../../plan/duplicates.ts';
import { UNRESOLVED_REASONS } from '../../plan/unresolved-association.ts';
import type { PlannedRow } from '../../plan/plan.ts';
import { identityOf } from '../../records/row-identity.ts';
import { recordIssueSchema } from './record-issue-schema.ts';

const identity = {
  slot: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  rowNumber: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  key: v.nullable(v.string()),
  associations: v.exactOptional(v.array(plannedAssociationSchema)),
  unresolved: v.exactOptional(
    v.array(v.object({ toObjectType: v.string(), name: v.string(), why: v.picklist(UNRESOLVED_REASONS) })),
  ),
};
const values = v.record(v.string(), v.string());
const recordId = v.pipe(v.string(), v.regex(/^\d{1,20}$/));
const kept = v.array(
  v.object({
    property: v.string(),
    wanted: v.string(),
    reason: v.picklist(['fill-blanks', 'never', 'moves-backwards', 'changed-since']),
  }),
);
/** Absent in journals of earlier versions, and of rows that name other records. */
const draft = v.exactOptional(v.object({ properties: values }));

/** A planned row as a journal keeps it. */
export const plannedRowSchema: v.GenericSchema<unknown, PlannedRow> = v.variant('kind', [
  v.object({ ...identity, kind: v.literal('create'), properties: values }),
  v.object({ ...identity, kind: v.literal('update'), recordId, properties: values, before: values, kept }),
  v.object({ ...identity, kind: v.literal('archive'), recordId }),
  v.object({ ...identity, kind: v.literal('unchanged'), recordId, kept }),
  v.object({
    ...identity,
    kind: v.literal('blocked'),
    issues: v.fallback(v.array(recordIssueSchema), [{ code: 'left-out-by-plan' }]),
    draft,
  }),
  v.object({
    ...identity,
    kind: v.literal('duplicate'),
    ofRow: v.number(),
    choice: v.picklist(DUPLICATE_CHOICES),
  }),
  v.object({ ...identity, kind: v.literal('missing'), draft }),
  v.object({ ...identity, kind: v.literal('unread'), draft }),
]);

/** What a journal keeps of a row: the records that its cells name would need their object types along with them. */
export function rowToKeep(planned: PlannedRow): PlannedRow {
  const row = withoutColumns(planned);
  if (row.kind !== 'blocked' && row.kind !== 'missing' && row.kind !== 'unread') return row;
  if (row.draft?.named === undefined) return row;
  const identity = identityOf(row);
  return row.kind === 'blocked'
    ? { ...identity, kind: row.kind, issues: row.issues }
    : { ...identity, kind: row.kind };
}

function withoutColumns(row: PlannedRow): PlannedRow {
  if (row.unresolved === undefined) return row;
  const unresolved = row.unresolved.map(({ toObjectType, name, why }) => ({ toObjectType, name, why }));
  return { ...row, unresolved };
}

import * as v from 'valibot';
import { plannedAssociationSchema } from '../../contract/associate-records.ts';
import { DUPLICATE_CHOICES } from '../../plan/duplicates.ts';
import { UNRESOLVED_REASONS } from '../../plan/unresolved-association.ts';
import type { PlannedRow } from '../../plan/plan.ts';

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
const leftOut = { code: 'left-out-by-plan' } as const;

/** A planned row as a journal keeps it. Why a row is blocked stands in the table of outcomes, not here. */
export const plannedRowSchema: v.GenericSchema<unknown, PlannedRow> = v.variant('kind', [
  v.object({ ...identity, kind: v.literal('create'), properties: values }),
  v.object({ ...identity, kind: v.literal('update'), recordId, properties: values, before: values, kept }),
  v.object({ ...identity, kind: v.literal('archive'), recordId }),
  v.object({ ...identity, kind: v.literal('unchanged'), recordId, kept }),
  v.object({
    ...identity,
    kind: v.literal('blocked'),
    issues: v.pipe(
      v.unknown(),
      v.transform(() => [leftOut]),
    ),
  }),
  v.object({
    ...identity,
    kind: v.literal('duplicate'),
    ofRow: v.number(),
    choice: v.picklist(DUPLICATE_CHOICES),
  }),
  v.object({ ...identity, kind: v.literal('missing') }),
  v.object({ ...identity, kind: v.literal('unread') }),
]);

import * as v from 'valibot';
import { SETTLED_KINDS } from '../../outcomes/association-outcome.ts';
import { UNRESOLVED_REASONS } from '../../plan/unresolved-association.ts';
import { recordIssueSchema } from './record-issue-schema.ts';
import { NOT_SENT_REASONS, UNKNOWN_REASONS, type Outcome } from '../../outcomes/outcome.ts';

const identity = {
  slot: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  rowNumber: v.number(),
  key: v.nullable(v.string()),
  associations: v.exactOptional(
    v.array(
      v.variant('kind', [
        v.object({
          toObjectType: v.string(),
          toId: v.string(),
          name: v.exactOptional(v.string()),
          kind: v.picklist(SETTLED_KINDS),
          reason: v.string(),
        }),
        v.object({
          toObjectType: v.string(),
          name: v.string(),
          kind: v.literal('unresolved'),
          why: v.picklist(UNRESOLVED_REASONS),
        }),
      ]),
    ),
  ),
};
const text = v.nullable(v.string());
const record = {
  recordId: v.string(),
  url: text,
  evidence: v.object({
    from: v.picklist(['answer', 'read-back', 'plan']),
    matchedBy: v.picklist(['trace-id', 'record-id', 'key', 'values']),
    isFromEarlierAttempt: v.boolean(),
  }),
  differences: v.array(v.object({ property: v.string(), sent: v.string(), stored: v.string() })),
  warnings: v.array(v.string()),
  updatedAt: text,
  changedSince: v.array(v.string()),
};
const written = { ...identity, ...record };
const rejection = v.object({
  category: text,
  message: v.string(),
  values: v.array(v.object({ code: text, property: text, message: v.string() })),
  correlationId: text,
});
const partly = v.exactOptional(v.object({ kind: v.picklist(['created', 'updated']), ...record }));

/** An outcome as a journal keeps it. */
export const outcomeSchema: v.GenericSchema<unknown, Outcome> = v.variant('kind', [
  v.object({ ...written, kind: v.picklist(['created', 'updated', 'unchanged', 'archived']) }),
  v.object({ ...identity, kind: v.literal('rejected'), rejection, recordId: text, partly }),
  v.object({ ...identity, kind: v.literal('conflict'), rejection, existingId: text }),
  v.object({
    ...identity,
    kind: v.literal('skipped'),
    issues: v.fallback(v.array(recordIssueSchema), [{ code: 'left-out-by-plan' }]),
  }),
  v.object({
    ...identity,
    kind: v.literal('not-sent'),
    reason: v.picklist(NOT_SENT_REASONS),
    detail: v.string(),
  }),
  v.object({
    ...identity,
    kind: v.literal('unknown'),
    reason: v.picklist(UNKNOWN_REASONS),
    detail: v.string(),
  }),
]);

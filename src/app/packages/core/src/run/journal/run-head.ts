import * as v from 'valibot';
import { apiVersionSchema } from '../../contract/api-version.ts';
import { objectTypeSchema, propertyNameSchema } from '../../contract/object-type.ts';
import { operationSchema } from '../../contract/operation.ts';
import { RUN_STATES, runChunkSchema, runIdSchema, type RunSummary } from '../../contract/run-journal.ts';
import { plannedAssociationSchema } from '../../contract/associate-records.ts';
import { OUTCOME_KINDS } from '../../outcomes/outcome.ts';
import { COLUMN_POLICIES } from '../../records/column-policy.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What a journal says of a run as a whole; rewritten as the run goes on. */
export const runHeadSchema = v.object({
  version: v.literal(1),
  runId: runIdSchema,
  digest: v.string(),
  operation: operationSchema,
  objectType: objectTypeSchema,
  apiVersion: apiVersionSchema,
  keyProperty: v.nullable(propertyNameSchema),
  columns: v.array(
    v.object({
      header: v.string(),
      property: propertyNameSchema,
      policy: v.picklist(COLUMN_POLICIES),
      appends: v.exactOptional(v.boolean()),
    }),
  ),
  associations: v.array(plannedAssociationSchema),
  /** Milliseconds since the epoch, as all moments here. */
  readAt: v.number(),
  isUncompared: v.exactOptional(v.literal(true)),
  rowCount: count,
  startedAt: v.number(),
  /** As HubSpot names the person to the card; nobody vouches for it. */
  startedBy: v.string(),
  endedAt: v.nullable(v.number()),
  state: v.picklist(RUN_STATES),
  counts: v.object(v.entriesFromList(OUTCOME_KINDS, count)),
  /** How many pieces of each kind there are. */
  planPieces: count,
  rowPieces: count,
  /** The run this one takes back; null for any other. */
  undoes: v.nullable(runIdSchema),
  chunk: v.exactOptional(runChunkSchema),
});

export type RunHead = v.InferOutput<typeof runHeadSchema>;
export type RunState = RunHead['state'];

/** What a list says of the run. */
export function summaryOf(head: RunHead): RunSummary {
  return {
    runId: head.runId,
    digest: head.digest,
    operation: head.operation,
    objectType: head.objectType,
    rowCount: head.rowCount,
    startedAt: head.startedAt,
    startedBy: head.startedBy,
    endedAt: head.endedAt,
    state: head.state,
    counts: head.counts,
    undoes: head.undoes,
    ...(head.chunk === undefined ? {} : { chunk: head.chunk }),
  };
}

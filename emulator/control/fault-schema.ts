import * as v from 'valibot';
import type { Fault } from '../http/fault.ts';
import { faultyOperations } from '../http/fault.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const common = {
  match: v.exactOptional(
    v.object({
      path: v.exactOptional(v.string()),
      method: v.exactOptional(v.string()),
      operation: v.exactOptional(v.picklist(faultyOperations)),
      objectType: v.exactOptional(v.string()),
      holds: v.exactOptional(v.string()),
      nth: v.exactOptional(count),
      times: v.exactOptional(v.union([count, v.literal('all')])),
    }),
  ),
  when: v.exactOptional(v.picklist(['before-write', 'after-write', 'half-written'])),
};

/** A fault as JSON. */
export const faultSchema: v.GenericSchema<unknown, Fault> = v.variant('kind', [
  v.object({
    ...common,
    kind: v.literal('status'),
    status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
    body: v.exactOptional(v.picklist(['html', 'json', 'empty'])),
    retryAfter: v.exactOptional(v.string()),
    message: v.exactOptional(v.string()),
  }),
  v.object({
    ...common,
    kind: v.literal('rate-limit'),
    policy: v.picklist(['ten-secondly', 'secondly', 'daily']),
  }),
  v.object({ ...common, kind: v.literal('reset') }),
  v.object({ ...common, kind: v.literal('hang') }),
  v.object({ ...common, kind: v.literal('truncate') }),
  v.object({ ...common, kind: v.literal('omit-row'), rows: v.exactOptional(count) }),
  v.object({ ...common, kind: v.literal('strip-trace-ids') }),
  v.object({ ...common, kind: v.literal('strip-context') }),
  v.object({ ...common, kind: v.literal('empty-errors') }),
  v.object({ ...common, kind: v.literal('empty-result') }),
  v.object({ ...common, kind: v.literal('slow'), delayMs: v.number() }),
  v.object({ ...common, kind: v.literal('expire-token') }),
  v.object({ ...common, kind: v.literal('revoke-scopes'), scopes: v.array(v.string()) }),
]);

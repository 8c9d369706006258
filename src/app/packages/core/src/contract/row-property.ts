import * as v from 'valibot';
import { apiVersionSchema } from './api-version.ts';
import { failureSchema } from './function-error.ts';
import { objectTypeSchema } from './object-type.ts';

export const ROW_PROPERTY = 'row_property';

/**
 * A unique property of this product's own. Records that are created without a key of theirs get a value in it that no
 * other row of any run has, so that a record whose answer was lost is found by it and never made twice.
 */
export const ROW_PROPERTY_NAME = 'bulk_records_row';

/** Asks for the property to be made. HubSpot decides uniqueness once, when a property is made. */
export const rowPropertyRequestSchema = v.strictObject({
  objectType: objectTypeSchema,
  apiVersion: apiVersionSchema,
});

export const rowPropertyReplySchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    /** `already-there`: a property of that name exists, whatever it is like. */
    kind: v.picklist(['made', 'already-there']),
  }),
  failureSchema,
]);

export type RowPropertyRequest = v.InferOutput<typeof rowPropertyRequestSchema>;
export type RowPropertyReply = v.InferOutput<typeof rowPropertyReplySchema>;

import * as v from 'valibot';
import { failureSchema } from './function-error.ts';
import { MAX_REMEMBERED_COLUMNS, MAX_REMEMBERED_HEADER_LENGTH } from './limits.ts';
import { objectTypeSchema } from './object-type.ts';
import { rememberedMappingSchema } from './remembered-mapping.ts';

export const MAPPING_MEMORY = 'mapping_memory';

/** Where a mapping is remembered follows from these two; a caller never names a file. */
const subject = {
  objectType: objectTypeSchema,
  headers: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(MAX_REMEMBERED_HEADER_LENGTH))),
    v.minLength(1),
    v.maxLength(MAX_REMEMBERED_COLUMNS),
  ),
};

export const mappingMemoryRequestSchema = v.variant('operation', [
  v.strictObject({ operation: v.literal('recall'), ...subject }),
  /** The headers are those of the mapping's columns; `savedAt` is set when it is stored. */
  v.strictObject({ operation: v.literal('keep'), mapping: rememberedMappingSchema }),
  v.strictObject({ operation: v.literal('forget'), ...subject }),
]);

export const mappingMemoryReplySchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    /** What is remembered after the call. */
    memory: v.variant('kind', [
      v.object({ kind: v.literal('mapping'), mapping: rememberedMappingSchema }),
      v.object({ kind: v.literal('nothing') }),
      /** A file is there that this product did not write so, or a later version of it did: it counts for nothing. */
      v.object({ kind: v.literal('unreadable') }),
      v.object({ kind: v.literal('newer') }),
    ]),
  }),
  failureSchema,
]);

export type MappingMemoryRequest = v.InferOutput<typeof mappingMemoryRequestSchema>;
export type MappingMemoryReply = v.InferOutput<typeof mappingMemoryReplySchema>;
export type MappingMemory = Extract<MappingMemoryReply, { readonly ok: true }>['memory'];

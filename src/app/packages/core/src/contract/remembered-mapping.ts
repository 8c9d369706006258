import * as v from 'valibot';
import { decodeWith, notAList } from './json.ts';
import { MAX_REMEMBERED_COLUMNS, MAX_REMEMBERED_HEADER_LENGTH } from './limits.ts';
import { objectTypeSchema, propertyNameSchema } from './object-type.ts';
import { operationSchema } from './operation.ts';

/** Raised when a reader of the old version would misunderstand a file; new choices alone do not need it. */
const VERSION = 1;
const KIND = 'bulk-records-mapping';

const choiceNameSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'expected the name of a choice'),
);
const scalarSchema = v.union([
  v.pipe(v.string(), v.maxLength(200)),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.null(),
]);

/**
 * Choices by name, flat and small. What the names mean is known in one place, the core's `remembered-choices.ts`;
 * a reader passes over the names it does not know, so a later version may add some.
 */
const choicesSchema = v.pipe(
  notAList,
  v.record(
    choiceNameSchema,
    v.union([scalarSchema, v.pipe(notAList, v.record(choiceNameSchema, scalarSchema), v.maxEntries(10))]),
  ),
  v.maxEntries(20),
);

const columnSchema = v.strictObject({
  header: v.pipe(v.string(), v.maxLength(MAX_REMEMBERED_HEADER_LENGTH)),
  /** Internal name; null: the column is left out. */
  property: v.nullable(propertyNameSchema),
  choices: choicesSchema,
});

/** The pattern lets a few texts pass that are no date to JavaScript. */
const savedAtSchema = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'expected a time'),
);

/** A mapping with its choices as it is stored, exported and imported: headers and properties, no cell of any row. */
export const rememberedMappingSchema = v.strictObject({
  kind: v.literal(KIND),
  version: v.literal(VERSION),
  savedAt: savedAtSchema,
  objectType: objectTypeSchema,
  operation: operationSchema,
  keyProperty: v.nullable(propertyNameSchema),
  /** In the order of the table it was made for; headers may repeat. */
  columns: v.pipe(v.array(columnSchema), v.minLength(1), v.maxLength(MAX_REMEMBERED_COLUMNS)),
  choices: choicesSchema,
});

export type RememberedMapping = v.InferOutput<typeof rememberedMappingSchema>;
export type RememberedColumn = RememberedMapping['columns'][number];
export type RememberedChoices = v.InferOutput<typeof choicesSchema>;

/** The fields that say what a document is. */
export const MAPPING_DOCUMENT = { kind: KIND, version: VERSION } as const;

export type ReadMapping =
  | { readonly kind: 'mapping'; readonly mapping: RememberedMapping }
  /** Written by a later version of this product. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'unreadable'; readonly problems: readonly string[] };

const versionSchema = v.object({
  kind: v.literal(KIND),
  version: v.pipe(v.number(), v.minValue(VERSION + 1)),
});

/** Reads what somebody may have changed or made up. */
export function readRememberedMapping(text: string): ReadMapping {
  const parsed = parseJson(text);
  if (v.is(versionSchema, parsed)) return { kind: 'newer' };
  const decoded = decodeWith(rememberedMappingSchema, parsed);
  if (decoded.ok) return { kind: 'mapping', mapping: decoded.value };
  return { kind: 'unreadable', problems: decoded.problems };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What tables of one kind have in common: their headers, in any order, as often as they occur. Blanks around a header
 * and the ways to write one letter in Unicode make no difference.
 */
export function headerSetOf(headers: readonly string[]): readonly string[] {
  return headers.map(normalHeader).sort();
}

export function normalHeader(header: string): string {
  return header.normalize('NFC').trim();
}

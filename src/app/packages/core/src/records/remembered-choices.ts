import * as v from 'valibot';
import { objectTypeSchema, propertyNameSchema } from '../contract/object-type.ts';
import type { RememberedChoices } from '../contract/remembered-mapping.ts';
import type { NamedBy } from '../mapping/mapping.ts';
import { COLUMN_POLICIES, type ColumnPolicy } from './column-policy.ts';
import type { ValueChoices } from './draft-choices.ts';
import type { CellFormat } from './values/cell-format.ts';

/** What is remembered of the choices; fixes are not, they quote cells, and the portal knows its time zone. */
export type RememberedValues = Required<Pick<ValueChoices, 'formats' | 'appendingColumns' | 'policies'>> &
  Pick<ValueChoices, 'clearToken'>;

/** That every record is associated with the open one, of which type that was, and by which label. */
export type OpenRecordChoice = Pick<NamedBy, 'objectType' | 'typeName'>;

/*
 * The one place that knows by which names choices are remembered. A new kind of choice is a new name here, in both
 * directions; files written before do not have it, and readers from before pass over it.
 */

/** The records a column names, which goes to no property. */
export function associationChoiceOf(namedBy: NamedBy): RememberedChoices {
  return { association: { ...namedBy } };
}

/** The way back; null where nothing is remembered, or nothing that is understood. */
export function readAssociationChoice(choices: RememberedChoices): NamedBy | null {
  const read = v.safeParse(namedBySchema, choices['association']);
  return read.success ? read.output : null;
}

/** The choices of one column, by name. */
export function columnChoicesOf(values: ValueChoices, columnIndex: number): RememberedChoices {
  const format = values.formats?.get(columnIndex);
  const policy = values.policies?.get(columnIndex);
  return {
    ...(format === undefined ? {} : { format: { ...format } }),
    ...(values.appendingColumns?.has(columnIndex) === true ? { appends: true } : {}),
    ...(policy === undefined ? {} : { policy }),
  };
}

/** The choices for all columns. */
export function sharedChoicesOf(
  { clearToken }: ValueChoices,
  openRecord: OpenRecordChoice | null = null,
): RememberedChoices {
  return {
    ...(clearToken === undefined || clearToken === '' ? {} : { clearToken }),
    ...(openRecord === null ? {} : { openRecord: { ...openRecord } }),
  };
}

/** The way back of the choice about the open record. */
export function readOpenRecordChoice(shared: RememberedChoices): OpenRecordChoice | null {
  const read = v.safeParse(openRecordSchema, shared['openRecord']);
  return read.success ? read.output : null;
}

/** The way back; what does not mean anything, any more or yet, counts for nothing. */
export function readChoices(
  ofColumns: ReadonlyMap<number, RememberedChoices>,
  shared: RememberedChoices,
): RememberedValues {
  const formats = new Map<number, CellFormat>();
  const appendingColumns = new Set<number>();
  const policies = new Map<number, ColumnPolicy>();
  for (const [columnIndex, choices] of ofColumns) {
    const format = v.safeParse(formatSchema, choices['format']);
    if (format.success) formats.set(columnIndex, format.output);
    const policy = v.safeParse(policySchema, choices['policy']);
    if (policy.success) policies.set(columnIndex, policy.output);
    if (choices['appends'] === true) appendingColumns.add(columnIndex);
  }
  const { clearToken } = shared;
  return { formats, appendingColumns, policies, ...(typeof clearToken === 'string' ? { clearToken } : {}) };
}

/** One schema per format: a format that is missing here does not compile. */
const FORMAT_SCHEMAS = {
  number: v.strictObject({
    kind: v.literal('number'),
    decimalMark: v.picklist(['.', ',']),
    percentAs: v.picklist(['fraction', 'points']),
  }),
  date: v.strictObject({
    kind: v.literal('date'),
    order: v.picklist(['dmy', 'mdy', 'ymd']),
    firstYear: v.picklist([1930, 2000]),
  }),
  phone: v.strictObject({
    kind: v.literal('phone'),
    country: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  }),
  plain: v.strictObject({ kind: v.literal('plain') }),
  cleaned: v.strictObject({ kind: v.literal('cleaned') }),
  unchecked: v.strictObject({ kind: v.literal('unchecked') }),
} satisfies {
  readonly [Kind in CellFormat['kind']]: v.GenericSchema<unknown, CellFormat & { readonly kind: Kind }>;
};

const typeNameSchema = v.nullable(v.string());
const namedBySchema = v.strictObject({
  objectType: objectTypeSchema,
  keyProperty: propertyNameSchema,
  typeName: typeNameSchema,
});
const openRecordSchema = v.strictObject({ objectType: objectTypeSchema, typeName: typeNameSchema });

const policySchema = v.picklist(COLUMN_POLICIES);

const formatSchema: v.GenericSchema<unknown, CellFormat> = v.union(Object.values(FORMAT_SCHEMAS));

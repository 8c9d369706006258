import * as v from 'valibot';
import type { RememberedChoices } from '../contract/remembered-mapping.ts';
import type { ValueChoices } from './draft-choices.ts';
import type { CellFormat } from './values/cell-format.ts';

/** What is remembered of the choices; fixes are not, they quote cells, and the portal knows its time zone. */
export type RememberedValues = Required<Pick<ValueChoices, 'formats' | 'appendingColumns'>> &
  Pick<ValueChoices, 'clearToken'>;

/*
 * The one place that knows by which names choices are remembered. A new kind of choice is a new name here, in both
 * directions; files written before do not have it, and readers from before pass over it.
 */

/** The choices of one column, by name. */
export function columnChoicesOf(values: ValueChoices, columnIndex: number): RememberedChoices {
  const format = values.formats?.get(columnIndex);
  return {
    ...(format === undefined ? {} : { format: { ...format } }),
    ...(values.appendingColumns?.has(columnIndex) === true ? { appends: true } : {}),
  };
}

/** The choices for all columns. */
export function sharedChoicesOf({ clearToken }: ValueChoices): RememberedChoices {
  return clearToken === undefined ? {} : { clearToken };
}

/** The way back; what does not mean anything, any more or yet, counts for nothing. */
export function readChoices(
  ofColumns: ReadonlyMap<number, RememberedChoices>,
  shared: RememberedChoices,
): RememberedValues {
  const formats = new Map<number, CellFormat>();
  const appendingColumns = new Set<number>();
  for (const [columnIndex, choices] of ofColumns) {
    const format = v.safeParse(formatSchema, choices['format']);
    if (format.success) formats.set(columnIndex, format.output);
    if (choices['appends'] === true) appendingColumns.add(columnIndex);
  }
  const { clearToken } = shared;
  return { formats, appendingColumns, ...(typeof clearToken === 'string' ? { clearToken } : {}) };
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
  plain: v.strictObject({ kind: v.literal('plain') }),
  unchecked: v.strictObject({ kind: v.literal('unchecked') }),
} satisfies {
  readonly [Kind in CellFormat['kind']]: v.GenericSchema<unknown, CellFormat & { readonly kind: Kind }>;
};

const formatSchema: v.GenericSchema<unknown, CellFormat> = v.union(Object.values(FORMAT_SCHEMAS));

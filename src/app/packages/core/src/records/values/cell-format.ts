export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export type DecimalMark = '.' | ',';

/**
 * One way to read the cells of a column. `unchecked` sends them as typed and leaves the judgement to HubSpot;
 * `plain` is for values that can be read in one way only, `cleaned` takes from such the characters nobody sees.
 */
export type CellFormat =
  | {
      readonly kind: 'number';
      readonly decimalMark: DecimalMark;
      /** `12 %` as 0.12 (what HubSpot's percentage properties hold) or as 12. */
      readonly percentAs: 'fraction' | 'points';
    }
  | {
      readonly kind: 'date';
      readonly order: DateOrder;
      /** First of the hundred years that two digits stand for; Excel's own is 1930. */
      readonly firstYear: 1930 | 2000;
    }
  /** Phone numbers in the international format, where they are certain; dialled in `country` (ISO 3166), if in any. */
  | { readonly kind: 'phone'; readonly country: string | null }
  | { readonly kind: 'plain' }
  | { readonly kind: 'cleaned' }
  | { readonly kind: 'unchecked' };

export type NumberFormat = Extract<CellFormat, { readonly kind: 'number' }>;
export type DateFormat = Extract<CellFormat, { readonly kind: 'date' }>;

/** Every way to read a number, and a date. Of those that read a column alike the first is taken. */
export const NUMBER_FORMATS = (['.', ','] as const).flatMap((decimalMark) =>
  (['points', 'fraction'] as const).map((percentAs): NumberFormat => ({
    kind: 'number',
    decimalMark,
    percentAs,
  })),
);
export const DATE_FORMATS = (['dmy', 'mdy', 'ymd'] as const).flatMap((order) =>
  ([2000, 1930] as const).map((firstYear): DateFormat => ({ kind: 'date', order, firstYear })),
);

/**
 * What the whole column leaves possible. `alternatives` are the ways that read its cells differently. `examples` are
 * cells that mean something else in each; where there are any, the admin has to choose, and until then such cells
 * are issues. Cells that contradict each other may leave several alternatives and nothing to ask.
 */
export interface ColumnFormat {
  readonly alternatives: readonly CellFormat[];
  readonly examples: readonly string[];
  /** The alternatives, and those that differ from them in no cell of the column; a new cell may tell them apart. */
  readonly fitting: readonly CellFormat[];
}

export function settleFormat(format: CellFormat): ColumnFormat {
  return { alternatives: [format], examples: [], fitting: [format] };
}

/** What a number of a deploy profile may be. */
export interface NumberRange {
  readonly usual: number;
  readonly least: number;
  readonly most: number;
}

/**
 * A number as a deploy profile (`src/hsprofile.<name>.json`) says it: more than the most counts as the most, and
 * what makes no sense as usual.
 */
export function profileNumber(value: unknown, { usual, least, most }: NumberRange): number {
  return typeof value === 'number' && value >= least ? Math.min(value, most) : usual;
}

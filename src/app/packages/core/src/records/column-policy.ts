/**
 * What the cells of a column may do to a value HubSpot already holds: write over it, fill it where it is blank, or
 * never touch it, so that only records that are created take the cell.
 */
export const COLUMN_POLICIES = ['overwrite', 'fill-blanks', 'never'] as const;

export type ColumnPolicy = (typeof COLUMN_POLICIES)[number];

/** By the name of the property. Absent: overwrite. */
export type ColumnPolicies = ReadonlyMap<string, ColumnPolicy>;

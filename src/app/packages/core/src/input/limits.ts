/** More columns than HubSpot has properties for an object (1,000 custom ones and its own) is no table. */
export const MAX_COLUMNS = 2000;

/** Bounds the memory of padded rows: a wide header over many short rows multiplies. */
export const MAX_CELLS = 10_000_000;

/** An issue names its first places; its `count` holds how many there are. */
export const MAX_PLACES = 20;

/** Columns or headers named one by one in issues of one kind; the rest is only counted. */
export const MAX_NAMED = 50;

/** How much of a found text an issue quotes, in UTF-16 units. */
export const MAX_QUOTED_LENGTH = 80;

/** Deeper JSON is not a list of records, and recursion must end. */
export const MAX_JSON_DEPTH = 64;

/** Cells at which splitting a text ends: blank ones beyond the last column do not count as a table's, but take memory. */
export const MAX_SPLIT_CELLS = 2 * MAX_CELLS;

/** Cells of one line at which splitting ends; Excel fills lines with at most 16,384. */
export const MAX_SPLIT_WIDTH = 100_000;

/**
 * Length at which a quote is taken for one that nobody closes, in UTF-16 units: 16 times what a property of HubSpot
 * holds. Without it one stray quote could make a cell of the rest of a file, and would have to wait for all of it.
 */
export const MAX_QUOTED_CELL = 1_048_576;

/** Length at which reading a file piece by piece ends: a row of this many UTF-16 units is no row. */
export const MAX_ROW_LENGTH = 4 * MAX_QUOTED_CELL;

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

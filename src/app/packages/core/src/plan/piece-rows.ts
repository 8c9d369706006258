/** Rows planned between two pauses: a millisecond, and some with a hundred columns. */
export const PIECE_ROWS = 64;

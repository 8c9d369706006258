/** A workbook has a few parts per sheet; more entries than this are an attack or no workbook. */
export const MAX_ENTRIES = 4000;

/** What one reading may unpack, in bytes: about half a million rows of ten cells. */
export const MAX_INFLATED_BYTES = 250_000_000;

/** Beyond this many unpacked bytes of one entry its ratio counts; blank styled rows pack very well, too. */
export const RATIO_GRACE_BYTES = 10_000_000;

/** Unpacked bytes per packed byte. Deflate ends at 1,032; real sheets hardly pass 100. */
export const MAX_RATIO = 400;

/** SpreadsheetML needs about ten levels. */
export const MAX_XML_DEPTH = 64;

/** Packed bytes inflated in one go; at deflate's best ratio they become 17 MB before anything is counted. */
export const INFLATE_STEP_BYTES = 16_384;

/** Unpacked bytes read as XML between two pauses: some milliseconds. */
export const XML_STEP_BYTES = 32_768;

/** Excel's own limits (Excel specifications and limits): rows and columns of a sheet. */
export const MAX_SHEET_ROWS = 1_048_576;
export const MAX_SHEET_COLUMNS = 16_384;

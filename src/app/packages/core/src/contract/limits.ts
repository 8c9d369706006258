/** HubSpot: "Object API batch endpoints are limited to 100 inputs per request". */
export const MAX_INPUTS_PER_BATCH = 100;

/** More batches than this in one function call would not finish within its time. */
export const MAX_BATCHES_PER_CALL = 10;

/** HubSpot: at most 50 inputs of a batch read may ask for property histories. */
export const MAX_INPUTS_WITH_HISTORY = 50;

/** Ids of one read call: ten batch reads. */
export const MAX_IDS_PER_READ = 1000;

/** Names of one search: HubSpot takes 100 values in a filter, but a body of 3,000 characters only. */
export const MAX_NAMES_PER_SEARCH = 50;

/** A function call works at most this long, well under HubSpot's 10 to 15 seconds. */
export const MAX_WORK_MS = 8000;

/** HubSpot's limit for the text of one property value, in UTF-16 units. */
export const MAX_VALUE_LENGTH = 65_536;

/** HubSpot: a function call takes 6 MB; a little room is left for what HubSpot wraps around the parameters. */
export const MAX_REQUEST_BYTES = 5_900_000;

/**
 * What one write call may hold. HubSpot gives a function 128 MB, and a call this large, its answers included, stays
 * below; one of twice the size does not (`npm run bench:memory`).
 */
export const MAX_WRITE_BYTES = 3_000_000;

/** The same as `MAX_REQUEST_BYTES` for what a function answers. */
export const MAX_REPLY_BYTES = 5_900_000;

/** A table with more columns, or a longer header, is not remembered. */
export const MAX_REMEMBERED_COLUMNS = 1000;
export const MAX_REMEMBERED_HEADER_LENGTH = 500;

/** What a remembered mapping may weigh as a file. */
export const MAX_REMEMBERED_BYTES = 500_000;

/** A piece of a journal as base64, so that a call with one stays within HubSpot's 6 MB. */
export const MAX_PIECE_TEXT = 5_500_000;

/** A file of outcomes to take away, unpacked. */
export const MAX_REPORT_BYTES = 25_000_000;

/** Of each kind: a million rows in pieces of a thousand. */
export const MAX_JOURNAL_PIECES = 2000;

/** HubSpot deletes a file at most one year after it was written (files guide, `ttl`). */
export const MAX_JOURNAL_DAYS = 360;

/** Whoever closes a tab without a word keeps a plan from others for so long at most. */
export const MAX_LEASE_MS = 600_000;

/** HubSpot reads associations of 1,000 records and makes 2,000 at once; half a read keeps a call short. */
export const MAX_PAIRS_PER_CALL = 500;

/**
 * What the CSV of one import may weigh, unpacked. It travels packed, and the function that sends it on stays below
 * HubSpot's 128 MB and 8 seconds (`npm run bench:memory`).
 */
export const MAX_IMPORT_BYTES = 6_000_000;

/** The same packed and as base64. */
export const MAX_IMPORT_TEXT = 3_000_000;

/** HubSpot's import tool: fewer than 1,000 columns a file, and at most 1,048,576 rows with the header. */
export const MAX_IMPORT_COLUMNS = 999;
export const MAX_IMPORT_ROWS = 1_048_575;

/** HubSpot, imports guide: so many run at once, others are deferred. */
export const IMPORTS_AT_ONCE = 3;

/** Imports of one run. */
export const MAX_IMPORT_SLICES = 2000;

/** Imports whose state one call asks for: a request each. */
export const MAX_FOLLOWED_IMPORTS = 10;

/** Errors of an import in one page. */
export const MAX_IMPORT_ERRORS = 100;

/** Cells of a bad row that are given back, so that the row is recognised by more than its line. */
export const MAX_RECOGNISING_CELLS = 10;

/**
 * Every point where HubSpot's real behaviour is an assumption or unknown, as a switch.
 *
 * Evidence: `observed` = seen live by somebody, body not kept; `documented` = HubSpot's pages;
 * `inferred` = by analogy; `open` = nobody has published it.
 */
export interface Behaviour {
  /** observed for 2026-09 upserts; the documentation's own 207 sample of v3 shows results without it. */
  readonly echoesTraceId: Readonly<Record<'v3' | '2025-09' | '2026-03' | '2026-09', boolean>>;
  /** inferred from create and upsert: an invalid value in a traced update rejects that row only. */
  readonly tracedUpdateValidation: 'per-row' | 'whole';
  /** inferred from a fixture in which every row was bad; a 2020 changelog would allow per-row. */
  readonly untracedUpdateValidation: 'per-row' | 'whole';
  /** observed: with trace ids the missing record's entry has both `ids` and `objectWriteTraceId`. */
  readonly tracedMissingIds: 'entry-per-row' | 'aggregated';
  /** open: status when a traced batch has no success at all. */
  readonly allRowsFailedStatus: 207 | 400;
  /** open: some inputs with, some without a trace id. */
  readonly mixedTraceIds: 'all-or-nothing' | 'partial' | 'reject';
  /** documented as forbidden ("must be unique"), the answer is open. */
  readonly duplicateTraceIds: 'reject' | 'accept';
  /** open: does the duplicate check see `A@example.org` and `a@example.org` as one id? */
  readonly duplicateCheckFoldsEmailCase: boolean;
  /** open: does the duplicate check see a contact's primary and secondary e-mail as one id? */
  readonly duplicateCheckResolvesAliases: boolean;
  /** observed: an upsert by a secondary e-mail updates the contact that owns it. */
  readonly upsertResolvesAliases: boolean;
  /** observed: properties an upsert by e-mail leaves out keep their values; the guide warns otherwise. */
  readonly upsertKeepsOmittedProperties: boolean;
  /** observed refused in batch update (public issue, 2026), assumed the same for upsert. */
  readonly recordIdAsUpsertKey: 'reject' | 'accept';
  /** observed (public issues, 2026-09) as 400 for single writes; a batch with trace ids may word a conflict instead. */
  readonly takenValueStatus: 400 | 409;
  /** open: what the results of a step back in the life cycle, which is not written, show. */
  readonly ignoredLifecycleInResults: 'stored' | 'sent';
  /** open: code of a value over 65,536 characters. */
  readonly tooLongCode: 'INVALID_LENGTH' | 'VALUE_TOO_LONG';
  /** observed by some clients, documented only for 477: seconds in `Retry-After` of a 429, or none. */
  readonly retryAfterOn429: boolean;
  /** inferred from a recorded 204 with an invalid id: unknown ids do not disturb an archive. */
  readonly archiveOfUnknownIds: 'ignore' | 'reject';
  /** open: is a record created whose inline association fails in a traced batch? */
  readonly failedAssociationKeepsRecord: boolean;
  /** open: a cleared property in the results of the write that cleared it. */
  readonly clearedPropertyInResults: 'empty' | 'absent';
  /** open: JSON null as a property value. */
  readonly nullValue: 'clears' | 'ignored';
  /** second-hand: built-in keys such as contacts' e-mail say `hasUniqueValue: false`. */
  readonly builtInKeysReportUnique: boolean;
  /** open: what a read of a merged-away id gives. */
  readonly readOfMergedId: 'winner' | 'missing';
  /** observed by one client: an update of a merged-away id is neither in results nor in errors. */
  readonly updateOfMergedId: 'silent' | 'missing' | 'winner';
  /** contradiction between two guides: a contact without e-mail and name. */
  readonly contactNeedsNameOrEmail: boolean;
  /** contradiction: the guide requires a subject, its own 207 sample creates a ticket without. */
  readonly ticketNeedsSubject: boolean;
  /** observed with delays from seconds to half a minute; 0 switches the delay off. */
  readonly searchDelayMaxMs: number;
  /** documented (search guide): a request of more than 3,000 characters is refused; whether it counts the whole body is open. */
  readonly searchRefusesLongBodies: boolean;
  /** documented (search guide): a filter lists at most 100 values. */
  readonly searchRefusesLongLists: boolean;
  /** documented otherwise for `IN` ("values must be lowercase"): other spellings of a text are found as well. */
  readonly searchListsFoldCase: boolean;
  /** documented (search guide): paging beyond 10,000 results is refused. */
  readonly searchRefusesBeyond10000: boolean;
  /** documented for an account; older pages say 4 for a token. */
  readonly searchesPerSecond: number;
  /** observed by one client (2026): the search of files sees an upload minutes later, `stat` at once. */
  readonly fileSearchDelayMaxMs: number;
  /** open: whether a duplicate, which an upload may reject or return, has the same content or the same name. */
  readonly duplicateFilesMatch: 'content' | 'name';
  /** open: status of an upload whose duplicate is rejected. */
  readonly duplicateFileStatus: 400 | 409;
  /** open: whether an upload that overwrites a file keeps its id. */
  readonly overwriteKeepsFileId: boolean;
  /** open: what a private file's address answers without a valid signature. */
  readonly unsignedFileStatus: 403 | 404;
  /** documented (imports guide): so many imports at once, the others are `DEFERRED` until one of them is over. */
  readonly importsAtOnce: number;
  /** documented (imports guide): more rows than this in 24 hours are answered with 429. */
  readonly importRowsPerDay: number;
  /** open: how fast an import is. */
  readonly importRowsPerSecond: number;
  /** open: how long an import is `STARTED` before its first row is written. */
  readonly importStartDelayMs: number;
  /** open: what `lineNumber` counts. The specification says a 1-indexed line of the source file, so the header is 1. */
  readonly importLineNumbers: 'records' | 'lines' | 'records-without-header';
  /** second-hand: a cell HubSpot cannot take is left out and the row written, with an error. */
  readonly importBadCell: 'left-out' | 'row-rejected';
  /** open: whether rows that are alike count once where a file has no column that identifies records. */
  readonly importSkipsEqualRows: boolean;
  /** open: a column of an unknown or read-only property refuses the import, or lets it fail before its first row. */
  readonly importOfBadColumn: 'refused' | 'failed';
  /** open: the order in which imports are listed. */
  readonly importListOrder: 'newest-first' | 'oldest-first';
  /** open: how late the list of imports shows a new one, at most. By its id it is there at once. */
  readonly importListDelayMaxMs: number;
  /** contradiction inside 2026-09: the changelog introduces warnings, the specification has none. */
  readonly resultsCarryWarnings: boolean;
}

export const defaultBehaviour: Behaviour = {
  echoesTraceId: { v3: false, '2025-09': false, '2026-03': false, '2026-09': true },
  tracedUpdateValidation: 'per-row',
  untracedUpdateValidation: 'whole',
  tracedMissingIds: 'entry-per-row',
  allRowsFailedStatus: 207,
  mixedTraceIds: 'all-or-nothing',
  duplicateTraceIds: 'reject',
  duplicateCheckFoldsEmailCase: true,
  duplicateCheckResolvesAliases: false,
  upsertResolvesAliases: true,
  upsertKeepsOmittedProperties: true,
  recordIdAsUpsertKey: 'reject',
  takenValueStatus: 400,
  ignoredLifecycleInResults: 'stored',
  tooLongCode: 'INVALID_LENGTH',
  retryAfterOn429: false,
  archiveOfUnknownIds: 'ignore',
  failedAssociationKeepsRecord: false,
  clearedPropertyInResults: 'empty',
  nullValue: 'clears',
  builtInKeysReportUnique: false,
  readOfMergedId: 'winner',
  updateOfMergedId: 'silent',
  contactNeedsNameOrEmail: false,
  ticketNeedsSubject: false,
  searchDelayMaxMs: 30_000,
  searchRefusesLongBodies: true,
  searchRefusesLongLists: true,
  searchListsFoldCase: false,
  searchRefusesBeyond10000: true,
  searchesPerSecond: 5,
  fileSearchDelayMaxMs: 120_000,
  duplicateFilesMatch: 'content',
  duplicateFileStatus: 409,
  overwriteKeepsFileId: true,
  unsignedFileStatus: 403,
  importsAtOnce: 3,
  importRowsPerDay: 80_000_000,
  importRowsPerSecond: 1_000,
  importStartDelayMs: 2_000,
  importLineNumbers: 'records',
  importBadCell: 'left-out',
  importSkipsEqualRows: true,
  importOfBadColumn: 'refused',
  importListOrder: 'newest-first',
  importListDelayMaxMs: 10_000,
  resultsCarryWarnings: true,
};

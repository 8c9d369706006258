import * as v from 'valibot';
import type { Behaviour } from './behaviour.ts';

const flag = v.exactOptional(v.boolean());
const count = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1)));
const delayMs = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0)));

function oneOf<const Options extends v.PicklistOptions>(options: Options) {
  return v.exactOptional(v.picklist(options));
}

const switchesSchema = v.strictObject({
  echoesTraceId: v.exactOptional(
    v.strictObject({
      v3: v.boolean(),
      '2025-09': v.boolean(),
      '2026-03': v.boolean(),
      '2026-09': v.boolean(),
    }),
  ),
  tracedUpdateValidation: oneOf(['per-row', 'whole']),
  untracedUpdateValidation: oneOf(['per-row', 'whole']),
  tracedMissingIds: oneOf(['entry-per-row', 'aggregated']),
  allRowsFailedStatus: oneOf([207, 400]),
  mixedTraceIds: oneOf(['all-or-nothing', 'partial', 'reject']),
  duplicateTraceIds: oneOf(['reject', 'accept']),
  duplicateCheckFoldsEmailCase: flag,
  duplicateCheckResolvesAliases: flag,
  upsertResolvesAliases: flag,
  upsertKeepsOmittedProperties: flag,
  recordIdAsUpsertKey: oneOf(['reject', 'accept']),
  takenValueStatus: oneOf([400, 409]),
  ignoredLifecycleInResults: oneOf(['stored', 'sent']),
  tooLongCode: oneOf(['INVALID_LENGTH', 'VALUE_TOO_LONG']),
  retryAfterOn429: flag,
  archiveOfUnknownIds: oneOf(['ignore', 'reject']),
  failedAssociationKeepsRecord: flag,
  clearedPropertyInResults: oneOf(['empty', 'absent']),
  nullValue: oneOf(['clears', 'ignored']),
  builtInKeysReportUnique: flag,
  readOfMergedId: oneOf(['winner', 'missing']),
  updateOfMergedId: oneOf(['silent', 'missing', 'winner']),
  contactNeedsNameOrEmail: flag,
  ticketNeedsSubject: flag,
  searchDelayMaxMs: delayMs,
  searchRefusesLongBodies: flag,
  searchRefusesLongLists: flag,
  searchListsFoldCase: flag,
  searchRefusesBeyond10000: flag,
  searchesPerSecond: count,
  fileSearchDelayMaxMs: delayMs,
  duplicateFilesMatch: oneOf(['content', 'name']),
  duplicateFileStatus: oneOf([400, 409]),
  overwriteKeepsFileId: flag,
  unsignedFileStatus: oneOf([403, 404]),
  importsAtOnce: count,
  importRowsPerDay: count,
  importRowsPerSecond: count,
  importStartDelayMs: delayMs,
  importLineNumbers: oneOf(['records', 'lines', 'records-without-header']),
  importBadCell: oneOf(['left-out', 'row-rejected']),
  importSkipsEqualRows: flag,
  importOfBadColumn: oneOf(['refused', 'failed']),
  importListOrder: oneOf(['newest-first', 'oldest-first']),
  importListDelayMaxMs: delayMs,
  resultsCarryWarnings: flag,
});

/** The switches of a file as `npm run probe` writes it. Throws for a switch or a position nobody knows. */
export function decodeBehaviour(json: unknown): Partial<Behaviour> {
  return v.parse(v.object({ switches: switchesSchema }), json).switches;
}

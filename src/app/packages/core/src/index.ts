export * from './contract.ts';
export { finish, type Sliced, type WorkProgress, type WorkStage } from './slices/sliced.ts';
export { startWork, type SlicePorts, type WorkListener } from './slices/start-work.ts';
export type { ByteSource } from './input/byte-source.ts';
export {
  decodeBytes,
  decodeBytesSliced,
  ENCODINGS,
  type DecodedFile,
  type Encoding,
  type StartDecoding,
} from './input/decode-text.ts';
export type { FileKind } from './input/detect-file-kind.ts';
export { DELIMITERS, type Delimiter } from './input/delimiter.ts';
export type { InputIssue, UnreadableInput } from './input/input-issue.ts';
export type { LongForm } from './input/long-form.ts';
export type { ChunkTools } from './input/read-chunks.ts';
export { readHead } from './input/read-head.ts';
export { readText, readTextSliced } from './input/read-text.ts';
export type { Form, Reading, ReadingChoices, TableReading, TextForm } from './input/reading.ts';
export type { Column, Row, Table } from './input/table.ts';
export { openWorkbook } from './input/xlsx/open-workbook.ts';
export { readSheet, readWorkbook, readWorkbookSliced } from './input/xlsx/read-sheet.ts';
export type { OpenedWorkbook, Sheet, Workbook } from './input/xlsx/workbook.ts';
export { mapColumns } from './mapping/map-columns.ts';
export type {
  AssociatedColumn,
  ColumnChoice,
  ColumnMapping,
  MappedColumn,
  MappingChoices,
  NamedBy,
} from './mapping/mapping.ts';
export { sampleValues } from './mapping/sample-values.ts';
export {
  findOpenColumns,
  findOpenColumnsSliced,
  type FormatAlternative,
  type OpenColumn,
} from './records/column-format.ts';
export type {
  CellFix,
  CellFixes,
  ColumnTarget,
  DraftChoices,
  ValueChoices,
} from './records/draft-choices.ts';
export type { ColumnIssue } from './records/column-issue.ts';
export type { DraftRecord, RecordIssue, RowIssue } from './records/draft-record.ts';
export { draftRecords, draftRecordsSliced } from './records/draft-records.ts';
export { applyMapping, type AppliedMapping, type DroppedColumn } from './records/apply-mapping.ts';
export { isRecognisable, rememberMapping, type MappingInForce } from './records/remember-mapping.ts';
export type { AssociationColumn, NamedRecord, RelatedType } from './records/named-record.ts';
export type { OpenRecordChoice } from './records/remembered-choices.ts';
export { groupIssues, type IssueGroup } from './records/group-issues.ts';
export { normaliseKey } from './records/normalise-key.ts';
export { isSameValue } from './records/same-value.ts';
export type { CellFormat, ColumnFormat, DateOrder, DecimalMark } from './records/values/cell-format.ts';
export type {
  Candidate,
  CellIssue,
  CellIssueCode,
  CellReading,
  ExpectedValue,
} from './records/values/cell-reading.ts';
export { chooseColumnFormat } from './records/values/choose-column-format.ts';
export { makeCellReader, type CellReader, type ReadingContext } from './records/values/make-cell-reader.ts';
export { readCallingPlans } from './records/values/phone/calling-plans.ts';
export { internationalNumber, type Dialling } from './records/values/phone/international-number.ts';
export { countryOfTimeZone } from './records/values/phone/country-of-time-zone.ts';
export { valueKindOf, type ValueKind } from './records/values/value-kind.ts';
export { findBreaches, type Breach } from './plan/check-plan.ts';
export { withoutBreaches } from './plan/without-breaches.ts';
export { COLUMN_POLICIES, type ColumnPolicies, type ColumnPolicy } from './records/column-policy.ts';
export {
  countAsked,
  countLeftOut,
  countPlan,
  countTied,
  countWrites,
  PLANNED_KINDS,
  type PlanCounts,
} from './plan/count-plan.ts';
export { shortDigest } from './plan/digest-plan.ts';
export {
  DUPLICATE_CHOICES,
  type DuplicateChoice,
  type DuplicateChoices,
  type DuplicateGroup,
} from './plan/duplicates.ts';
export { issuesOf } from './plan/issues-of.ts';
export type { KeyReading, KeyReadings } from './plan/key-reading.ts';
export { associationsOf, associationsToMake, unresolvedOf } from './plan/associations-of.ts';
export {
  associationsToRead,
  plannedAssociationsToRead,
  withoutKnown,
  type AssociationQuestion,
} from './plan/associations-to-read.ts';
export type { AssociationReading, AssociationReadings } from './plan/held-associations.ts';
export { planWithin, withinLimit, type RecordLimit } from './plan/plan-within.ts';
export { planWithHeld } from './plan/plan-with-held.ts';
export { readAssociations } from './plan/read-associations.ts';
export { idsOfNames, namesToRead, type NamedQuestion } from './plan/named-question.ts';
export type { NamedReading, NamedReadings } from './plan/named-reading.ts';
export { readNamed } from './plan/read-named.ts';
export type { UnresolvedAssociation } from './plan/unresolved-association.ts';
export { makePlan, type PlanChoices } from './plan/make-plan.ts';
export type { KeptCell, Plan, PlannedColumn, PlannedKind, PlannedRow, PlanTarget } from './plan/plan.ts';
export type { PlanPart, RecordToWrite } from './plan/plan-part.ts';
export { listChanges, type CellChange } from './plan/list-changes.ts';
export { proofOfCreates, withRowKeys, type CreateProof } from './plan/row-keys.ts';
export { keysToRead, readCurrent, type CurrentRecords } from './plan/read-current.ts';
export { readKeys, type ReadFailure, type ReadOptions, type ReadPorts } from './plan/read-keys.ts';
export { SIDE_EFFECT_KINDS, type SideEffect, type SideEffectKind } from './plan/side-effect.ts';
export { pacedReads } from './pace/paced-reads.ts';
export { Pacer } from './pace/pacer.ts';
export type { WaitReason } from './pace/wait-reason.ts';
export {
  addCounts,
  countOutcomes,
  NO_OUTCOMES,
  sumCounts,
  type OutcomeCounts,
} from './outcomes/count-outcomes.ts';
export { findStop } from './outcomes/find-stop.ts';
export { listFailures } from './outcomes/list-failures.ts';
export * from './outcomes/association-outcome.ts';
export * from './outcomes/outcome.ts';
export { type RejectedValue, type Rejection } from './outcomes/rejection.ts';
export { MERGED_AWAY, NOT_WRITTEN } from './outcomes/settle-by-read.ts';
export { sortForImport, type NotImportable, type SortedRecords } from './imports/importable-records.ts';
export { layOutImport, type ImportLayout, type NoImport } from './imports/import-layout.ts';
export { nextUploadStep, type LostUpload, type UploadStep } from './imports/next-upload-step.ts';
export { placeErrors, recognisingColumns, type PlacedErrors } from './imports/place-import-errors.ts';
export {
  IMPORT_REVERTED,
  isOver,
  outcomeUnread,
  settleImported,
  type ImportedRow,
  type OverState,
} from './imports/settle-import.ts';
export {
  SLICE_LIMITS,
  sliceImport,
  type ImportSlice,
  type SliceLimits,
  type SlicingStep,
} from './imports/slice-import.ts';
export {
  DEFAULT_SWITCH_SETTINGS,
  estimateWays,
  type JobSize,
  type PortalPace,
  type SwitchSettings,
  type WayCost,
  type WaysToWrite,
} from './imports/switch-point.ts';
export type { RunPorts, RunProgress } from './run/ports.ts';
export type { CanaryReport, CanarySurprise } from './run/canary.ts';
export { CREATED_SINCE } from './run/recheck-records.ts';
export type { RunOptions } from './run/run-options.ts';
export { ReportThrottle } from './run/report-throttle.ts';
export { runPart } from './run/run-part.ts';
export { runPlan, type RanPlan, type RunPlanOptions, type RunPlanPorts } from './run/run-plan.ts';
export type { Claimed, Fetched, JournalFailure, RunKeeper, Stored } from './run/journal/journal-ports.ts';
export { DEFAULT_JOURNAL_SETTINGS, type JournalSettings } from './run/journal/journal-writer.ts';
export {
  loadHead,
  loadRun,
  outcomesSoFar,
  type JournalProblem,
  type RunSoFar,
} from './run/journal/load-run.ts';
export { packText } from './run/journal/pack-lines.ts';
export type { RunHead } from './run/journal/run-head.ts';
export type { ImportPort, ImportProgress } from './run/importing/import-ports.ts';
export type { Importing } from './run/importing/part-importer.ts';
export { LEASE_MS } from './run/journal/lease.ts';
export { resumeRun, type ResumedSession } from './run/journal/resume-run.ts';
export { takeUpRun, type TakenRun, type TakenUp } from './run/journal/take-up-run.ts';
export { retryRows, type RetriedRun, type RowsToRetry, type RunToRetry } from './run/journal/retry-rows.ts';
export {
  runWithJournal,
  type JournalState,
  type JournaledRun,
  type JournaledRunOptions,
  type JournaledRunPorts,
} from './run/journal/run-with-journal.ts';
export { DEFAULT_RUN_SETTINGS, type RunSettings } from './run/settings.ts';
export { readBackFailures, recogniseFailures, writeFailuresCsv } from './report/failures-csv.ts';
export { tableOfPlan } from './report/table-of-plan.ts';
export { groupRefusals, type RefusedCells } from './report/group-refusals.ts';
export { readFix, type CellFixesById } from './report/read-fix.ts';
export {
  countForgotten,
  existingRecords,
  groupLeftOut,
  unreadSlots,
  type LeftOutGroup,
} from './report/left-out-rows.ts';
export { fixContext, mendRows, unreadRows } from './report/mend-rows.ts';
export { draftsOfExisting, planExisting, planMended, type MendedReadings } from './report/plan-mended.ts';
export { repairRows } from './report/repair-rows.ts';
export { groupOpenNames, namesOfRenamed, planRenamed, renameRows } from './report/rename-rows.ts';
export { unwrittenRows } from './report/unwritten-rows.ts';
export {
  conflictsToFind,
  conflictsToUpdate,
  propertiesToUpdate,
  updateInstead,
  withFoundRecords,
} from './report/update-instead.ts';
export {
  countKeptAssociations,
  makeUndoPlan,
  propertiesToUndo,
  recordsToUndo,
  type EndedRun,
} from './report/make-undo-plan.ts';
export { writePlanFile } from './report/plan-file.ts';
export {
  isPlanFile,
  readPlanFile,
  readPlanFileHead,
  type PlanFile,
  type PlanHead,
} from './report/read-plan-file.ts';
export { writeOutcomesCsv, type AssociationCells, type ReportWords } from './report/outcomes-csv.ts';
export { mayStayUncompared } from './plan/uncompared.ts';
export { checkLongInput, type CheckedChunk, type LongCheck } from './long/check-long-input.ts';
export type { LongCheckProgress } from './long/each-chunk.ts';
export { digestChunk, markOfRun } from './long/digest-chunk.ts';
export {
  LONG_DUPLICATE_CHOICES,
  type ChunkChoices,
  type LongInput,
  type LongOrder,
} from './long/long-input.ts';
export type {
  ChunkSummary,
  EarlierChunk,
  LongProgress,
  LongRan,
  LongStop,
  RanChunk,
} from './long/long-run-ports.ts';
export { runLongInput } from './long/run-long-input.ts';

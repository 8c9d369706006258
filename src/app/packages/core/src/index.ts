export * from './contract.ts';
export {
  decodeBytes,
  ENCODINGS,
  type DecodeBytes,
  type DecodedFile,
  type Encoding,
} from './input/decode-text.ts';
export type { FileKind } from './input/detect-file-kind.ts';
export { DELIMITERS, type Delimiter } from './input/delimiter.ts';
export type { InputIssue, UnreadableInput } from './input/input-issue.ts';
export { readText } from './input/read-text.ts';
export type { Form, Reading, ReadingChoices, TableReading, TextForm } from './input/reading.ts';
export type { Column, Row, Table } from './input/table.ts';
export { openWorkbook } from './input/xlsx/open-workbook.ts';
export { readSheet, readWorkbook } from './input/xlsx/read-sheet.ts';
export type { OpenedWorkbook, Sheet, Workbook } from './input/xlsx/workbook.ts';
export { mapColumns } from './mapping/map-columns.ts';
export type { ColumnMapping, MappingChoices } from './mapping/mapping.ts';
export { sampleValues } from './mapping/sample-values.ts';
export { findOpenColumns, type FormatAlternative, type OpenColumn } from './records/column-format.ts';
export type {
  CellFix,
  CellFixes,
  ColumnTarget,
  DraftChoices,
  ValueChoices,
} from './records/draft-choices.ts';
export type { ColumnIssue, DraftRecord, RecordIssue, RowIssue } from './records/draft-record.ts';
export { draftRecords } from './records/draft-records.ts';
export { applyMapping, type AppliedMapping, type DroppedColumn } from './records/apply-mapping.ts';
export { isRecognisable, rememberMapping, type MappingInForce } from './records/remember-mapping.ts';
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
export type { BlockedRecord, Plan, RecordToWrite, RepeatedKey } from './plan/plan.ts';
export { makePlan, type PlanChoices } from './plan/make-plan.ts';
export { countOutcomes, NO_OUTCOMES, sumCounts, type OutcomeCounts } from './outcomes/count-outcomes.ts';
export * from './outcomes/outcome.ts';
export { type RejectedValue, type Rejection } from './outcomes/rejection.ts';
export { MERGED_AWAY, NOT_WRITTEN } from './outcomes/settle-by-read.ts';
export type { WaitReason } from './run/next-step.ts';
export type { FunctionAnswer, RunPorts, RunProgress } from './run/ports.ts';
export { runPlan, type RunOptions } from './run/run-plan.ts';
export { DEFAULT_RUN_SETTINGS, type RunSettings } from './run/settings.ts';
export { readBackFailures, recogniseFailures, writeFailuresCsv } from './report/failures-csv.ts';
export { writeOutcomesCsv, type ReportWords } from './report/outcomes-csv.ts';

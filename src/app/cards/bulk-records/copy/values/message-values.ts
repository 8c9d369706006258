// Made from functions/src/words/en.json by `npm run words`.

import type { CsvValues } from './csv-values.ts';
import type { FlowValues } from './flow-values.ts';
import type { ReviewValues } from './review-values.ts';
import type { WayValues } from './way-values.ts';
import type { HistoryValues } from './history-values.ts';
import type { MemoryValues } from './memory-values.ts';
import type { ProofValues } from './proof-values.ts';
import type { ListValues } from './list-values.ts';
import type { QuoteValues } from './quote-values.ts';
import type { ObjectValues } from './object-values.ts';
import type { OneObjectValues } from './one-object-values.ts';
import type { PairValues } from './pair-values.ts';
import type { DurationValues } from './duration-values.ts';
import type { StepValues } from './step-values.ts';
import type { OperationValues } from './operation-values.ts';
import type { RunValues } from './run-values.ts';
import type { MatchValues } from './match-values.ts';
import type { LoadValues } from './load-values.ts';
import type { StateValues } from './state-values.ts';
import type { UndoStateValues } from './undo-state-values.ts';
import type { EntryValues } from './entry-values.ts';
import type { JournalValues } from './journal-values.ts';
import type { TaskValues } from './task-values.ts';
import type { MappingValues } from './mapping-values.ts';
import type { ChoiceValues } from './choice-values.ts';
import type { FormatValues } from './format-values.ts';
import type { ColumnValues } from './column-values.ts';
import type { PlannedValues } from './planned-values.ts';
import type { PlannedCountValues } from './planned-count-values.ts';
import type { WriteValues } from './write-values.ts';
import type { RowValues } from './row-values.ts';
import type { KeptValues } from './kept-values.ts';
import type { KeptCellValues } from './kept-cell-values.ts';
import type { KeptValueValues } from './kept-value-values.ts';
import type { PolicyValues } from './policy-values.ts';
import type { DuplicateValues } from './duplicate-values.ts';
import type { EffectValues } from './effect-values.ts';
import type { BreachValues } from './breach-values.ts';
import type { OutcomeValues } from './outcome-values.ts';
import type { OutcomeCountValues } from './outcome-count-values.ts';
import type { ProgressValues } from './progress-values.ts';
import type { WaitValues } from './wait-values.ts';
import type { WorkValues } from './work-values.ts';
import type { RecheckValues } from './recheck-values.ts';
import type { PlanHeadValues } from './plan-head-values.ts';
import type { PlanFileValues } from './plan-file-values.ts';
import type { IssueValues } from './issue-values.ts';
import type { NotUndoneValues } from './not-undone-values.ts';
import type { CellValues } from './cell-values.ts';
import type { OrderValues } from './order-values.ts';
import type { SeparatorValues } from './separator-values.ts';
import type { FormValues } from './form-values.ts';
import type { ReadingValues } from './reading-values.ts';
import type { UnreadableValues } from './unreadable-values.ts';
import type { InputValues } from './input-values.ts';
import type { FileKindValues } from './file-kind-values.ts';
import type { FileValues } from './file-values.ts';
import type { ForeignValues } from './foreign-values.ts';
import type { WorkbookValues } from './workbook-values.ts';
import type { ErrorValues } from './error-values.ts';
import type { NotSentValues } from './not-sent-values.ts';
import type { UnknownValues } from './unknown-values.ts';
import type { AssociationValues } from './association-values.ts';
import type { AssociationCountValues } from './association-count-values.ts';
import type { UnresolvedValues } from './unresolved-values.ts';
import type { RepairValues } from './repair-values.ts';
import type { TakeAwayValues } from './take-away-values.ts';
import type { NoteValues } from './note-values.ts';
import type { SelectionValues } from './selection-values.ts';
import type { LongValues } from './long-values.ts';

/** The texts of the catalogue and the values each of them takes. */
export interface MessageValues
  extends
    CsvValues,
    FlowValues,
    ReviewValues,
    WayValues,
    HistoryValues,
    MemoryValues,
    ProofValues,
    ListValues,
    QuoteValues,
    ObjectValues,
    OneObjectValues,
    PairValues,
    DurationValues,
    StepValues,
    OperationValues,
    RunValues,
    MatchValues,
    LoadValues,
    StateValues,
    UndoStateValues,
    EntryValues,
    JournalValues,
    TaskValues,
    MappingValues,
    ChoiceValues,
    FormatValues,
    ColumnValues,
    PlannedValues,
    PlannedCountValues,
    WriteValues,
    RowValues,
    KeptValues,
    KeptCellValues,
    KeptValueValues,
    PolicyValues,
    DuplicateValues,
    EffectValues,
    BreachValues,
    OutcomeValues,
    OutcomeCountValues,
    ProgressValues,
    WaitValues,
    WorkValues,
    RecheckValues,
    PlanHeadValues,
    PlanFileValues,
    IssueValues,
    NotUndoneValues,
    CellValues,
    OrderValues,
    SeparatorValues,
    FormValues,
    ReadingValues,
    UnreadableValues,
    InputValues,
    FileKindValues,
    FileValues,
    ForeignValues,
    WorkbookValues,
    ErrorValues,
    NotSentValues,
    UnknownValues,
    AssociationValues,
    AssociationCountValues,
    UnresolvedValues,
    RepairValues,
    TakeAwayValues,
    NoteValues,
    SelectionValues,
    LongValues {}

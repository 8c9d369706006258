import type {
  CanaryReport,
  CellFix,
  CellFormat,
  ColumnChoice,
  ColumnPolicy,
  DuplicateChoice,
  JournalFailure,
  JournalState,
  ObjectTypeDescription,
  OfferedObjectType,
  Operation,
  Outcome,
  Plan,
  RunProgress,
  WorkProgress,
} from '@bulk-records/core';
import type { AssociationEvent } from './association.ts';
import type { Caution } from './caution.ts';
import type { FileProblem, Input, InputSource, PlanSource, Step } from './flow-state.ts';
import type { History, HistoryTask } from './history.ts';
import type { Loadable } from './loadable.ts';
import type { LongEvent } from './long.ts';
import type { LookupEvent } from './lookup.ts';
import type { RepairEvent } from './run-repairs.ts';
import type { MemoryEvent } from './memory-events.ts';

/** What the options of a cell do to those HubSpot holds. */
export type OptionsMode = 'replace' | 'append';

export type FlowEvent =
  | { readonly kind: 'input-read'; readonly input: Input }
  | { readonly kind: 'plan-loaded'; readonly planSource: PlanSource }
  | { readonly kind: 'input-cleared' }
  | { readonly kind: 'sheet-wanted'; readonly isWanted: boolean }
  | { readonly kind: 'reading-started'; readonly source: InputSource }
  | {
      readonly kind: 'reading-progressed';
      readonly source: InputSource;
      readonly progress: WorkProgress;
    }
  | { readonly kind: 'reading-stopped' }
  /** `source` is null for a file of which not even the bytes were read. */
  | {
      readonly kind: 'file-refused';
      readonly source: InputSource | null;
      readonly problem: FileProblem;
    }
  | {
      readonly kind: 'object-types-loaded';
      readonly objectTypes: Loadable<readonly OfferedObjectType[]>;
      readonly missingScopes: readonly string[];
    }
  | { readonly kind: 'object-type-chosen'; readonly objectType: string }
  | {
      readonly kind: 'description-loaded';
      readonly objectType: string;
      readonly description: Loadable<ObjectTypeDescription>;
    }
  | { readonly kind: 'operation-chosen'; readonly operation: Operation }
  | { readonly kind: 'key-chosen'; readonly keyProperty: string }
  | { readonly kind: 'column-chosen'; readonly columnIndex: number; readonly choice: ColumnChoice }
  /** No format: the column is read as it looks. */
  | { readonly kind: 'format-chosen'; readonly columnIndex: number; readonly format: CellFormat | null }
  | { readonly kind: 'options-chosen'; readonly columnIndex: number; readonly mode: OptionsMode }
  | { readonly kind: 'clear-token-chosen'; readonly clearToken: string }
  | { readonly kind: 'policy-chosen'; readonly columnIndex: number; readonly policy: ColumnPolicy }
  | {
      readonly kind: 'cells-fixed';
      readonly columnIndex: number;
      readonly raw: string;
      readonly fix: CellFix;
    }
  | { readonly kind: 'fix-undone'; readonly columnIndex: number; readonly raw: string }
  | { readonly kind: 'fixes-undone' }
  | LookupEvent
  | AssociationEvent
  /** For one group of rows, or for all. */
  | {
      readonly kind: 'duplicates-settled';
      readonly groupId: string | null;
      readonly choice: DuplicateChoice;
    }
  | { readonly kind: 'caution-chosen'; readonly caution: Caution }
  | { readonly kind: 'step-opened'; readonly step: Step }
  /** `isNew` false: it goes on with rows of a run that was. */
  | { readonly kind: 'run-started'; readonly plan: Plan; readonly runId: string; readonly isNew: boolean }
  | { readonly kind: 'run-held'; readonly plan: Plan; readonly untilMs: number }
  | { readonly kind: 'journal-reported'; readonly failure: JournalFailure | null }
  | { readonly kind: 'history-loaded'; readonly history: History }
  | { readonly kind: 'history-task'; readonly task: HistoryTask | null }
  | { readonly kind: 'run-forgotten'; readonly runId: string }
  /** A run of an earlier session, as far as it had come. */
  | {
      readonly kind: 'run-opened';
      readonly plan: Plan;
      readonly runId: string;
      readonly outcomes: readonly Outcome[];
      readonly journal: JournalState;
    }
  | { readonly kind: 'run-progressed'; readonly plan: Plan; readonly progress: RunProgress }
  | { readonly kind: 'canary-waits'; readonly plan: Plan; readonly report: CanaryReport }
  | { readonly kind: 'canary-answered' }
  | { readonly kind: 'stop-wanted' }
  | { readonly kind: 'run-refused'; readonly plan: Plan }
  | {
      readonly kind: 'run-finished';
      readonly plan: Plan;
      readonly outcomes: readonly Outcome[];
      readonly journal: JournalState;
      readonly elapsedMs: number;
    }
  | { readonly kind: 'started-over' }
  | RepairEvent
  | LongEvent
  | MemoryEvent;

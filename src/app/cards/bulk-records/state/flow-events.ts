import type {
  CanaryReport,
  CellFix,
  CellFormat,
  ColumnPolicy,
  DuplicateChoice,
  ObjectTypeDescription,
  OfferedObjectType,
  Operation,
  Outcome,
  Plan,
  RunProgress,
} from '@bulk-records/core';
import type { Caution } from './caution.ts';
import type { FileProblem, Input, PlanSource, Step } from './flow-state.ts';
import type { Loadable } from './loadable.ts';
import type { LookupEvent } from './lookup.ts';

export type FlowEvent =
  | { readonly kind: 'input-read'; readonly input: Input }
  | { readonly kind: 'plan-loaded'; readonly planSource: PlanSource }
  | { readonly kind: 'input-cleared' }
  | { readonly kind: 'file-refused'; readonly problem: FileProblem }
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
  | { readonly kind: 'column-chosen'; readonly columnIndex: number; readonly property: string | null }
  | { readonly kind: 'format-chosen'; readonly columnIndex: number; readonly format: CellFormat }
  | { readonly kind: 'policy-chosen'; readonly columnIndex: number; readonly policy: ColumnPolicy }
  | {
      readonly kind: 'cells-fixed';
      readonly columnIndex: number;
      readonly raw: string;
      readonly fix: CellFix;
    }
  | { readonly kind: 'fixes-undone' }
  | LookupEvent
  /** For one group of rows, or for all. */
  | {
      readonly kind: 'duplicates-settled';
      readonly groupId: string | null;
      readonly choice: DuplicateChoice;
    }
  | { readonly kind: 'caution-chosen'; readonly caution: Caution }
  | { readonly kind: 'step-opened'; readonly step: Step }
  | { readonly kind: 'run-started'; readonly plan: Plan }
  | { readonly kind: 'run-progressed'; readonly plan: Plan; readonly progress: RunProgress }
  | { readonly kind: 'canary-waits'; readonly plan: Plan; readonly report: CanaryReport }
  | { readonly kind: 'canary-answered' }
  | { readonly kind: 'stop-wanted' }
  | { readonly kind: 'run-refused'; readonly plan: Plan }
  | {
      readonly kind: 'run-finished';
      readonly plan: Plan;
      readonly outcomes: readonly Outcome[];
      readonly elapsedMs: number;
    }
  | { readonly kind: 'started-over' };

import type {
  AppliedMapping,
  MappingMemory,
  RememberedMapping,
  MappingChoices,
  ApiVersion,
  CellFixes,
  CellFormat,
  Encoding,
  FileKind,
  ObjectTypeDescription,
  OfferedObjectType,
  Operation,
  Outcome,
  Plan,
  Reading,
  ReadingChoices,
  RunProgress,
  UnreadableInput,
  Workbook,
} from '@bulk-records/core';
import type { Loadable, LoadFailure } from './loadable.ts';

export const STEPS = ['data', 'match', 'review', 'run', 'outcomes'] as const;

export type Step = (typeof STEPS)[number];

/** What was pasted or uploaded, and how it was understood. It is kept through every error. */
export interface Input {
  /** Blank for a workbook, which stands in `file`. */
  readonly text: string;
  /** Where it came from; null for a paste. */
  readonly file: SourceFile | null;
  readonly reading: Reading;
  readonly choices: ReadingChoices;
}

export type SourceFile =
  | { readonly kind: 'text'; readonly name: string; readonly encoding: Encoding }
  | { readonly kind: 'workbook'; readonly name: string; readonly workbook: Workbook };

/** What the admin chose in the second step; null stands for the sensible default. */
export interface Target {
  readonly objectType: string;
  readonly operation: Operation;
  readonly keyProperty: string | null;
}

/** Property chosen for a column by its index; null leaves the column out. Absent: as suggested. */
export type ColumnChoices = MappingChoices;

/** What the admin decided about cells: how columns are read, and what stands in for wrong cells. */
export interface ValueDecisions {
  readonly formats: ReadonlyMap<number, CellFormat>;
  readonly fixes: CellFixes;
}

export const NO_DECISIONS: ValueDecisions = { formats: new Map(), fixes: new Map() };

export type RunStatus =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'running';
      readonly plan: Plan;
      readonly progress: RunProgress | null;
      readonly isStopping: boolean;
    }
  | {
      readonly kind: 'finished';
      readonly plan: Plan;
      readonly outcomes: readonly Outcome[];
      readonly elapsedMs: number;
    };

export interface FlowState {
  readonly step: Step;
  readonly input: Input | null;
  /** A file that could not be read; the input stays as it was. */
  readonly fileProblem: FileProblem | null;
  readonly objectTypes: Loadable<readonly OfferedObjectType[]>;
  /** Scopes the app lacks to list every object type. */
  readonly missingScopes: readonly string[];
  readonly target: Target;
  readonly description: Loadable<ObjectTypeDescription>;
  readonly columnChoices: ColumnChoices;
  readonly decisions: ValueDecisions;
  readonly memory: Memory;
  /** Why the mapping of this run could not be remembered. */
  readonly notKept: LoadFailure | null;
  readonly run: RunStatus;
  readonly apiVersion: ApiVersion;
  /** IANA name of the portal's time zone; times without an offset are read in it. */
  readonly timeZone: string;
}

/** What a mapping is remembered by. */
export interface MappingSubject {
  readonly objectType: string;
  readonly headers: readonly string[];
}

/** Why nothing is remembered, although something might be. */
export type MemoryProblem =
  LoadFailure | { readonly kind: Exclude<MappingMemory['kind'], 'mapping' | 'nothing'> };

/** What is remembered for the object and the headers of `subject`. Of another subject it counts for nothing. */
export type Memory =
  | { readonly kind: 'none'; readonly subject: MappingSubject | null }
  | { readonly kind: 'asking'; readonly subject: MappingSubject; readonly askedAt: Target }
  | { readonly kind: 'forgotten'; readonly subject: MappingSubject }
  | { readonly kind: 'problem'; readonly subject: MappingSubject; readonly problem: MemoryProblem }
  /** In hand; `waiting` for the properties before it can be applied, `offered` where it would undo a choice. */
  | (KnownMapping & { readonly use: 'waiting' | 'offered' })
  | (KnownMapping & {
      readonly use: 'applied';
      readonly applied: AppliedMapping;
      readonly before: Pick<FlowState, 'target' | 'columnChoices' | 'decisions'>;
    });

interface KnownMapping {
  readonly kind: 'known';
  readonly subject: MappingSubject;
  readonly mapping: RememberedMapping;
  readonly source: 'portal' | 'import';
}

export const NOTHING_REMEMBERED: Memory = { kind: 'none', subject: null };

/** A file that is no input, and what it is instead. */
export type FileProblem = { readonly fileName: string } & (
  | { readonly code: 'not-text'; readonly found: FileKind }
  | { readonly code: 'too-large'; readonly bytes: number; readonly maxBytes: number }
  | { readonly code: 'no-workbook'; readonly issue: UnreadableInput }
  | { readonly code: 'unreadable'; readonly detail: string }
);

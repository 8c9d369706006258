import type {
  AppliedMapping,
  MappingMemory,
  RememberedMapping,
  MappingChoices,
  ApiVersion,
  CanaryReport,
  CellFixes,
  CellFormat,
  ColumnPolicy,
  DecodedFile,
  DuplicateChoices,
  FileKind,
  JournalFailure,
  JournalState,
  ObjectTypeDescription,
  OfferedObjectType,
  Operation,
  Outcome,
  Plan,
  PlanHead,
  Reading,
  ReadingChoices,
  RunProgress,
  Table,
  UnreadableInput,
  Workbook,
  WorkProgress,
} from '@bulk-records/core';
import type { AssociationChoice, OpenRecord } from './association.ts';
import type { Caution } from './caution.ts';
import type { WaySettings } from './way-costs.ts';
import type { History, HistoryTask } from './history.ts';
import type { Loadable, LoadFailure } from './loadable.ts';
import type { Selection } from './place.ts';
import type { RunRepairs } from './wanted-repairs.ts';
import type { Lookup } from './lookup.ts';
import type { LongSettings } from './long-settings.ts';
import type { LongChoices, LongFile, LongFinished, LongRunning } from './long.ts';

export const STEPS = ['data', 'match', 'review', 'run', 'outcomes'] as const;

export type Step = (typeof STEPS)[number];

/** What was pasted or chosen as a file, and how it is to be read. */
export interface InputSource {
  /** Blank for a file. */
  readonly text: string;
  /** Where it came from; null for a paste. */
  readonly file: SourceFile | null;
  readonly choices: ReadingChoices;
}

/** An input and how it was understood. It is kept through every error. */
export interface Input extends InputSource {
  readonly reading: Reading;
  /** How the bytes of a text file were read; null for pastes and workbooks. */
  readonly decoded: Pick<DecodedText, 'encoding' | 'runnerUp'> | null;
}

type DecodedText = Extract<DecodedFile, { kind: 'text' }>;

/** A file keeps its bytes: another encoding reads them again. */
export type SourceFile =
  | { readonly kind: 'text'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'workbook'; readonly name: string; readonly workbook: Workbook }
  /** Of it the input's table holds only the first rows. */
  | LongFile;

/** An input that is being read or was stopped; until it is read, the input before it stays. */
export interface PendingInput {
  readonly source: InputSource;
  readonly isStopped: boolean;
  /** Null while nothing need be shown. */
  readonly progress: WorkProgress | null;
}

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
  /** What columns may do to a value HubSpot holds, by column index. Absent: overwrite it. */
  readonly policies: ReadonlyMap<number, ColumnPolicy>;
  /** Columns whose options are added to HubSpot's; those of the others replace them. */
  readonly appendingColumns: ReadonlySet<number>;
  /** Cells of just this text empty HubSpot's value; blank: none does. */
  readonly clearToken: string;
}

export const NO_DECISIONS: ValueDecisions = {
  formats: new Map(),
  fixes: new Map(),
  policies: new Map(),
  appendingColumns: new Set(),
  clearToken: '',
};

/** Rows about one record become one row, cell by cell, as if they were written one after another. */
export const USUAL_DUPLICATES: DuplicateChoices = { otherwise: 'merge', byGroup: new Map() };

export type PlanSource = PlanFileSource | UndoSource;

/** A plan that was written into a file, as it was loaded. */
export interface PlanFileSource {
  readonly kind: 'file';
  readonly text: string;
  /** Null for a paste. */
  readonly fileName: string | null;
  /** Null where the file is a plan's, and its head cannot be read. */
  readonly head: PlanHead | null;
}

/** The way back of a run, made from what HubSpot holds now. */
export interface UndoSource {
  readonly kind: 'undo';
  readonly plan: Plan;
  /** The run that is taken back. */
  readonly runId: string;
  /** Associations it made that stay. */
  readonly keptAssociations: number;
}

export type RunStatus =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'running';
      readonly plan: Plan;
      readonly runId: string;
      readonly progress: RunProgress | null;
      readonly isStopping: boolean;
      /** What became of the first records, while the run waits for the admin's word. */
      readonly canary: CanaryReport | null;
    }
  /** The plan was not the one that was confirmed: nothing was written. */
  | { readonly kind: 'refused'; readonly plan: Plan }
  /** Another tab or person is running this plan: nothing was written. */
  | { readonly kind: 'held'; readonly plan: Plan; readonly untilMs: number }
  | {
      readonly kind: 'finished';
      readonly plan: Plan;
      readonly runId: string;
      readonly outcomes: readonly Outcome[];
      readonly journal: JournalState;
      /** Null for a run of an earlier session. */
      readonly elapsedMs: number | null;
    }
  | LongRunning
  | LongFinished;

export interface FlowState {
  readonly step: Step;
  readonly input: Input | null;
  readonly pending: PendingInput | null;
  /** A loaded plan stands in the place of an input. */
  readonly planSource: PlanSource | null;
  /** A file that could not be read; the input stays as it was. */
  readonly fileProblem: FileProblem | null;
  readonly objectTypes: Loadable<readonly OfferedObjectType[]>;
  /** Scopes the app lacks to list every object type. */
  readonly missingScopes: readonly string[];
  readonly target: Target;
  readonly description: Loadable<ObjectTypeDescription>;
  readonly columnChoices: ColumnChoices;
  readonly decisions: ValueDecisions;
  /** Null where no record is open. */
  readonly openRecord: OpenRecord | null;
  /** Null where the rows are pasted or come from a file. */
  readonly selection: Selection | null;
  readonly association: AssociationChoice;
  readonly lookup: Lookup;
  readonly duplicates: DuplicateChoices;
  readonly caution: Caution;
  readonly longSettings: LongSettings;
  readonly longChoices: LongChoices;
  /** The last long file that was written here, while one of its parts may be looked at; null where there is none. */
  readonly lastLong: LongFinished | null;
  /** What an estimate of the ways to write needs. */
  readonly waySettings: WaySettings;
  readonly memory: Memory;
  /** Why the mapping of this run could not be remembered. */
  readonly notKept: LoadFailure | null;
  readonly run: RunStatus;
  readonly repairs: RunRepairs;
  /** The input of the last run of this session; its table is null where a loaded plan was run. */
  readonly runInput: { readonly runId: string; readonly table: Table | null } | null;
  /** The project's word on who may run; functions do not know the user. */
  readonly mayRun: boolean;
  /** Why the run of this session has no journal, or an incomplete one; null while it is kept. */
  readonly journalFailure: JournalFailure | null;
  readonly history: History;
  readonly historyTask: HistoryTask | null;
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
      readonly before: Pick<FlowState, 'target' | 'columnChoices' | 'decisions' | 'association'>;
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

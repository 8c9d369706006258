import type { ColumnIssue } from './column-issue.ts';
import type { NamedRecord } from './named-record.ts';
import type { RowIdentity } from './row-identity.ts';

/** What is wrong with a row as a whole: by itself, or when it is held against what HubSpot has. */
export type RowIssue =
  | { readonly code: 'key-missing'; readonly property: string }
  | { readonly code: 'nothing-to-write' }
  /** A create whose key a record has already. */
  | { readonly code: 'record-exists'; readonly property: string; readonly recordId: string }
  | { readonly code: 'record-merged'; readonly into: string }
  | { readonly code: 'record-missing' }
  /** Another row about the same record is written, with this row's cells where `isMerged`. */
  | { readonly code: 'repeated'; readonly ofRow: number; readonly isMerged: boolean }
  | { readonly code: 'not-read' }
  /** Left out by a plan that was loaded from a file, which does not say why. */
  | { readonly code: 'left-out-by-plan' }
  /** Only some records may be touched, and its own is not among them. */
  | { readonly code: 'not-selected' }
  /** Why a run is not taken back for this row. */
  | {
      readonly code: 'not-undone';
      readonly why: 'changed-since' | 'touched-since' | 'archived' | 'gone' | 'no-earlier-value';
    }
  /** All its cells were changed in HubSpot after the plan was made. */
  | { readonly code: 'changed-since'; readonly properties: readonly string[] };

/** Found before anything is written; data only, the card makes the sentence. */
export type RecordIssue = RowIssue | ColumnIssue;

/** One row as a record in the making: typed values, its key, and all its issues at once. */
export interface DraftRecord extends RowIdentity {
  /**
   * Values to send, by property name; an empty text clears HubSpot's value. Blank cells are not here: they leave it
   * alone. `key` is the normalised value of the key property; null where the operation has none or the cell is blank
   * or wrong.
   */
  readonly properties: Readonly<Record<string, string>>;
  readonly issues: readonly RecordIssue[];
  /** Records to associate with, as its cells name them; absent: none. What is wrong with them is no issue of the row. */
  readonly named?: readonly NamedRecord[];
}

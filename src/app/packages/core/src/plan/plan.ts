import type { ApiVersion } from '../contract/api-version.ts';
import type { Property } from '../contract/describe-object-type.ts';
import type { Operation } from '../contract/operation.ts';
import type { PlannedAssociation } from '../contract/associate-records.ts';
import type { DraftRecord, RecordIssue } from '../records/draft-record.ts';
import type { RowIdentity } from '../records/row-identity.ts';
import type { ColumnPolicy } from '../records/column-policy.ts';
import type { DuplicateChoice, DuplicateGroup } from './duplicates.ts';
import type { SideEffect } from './side-effect.ts';
import type { UnresolvedAssociation } from './unresolved-association.ts';

export type Values = Readonly<Record<string, string>>;

/** What records are planned for, and how they are found. */
export interface PlanTarget {
  readonly operation: Operation;
  readonly objectType: string;
  readonly apiVersion: ApiVersion;
  /** Property records are matched by; `hs_object_id` is the record id; null for a create without a key. */
  readonly keyProperty: string | null;
  /** Every property of the object type, by name. */
  readonly properties: ReadonlyMap<string, Property>;
}

/** A column that goes to a property, and what it may do to a value HubSpot holds. */
export interface PlannedColumn {
  readonly header: string;
  readonly property: string;
  readonly policy: ColumnPolicy;
  /** Its options are added to those HubSpot holds. Absent: they replace them. */
  readonly appends?: boolean;
}

/** What a row that is left out would be written with, were its faults mended. */
export type LeftOutDraft = Pick<DraftRecord, 'properties' | 'named'>;

/** A cell that differs from HubSpot's value and is not written all the same. */
export interface KeptCell {
  readonly property: string;
  readonly wanted: string;
  /** `changed-since`: of an undo, because somebody wrote over what the run had written. */
  readonly reason: 'fill-blanks' | 'never' | 'moves-backwards' | 'changed-since';
}

/** What will become of a row. Every row has exactly one of these, before anything is written. */
export type PlannedRow = RowIdentity & {
  /** Beside those of every row; absent: none. */
  readonly associations?: readonly PlannedAssociation[];
  /** What its cells ask for besides, and nobody can make; the record is written all the same. Absent: nothing. */
  readonly unresolved?: readonly UnresolvedAssociation[];
  /**
   * Those of all its associations that HubSpot held when the plan was made. Only what is shown follows from it: the run
   * reads again, just before it makes what is missing. Absent: none, or nobody could read them.
   */
  readonly held?: readonly PlannedAssociation[];
} & (
    | { readonly kind: 'create'; readonly properties: Values }
    /** `properties` is what is sent, `before` what HubSpot holds of the same properties. */
    | {
        readonly kind: 'update';
        readonly recordId: string;
        readonly properties: Values;
        readonly before: Values;
        readonly kept: readonly KeptCell[];
      }
    | { readonly kind: 'archive'; readonly recordId: string }
    | { readonly kind: 'unchanged'; readonly recordId: string; readonly kept: readonly KeptCell[] }
    /** A plan that was loaded from a file, or made to undo a run, has no drafts. */
    | { readonly kind: 'blocked'; readonly issues: readonly RecordIssue[]; readonly draft?: LeftOutDraft }
    /** Another row is about the same record: it is written, with this row's cells where they were merged. */
    | { readonly kind: 'duplicate'; readonly ofRow: number; readonly choice: DuplicateChoice }
    /** There is no such record to update or archive. */
    | { readonly kind: 'missing'; readonly draft?: LeftOutDraft }
    /** HubSpot could not be asked about the record, so nothing is written over it. */
    | { readonly kind: 'unread'; readonly draft?: LeftOutDraft }
  );

export type PlannedKind = PlannedRow['kind'];

/**
 * What the admin sees before anything is written, and what runs when it is confirmed: one row per row of the input, in
 * its order. Frozen; whatever changes makes a new plan with another digest.
 */
export interface Plan extends PlanTarget {
  readonly columns: readonly PlannedColumn[];
  readonly rows: readonly PlannedRow[];
  readonly duplicates: readonly DuplicateGroup[];
  /** Of every row whose record is there in the end, besides those of its own. */
  readonly associations: readonly PlannedAssociation[];
  /** What the writing will bring about beyond what a cell says. */
  readonly sideEffects: readonly SideEffect[];
  /** When the records were read, in milliseconds since the epoch. */
  readonly readAt: number;
  /** The records were not read: a row that creates may update, and what is written over is not known. */
  readonly isUncompared?: true;
  /** SHA-256 over all that the plan says, in hexadecimal. */
  readonly digest: string;
}

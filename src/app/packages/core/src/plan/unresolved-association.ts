import type { ColumnIssue } from '../records/column-issue.ts';
import type { AssociationColumn } from '../records/named-record.ts';

/** Why a name in a cell leads to no one record: there is none, or several; nobody could be asked; or it is no name. */
export const UNRESOLVED_REASONS = ['missing', 'several', 'unread', 'malformed'] as const;

/** An association that a cell asks for and that is not made. */
export interface UnresolvedAssociation {
  readonly toObjectType: string;
  /** As it stands in the cell. */
  readonly name: string;
  readonly why: (typeof UNRESOLVED_REASONS)[number];
  /** Both absent in plans that were loaded. */
  readonly issue?: ColumnIssue;
  /** By which another name in its place is read. */
  readonly column?: AssociationColumn;
}

import type { PlannedAssociation } from '../contract/associate-records.ts';
import type { Property } from '../contract/describe-object-type.ts';
import type { ColumnIssue } from './column-issue.ts';

/** An object type whose records a column names. */
export interface RelatedType {
  /** As paths name it. */
  readonly objectType: string;
  readonly properties: ReadonlyMap<string, Property>;
  /** Properties people know its records by. */
  readonly names: readonly string[];
}

/** A column whose cells name records of another type, one or several, separated by semicolons. */
export interface AssociationColumn {
  readonly columnIndex: number;
  readonly related: RelatedType;
  /** What the cells hold of the other records. */
  readonly property: Property;
  /** Not unique: one name may lead to several records. */
  readonly bySearch: boolean;
  readonly types: PlannedAssociation['types'];
}

/** One name in a cell; `raw` is as it was typed, and what a fix stands in for. */
export type NamedRecord = { readonly column: AssociationColumn; readonly raw: string } & (
  | { readonly kind: 'name'; readonly keyProperty: string; readonly name: string }
  | { readonly kind: 'issue'; readonly issue: ColumnIssue }
);

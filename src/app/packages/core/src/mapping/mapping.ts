import type { Property } from '../contract/describe-object-type.ts';
import type { Column } from '../input/table.ts';

/**
 * Why a column goes to its property: it has the property's internal name or label; another system calls the
 * property so; the values show it; or the admin chose.
 */
export type MappedReason = 'name' | 'label' | 'alias' | 'values' | 'chosen';

/** A column with its property; `confidence` from 0 to 1, 1 where the admin chose. */
export interface MappedColumn {
  readonly kind: 'mapped';
  readonly column: Column;
  readonly property: Property;
  readonly reason: MappedReason;
  readonly confidence: number;
}

/** A column that goes nowhere, and why. */
export type UnmappedColumn = { readonly kind: 'unmapped'; readonly column: Column } & (
  | { readonly reason: 'no-match' | 'blank-header' | 'left-out-by-choice' }
  /** HubSpot sets the property itself, or another column has it. */
  | { readonly reason: 'read-only' | 'already-taken'; readonly property: Property }
  | { readonly reason: 'ambiguous'; readonly candidates: readonly Property[] }
);

/** Records that the cells of a column name, for the record of each row to be associated with. */
export interface NamedBy {
  /** As paths name the type of the named records. */
  readonly objectType: string;
  /** What the cells hold of them; `hs_object_id` is the record id. */
  readonly keyProperty: string;
  /** The label, as `nameOfType` names it; null: the plain association. */
  readonly typeName: string | null;
}

/** A column that names records to associate with; the reason is the header's, or the admin chose. */
export interface AssociatedColumn {
  readonly kind: 'associated';
  readonly column: Column;
  readonly namedBy: NamedBy;
  readonly reason: 'alias' | 'chosen';
  readonly confidence: number;
}

export type ColumnMapping = MappedColumn | AssociatedColumn | UnmappedColumn;

/** The internal name of a property, the records the cells name, or null to leave the column out. */
export type ColumnChoice = string | NamedBy | null;

/** By column index. */
export type MappingChoices = ReadonlyMap<number, ColumnChoice>;

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

export type ColumnMapping = MappedColumn | UnmappedColumn;

/** By column index: the internal name of the chosen property, null to leave the column out. */
export type MappingChoices = ReadonlyMap<number, string | null>;

import type { Encoding } from './decode-text.ts';
import type { TextForm } from './reading.ts';
import type { Column } from './table.ts';

/** A form that can be read piece by piece. */
export type LongTextForm = Exclude<TextForm, { readonly format: 'json' }>;

/** How a long file is read, from its start to its end; `headerRow` and `columns` as in a `TableReading`. */
export interface LongForm {
  readonly encoding: Encoding;
  readonly form: LongTextForm;
  readonly headerRow: number | null;
  readonly columns: readonly Column[];
}

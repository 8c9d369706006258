import type { ColumnTarget } from './draft-choices.ts';
import type { ColumnIssue } from './column-issue.ts';

/** A cell after all choices: as read, or to be cleared in HubSpot. Its issue knows where it stands. */
export type CellMeaning =
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'issue'; readonly issue: ColumnIssue }
  | { readonly kind: 'clear' };

export type MeaningReader = (raw: string, pipeline: string | null) => CellMeaning;

/** One column, ready to tell what each of its cells means. */
export interface PreparedColumn {
  readonly target: ColumnTarget;
  readonly read: MeaningReader;
}

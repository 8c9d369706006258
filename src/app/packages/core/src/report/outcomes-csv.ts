import type { Outcome, OutcomeKind } from '../outcomes/outcome.ts';
import { writeCsv } from './write-csv.ts';

/** A row's associations as they ended: with whom and by which label, or why not. */
export interface AssociationCells {
  readonly made: string;
  readonly held: string;
  readonly open: string;
}

/** The sentences of a report; they belong to the card, not to the core. */
export interface ReportWords {
  readonly headers: {
    readonly row: string;
    readonly key: string;
    readonly outcome: string;
    readonly recordId: string;
    readonly recordLink: string;
    readonly reason: string;
    readonly made: string;
    readonly held: string;
    readonly open: string;
  };
  readonly nameOf: (kind: OutcomeKind) => string;
  /** Why a row ended so; of its associations nothing. */
  readonly causeOf: (outcome: Outcome) => string;
  /** The same, and what became of its associations. */
  readonly reasonOf: (outcome: Outcome) => string;
  readonly associationsOf: (outcome: Outcome) => AssociationCells;
  readonly recordOf: (outcome: Outcome) => { readonly id: string; readonly url: string } | null;
}

/**
 * All outcomes as CSV, one line per row of the input, in its order. What became of associations has columns of its own,
 * where any were wanted.
 */
export function writeOutcomesCsv(outcomes: readonly Outcome[], words: ReportWords): string {
  const { headers } = words;
  const hasAssociations = outcomes.some(({ associations }) => associations !== undefined);
  const head = [
    headers.row,
    headers.key,
    headers.outcome,
    headers.recordId,
    headers.recordLink,
    headers.reason,
    ...(hasAssociations ? [headers.made, headers.held, headers.open] : []),
  ];
  const lines = outcomes.map((outcome) => {
    const record = words.recordOf(outcome);
    const cells = words.associationsOf(outcome);
    return [
      String(outcome.rowNumber),
      outcome.key ?? '',
      words.nameOf(outcome.kind),
      record?.id ?? '',
      record?.url ?? '',
      words.causeOf(outcome),
      ...(hasAssociations ? [cells.made, cells.held, cells.open] : []),
    ];
  });
  return writeCsv([head, ...lines]);
}

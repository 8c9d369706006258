import type { Outcome, OutcomeKind } from '../outcomes/outcome.ts';
import { writeCsv } from './write-csv.ts';

/** The sentences of a report; they belong to the card, not to the core. */
export interface ReportWords {
  readonly headers: {
    readonly row: string;
    readonly key: string;
    readonly outcome: string;
    readonly recordId: string;
    readonly recordLink: string;
    readonly reason: string;
  };
  readonly nameOf: (kind: OutcomeKind) => string;
  readonly reasonOf: (outcome: Outcome) => string;
  readonly recordOf: (outcome: Outcome) => { readonly id: string; readonly url: string } | null;
}

/** All outcomes as CSV, one line per row of the input, in its order. */
export function writeOutcomesCsv(outcomes: readonly Outcome[], words: ReportWords): string {
  const { headers } = words;
  const head = [
    headers.row,
    headers.key,
    headers.outcome,
    headers.recordId,
    headers.recordLink,
    headers.reason,
  ];
  const lines = outcomes.map((outcome) => {
    const record = words.recordOf(outcome);
    return [
      String(outcome.rowNumber),
      outcome.key ?? '',
      words.nameOf(outcome.kind),
      record?.id ?? '',
      record?.url ?? '',
      words.reasonOf(outcome),
    ];
  });
  return writeCsv([head, ...lines]);
}

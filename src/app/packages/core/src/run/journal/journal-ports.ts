import type { FunctionError } from '../../contract/function-error.ts';
import type { JournalPiece, RunSummary } from '../../contract/run-journal.ts';

export type JournalFailure =
  | { readonly kind: 'said'; readonly error: FunctionError }
  | { readonly kind: 'silent'; readonly message: string };

export type Stored =
  { readonly kind: 'stored' } | { readonly kind: 'failed'; readonly failure: JournalFailure };

export type Fetched =
  | { readonly kind: 'content'; readonly bytes: Uint8Array }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly failure: JournalFailure };

/** Where a journal is kept. Storing a piece again replaces it. */
export interface JournalPorts {
  store(runId: string, piece: JournalPiece, bytes: Uint8Array): Promise<Stored>;
  fetch(runId: string, piece: JournalPiece): Promise<Fetched>;
}

export type Claimed =
  | { readonly kind: 'claimed' }
  /** Somebody else runs the plan; until then, in milliseconds since the epoch. */
  | { readonly kind: 'held'; readonly untilMs: number }
  | { readonly kind: 'failed'; readonly failure: JournalFailure };

/** Everything a run needs of the place where journals are kept. */
export interface RunKeeper extends JournalPorts {
  /** Puts the run on the list of recent ones, or renews what the list says of it. */
  enlist(run: RunSummary): Promise<Stored>;
  /** Takes or renews the right to run a plan. */
  claim(digest: string, holder: string): Promise<Claimed>;
  release(digest: string, holder: string): Promise<void>;
}

import type { FunctionError } from '../../contract/function-error.ts';
import type { JournalPiece } from '../../contract/run-journal.ts';

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

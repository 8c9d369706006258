/** Which requests a fault strikes. Everything that is named has to fit. */
export interface FaultMatch {
  /** A regular expression over the path. */
  readonly path?: string;
  readonly method?: string;
  /** What a request for several records does. */
  readonly operation?: FaultyOperation;
  /** As the path names it: `contacts`, `0-1`. */
  readonly objectType?: string;
  /** A text the body holds, such as a record's key: strikes the batch that carries this record. */
  readonly holds?: string;
  /** The first matching request the fault strikes, counted from 1. */
  readonly nth?: number;
  /** How many requests it strikes from there on; 1 unless told otherwise. */
  readonly times?: number | 'all';
}

export const faultyOperations = ['create', 'read', 'update', 'upsert', 'archive', 'search'] as const;
export type FaultyOperation = (typeof faultyOperations)[number];

export type FaultEffect =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: 'html' | 'json' | 'empty';
      readonly retryAfter?: string;
      /** What a JSON body says; a sentence that fits the status unless given. */
      readonly message?: string;
    }
  | { readonly kind: 'rate-limit'; readonly policy: 'ten-secondly' | 'secondly' | 'daily' }
  /** The connection breaks off without an answer. */
  | { readonly kind: 'reset' }
  /** No answer ever. */
  | { readonly kind: 'hang' }
  /** The body breaks off in the middle of its JSON. */
  | { readonly kind: 'truncate' }
  /** Results leave rows out that were written. */
  | { readonly kind: 'omit-row'; readonly rows?: number }
  | { readonly kind: 'strip-trace-ids' }
  /** Errors do not say which rows they are about. */
  | { readonly kind: 'strip-context' }
  /** 207 with results and not one error, whatever was refused. */
  | { readonly kind: 'empty-errors' }
  | { readonly kind: 'empty-result' }
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** The request's token expires and stays so. */
  | { readonly kind: 'expire-token' }
  /** The app of the request's token loses the scopes for good. */
  | { readonly kind: 'revoke-scopes'; readonly scopes: readonly string[] };

export type Fault = FaultEffect & {
  readonly match?: FaultMatch;
  /**
   * Whether the write happens all the same. `half-written` writes the first half of the inputs.
   * Effects on a body (`truncate` to `empty-result`) always let the request through. A token or scope that goes
   * `after-write` goes after the request was answered; such a request is never half written.
   */
  readonly when?: 'before-write' | 'after-write' | 'half-written';
};

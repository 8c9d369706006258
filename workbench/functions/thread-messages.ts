/** From the runner to the thread an instance lives in. */
export interface CallMessage {
  readonly contextJson: string;
}

/** What an instance was made from. */
export interface ThreadSettings {
  readonly bundlePath: string;
  /** Reading a missing token throws, as on HubSpot's dev server. */
  readonly throwsOnMissingToken: boolean;
}

export type FailureReason = 'uncaught-error' | 'invalid-response' | 'invalid-function' | 'token-unavailable';

/**
 * From the thread back to the runner. No id: an instance has one call at a time, and what work left
 * over from a call prints later counts for the next call, as in Lambda's log.
 */
export type ThreadMessage =
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'answer'; readonly responseJson: string }
  | {
      readonly kind: 'failure';
      readonly reason: FailureReason;
      readonly message: string;
    };

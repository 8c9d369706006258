/** Why nothing is sent just now. */
export type WaitReason =
  /** All slots of HubSpot's rolling window that this run may use are taken. */
  | 'window-full'
  /** The same, and others use a part of the window. */
  | 'window-shared'
  /** HubSpot refused for the rate limit (429). */
  | 'rate-limit'
  | 'daily-limit'
  | 'locked'
  | 'migrating'
  | 'no-answer'
  /** Function calls were refused or came to nothing. */
  | 'functions-refused';

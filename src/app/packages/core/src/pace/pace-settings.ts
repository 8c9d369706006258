/** How a card shares the portal's limits. */
export interface PaceSettings {
  /** Part of the rolling window that is left to the portal's other users, 0 to 1. */
  readonly headroom: number;
  /** Part of the day's requests that is left to the portal's other apps, 0 to 1. */
  readonly dailyHeadroom: number;
  /** How much longer than HubSpot's interval a slot counts as taken: requests need some time on their way. */
  readonly marginMs: number;
  /** Most function calls open at once. */
  readonly callsInFlight: number;
  /** Most batches in one function call. */
  readonly batchesPerCall: number;
  /** Milliseconds of work a function call may do. */
  readonly workMs: number;
  /** IANA name of the portal's time zone, in which its day begins. */
  readonly timeZone: string;
}

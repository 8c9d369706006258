/** HubSpot's clock and ours may differ by this much. */
const CLOCK_TOLERANCE_MS = 5000;

/** Whether HubSpot's time stamp may lie at or after a moment of our clock. False without a time stamp. */
export function isSince(timestamp: string | undefined, momentMs: number): boolean {
  return timestamp !== undefined && Date.parse(timestamp) >= momentMs - CLOCK_TOLERANCE_MS;
}

/** Whether HubSpot's time stamp lies before a moment of our clock, clocks being what they are. */
export function isBefore(timestamp: string | undefined, momentMs: number): boolean {
  return timestamp !== undefined && Date.parse(timestamp) < momentMs - CLOCK_TOLERANCE_MS;
}

/** HubSpot error-handling guide, 477: "up to 24 hours". */
const LONGEST_WAIT_SECONDS = 24 * 60 * 60;

/**
 * Milliseconds to wait by a `Retry-After` header, absent if there is none that makes sense. A number is in seconds
 * (HTTP, and HubSpot's 477); one that would be more than a day can only be meant in milliseconds, which HubSpot's
 * workflow pages use. A date counts from `receivedAt`.
 */
export function readRetryAfterMs(
  headers: ReadonlyMap<string, string>,
  receivedAt: number,
): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,12}(?:\.\d{1,6})?$/.test(text)) {
    const count = Number(text);
    return Math.ceil(count > LONGEST_WAIT_SECONDS ? count : count * 1000);
  }
  const dateMs = /^[A-Za-z]{3},/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - receivedAt);
}

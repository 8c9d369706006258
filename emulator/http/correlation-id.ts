import type { Random } from '../randomness.ts';

/** UUIDv7-like, as HubSpot's correlation ids of 2026 are. */
export function nextCorrelationId(nowMs: number, random: Random): string {
  const time = Math.max(0, Math.floor(nowMs)).toString(16).padStart(12, '0').slice(-12);
  const variant = (8 + random.below(4)).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${random.hexDigits(3)}`,
    `${variant}${random.hexDigits(3)}`,
    random.hexDigits(12),
  ].join('-');
}

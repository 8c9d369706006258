import type { WindowLimit } from './window-limit.ts';

/** How many slots of the window a card may hold beside others, at a moment. */
export interface Quota {
  readonly slots: number;
  readonly atMs: number;
}

/** A card wants so many times the slots that are free. All cards see the same free slots, so all want the same. */
const WANTED_PER_FREE = 4;

/** In about this time a card comes to what it wants. Faster and several cards begin to swing. */
const EASE_S = 6;

/** Most growth per second, as a part of the window; near the top of what two cards can have, a fifth of it. */
const GROWTH = 0.08;
const LEAST_GROWTH = 0.2;
const TOP = 0.55;

/** A quota that is not used up does not grow on: it would be a burst later. */
const UNUSED = 8;

/**
 * The quota a little later. It shrinks in proportion to itself and grows with what is free, which is one number for
 * all: whoever has more loses more and gains the same, so cards that know nothing of each other end with equal shares
 * (tried: decision 017).
 */
export function moveQuota(quota: Quota, { limit, free, taken, nowMs }: QuotaSurroundings): Quota {
  const seconds = Math.min(1, Math.max(0, nowMs - quota.atMs) / 1000);
  const growth = GROWTH * limit.max * Math.max(LEAST_GROWTH, 1 - quota.slots / (TOP * limit.max));
  const change = Math.min(growth, (WANTED_PER_FREE * free - quota.slots) / EASE_S);
  const most = Math.max(quota.slots, taken + UNUSED);
  return { slots: Math.max(1, Math.min(quota.slots + change * seconds, most)), atMs: nowMs };
}

export interface QuotaSurroundings {
  readonly limit: WindowLimit;
  /** Slots that nobody holds. May be below zero when more is on its way than fits. */
  readonly free: number;
  /** Slots this card holds. */
  readonly taken: number;
  readonly nowMs: number;
}

/** HubSpot refused a request for the window: somebody has too much, and it may be us. */
export function cutQuota(quota: Quota): Quota {
  return { ...quota, slots: Math.max(1, quota.slots * 0.9) };
}

/** The card's own requests that HubSpot may still count. Times are the card's, in milliseconds since the epoch. */
export interface Ledger {
  /** When requests arrived at HubSpot, at the latest; in order. */
  readonly arrivals: readonly number[];
  /** Requests a function may be sending at this moment: nobody knows yet when they arrive. */
  readonly open: readonly OpenRequests[];
  /** Requests of functions that do not tell of each: the journal's. */
  readonly asides: readonly Aside[];
}

export interface OpenRequests {
  readonly id: number;
  readonly count: number;
  readonly since: number;
}

/** So many requests arrived some time between two moments; `untilMs` is Infinity while they go on. */
export interface Aside extends OpenRequests {
  readonly untilMs: number;
}

export const EMPTY_LEDGER: Ledger = { arrivals: [], open: [], asides: [] };

export function openRequests(ledger: Ledger, opened: OpenRequests): Ledger {
  return { ...ledger, open: [...ledger.open, opened] };
}

/** The requests under `id` are not open any more: some arrived, the others were never sent. */
export function closeRequests(ledger: Ledger, id: number, arrivals: readonly number[]): Ledger {
  return {
    ...ledger,
    arrivals: [...ledger.arrivals, ...arrivals].sort((one, other) => one - other),
    open: ledger.open.filter((opened) => opened.id !== id),
  };
}

/** Puts an aside down, or anew when more is known of it. */
export function noteAside(ledger: Ledger, aside: Aside): Ledger {
  return { ...ledger, asides: [...ledger.asides.filter(({ id }) => id !== aside.id), aside] };
}

/** Drops what cannot matter any more. */
export function forgetBefore(ledger: Ledger, momentMs: number): Ledger {
  return {
    ...ledger,
    arrivals: ledger.arrivals.filter((arrivedAt) => arrivedAt > momentMs),
    asides: ledger.asides.filter(({ untilMs }) => untilMs > momentMs),
  };
}

export function countOpen({ open }: Pick<Ledger, 'open'>): number {
  return open.reduce((sum, { count }) => sum + count, 0);
}

/** Slots taken: requests that arrived after the moment, and all that may still arrive. */
export function countTaken(ledger: Ledger, afterMs: number): number {
  const arrived = ledger.arrivals.filter((arrivedAt) => arrivedAt > afterMs).length;
  const aside = countOpen({ open: ledger.asides.filter(({ untilMs }) => untilMs > afterMs) });
  return arrived + aside + countOpen(ledger);
}

/** Most of our own requests that HubSpot can have counted between two moments. */
export function countBetween(
  { arrivals, open, asides }: Ledger,
  { afterMs, untilMs }: { readonly afterMs: number; readonly untilMs: number },
): number {
  const arrived = arrivals.filter((arrivedAt) => arrivedAt > afterMs && arrivedAt <= untilMs).length;
  const aside = asides.filter((each) => each.since <= untilMs && each.untilMs > afterMs);
  return arrived + countOpen({ open: [...aside, ...open.filter(({ since }) => since <= untilMs)] });
}

/** Whether a request that may have arrived by the moment is still open. */
export function hasOpenSince({ open }: Ledger, momentMs: number): boolean {
  return open.some(({ since }) => since <= momentMs);
}

/**
 * The moment from which at most `slots` are taken, if nothing more is sent; null while that depends on requests that
 * are still open. A slot is taken for `slotMs` from the arrival on.
 */
export function freeAt(ledger: Ledger, slots: number, slotMs: number): number | null {
  const mayStay = slots - countOpen(ledger);
  if (mayStay < 0) return null;
  // An aside that goes on may have arrived at once; it is asked again when it has ended.
  const aside = ledger.asides.flatMap(({ count, since, untilMs }) =>
    Array.from({ length: count }, () => (untilMs === Infinity ? since : untilMs)),
  );
  const arrivals = [...ledger.arrivals, ...aside].sort((one, other) => one - other);
  const lastToGo = arrivals[arrivals.length - mayStay - 1];
  return lastToGo === undefined ? -Infinity : lastToGo + slotMs;
}

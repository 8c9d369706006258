import { MAX_PLACES } from './limits.ts';

/** A cell that starts with a quote but is no quoted cell; `recordNumber` and `line` count from 1. */
export interface StrayQuote {
  readonly recordNumber: number;
  readonly line: number;
  readonly found: string;
}

/** Stray quotes: how many, and the first of them. */
export interface QuoteTally {
  readonly count: number;
  readonly places: readonly StrayQuote[];
}

/** `unclosed` ones never close, or not within `MAX_QUOTED_CELL`; `stray` ones close where no cell ends. */
export interface StrayQuotes {
  readonly unclosed: QuoteTally;
  readonly stray: QuoteTally;
}

export class StrayQuoteTally implements QuoteTally {
  count = 0;
  readonly places: StrayQuote[] = [];

  add(place: StrayQuote): void {
    this.count += 1;
    if (this.places.length < MAX_PLACES) this.places.push(place);
  }
}

import type { RateReport } from '../contract/batch-answer.ts';

/** HubSpot's rolling window, counted when requests arrive. A refused request does not count. */
export class ModelWindow {
  private arrivals: number[] = [];
  refused = 0;
  admitted = 0;
  /** The most that was ever counted in one window. */
  fullest = 0;

  constructor(
    readonly max: number = 190,
    readonly intervalMs: number = 10_000,
  ) {}

  arrive(nowMs: number): { readonly isAdmitted: boolean; readonly rate: RateReport } {
    this.arrivals = this.arrivals.filter((arrivedAt) => arrivedAt > nowMs - this.intervalMs);
    const isAdmitted = this.arrivals.length < this.max;
    if (isAdmitted) {
      this.arrivals.push(nowMs);
      this.admitted += 1;
    } else {
      this.refused += 1;
    }
    this.fullest = Math.max(this.fullest, this.arrivals.length);
    const remaining = this.max - this.arrivals.length;
    return { isAdmitted, rate: { max: this.max, remaining, intervalMs: this.intervalMs } };
  }
}

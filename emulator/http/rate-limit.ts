import type { Clock } from '../clock.ts';
import type { Refusal } from './reply.ts';

/** Defaults are those of a Professional portal (HubSpot usage guidelines, 2026-09). */
export interface RateLimits {
  /** Per app, in a rolling window of ten seconds. */
  readonly tenSecondly: number;
  /** Per portal, all apps together, until midnight in the account's time zone. */
  readonly daily: number;
  /** Search requests per portal and second. */
  readonly searchSecondly: number;
}

export const defaultRateLimits: RateLimits = { tenSecondly: 190, daily: 625_000, searchSecondly: 5 };

export type LimitPolicy = 'TEN_SECONDLY_ROLLING' | 'SECONDLY' | 'DAILY';

const windowMs = 10_000;

const messages: Readonly<Record<LimitPolicy, string>> = {
  TEN_SECONDLY_ROLLING: 'You have reached your ten_secondly_rolling limit.',
  SECONDLY: 'You have reached your secondly limit.',
  DAILY: 'You have reached your daily limit.',
};

/** The documented body of a 429. */
export function limitRefusal(policyName: LimitPolicy): Refusal {
  return { message: messages[policyName], errorType: 'RATE_LIMIT', policyName };
}

/** Counts requests when they arrive. A refused request does not count. */
export class RateLimiter {
  private readonly arrivalsMs = new Map<string, number[]>();
  private searchesMs: number[] = [];
  private day = '';
  private usedToday = 0;
  private readonly limits: RateLimits;
  private readonly clock: Clock;
  /** The daily limit starts anew at midnight of the account's time zone. */
  private readonly dayFormat: Intl.DateTimeFormat;

  constructor(limits: RateLimits, clock: Clock, timeZone: string) {
    this.limits = limits;
    this.clock = clock;
    this.dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone });
  }

  /** Admits one request of the app, or names the limit that refuses it. */
  admit(appId: string, isSearch: boolean): LimitPolicy | 'admitted' {
    const nowMs = this.clock.nowMs();
    this.startDay(nowMs);
    if (this.usedToday >= this.limits.daily) return 'DAILY';
    if (isSearch) {
      this.searchesMs = this.searchesMs.filter((arrivedMs) => arrivedMs > nowMs - 1_000);
      if (this.searchesMs.length >= this.limits.searchSecondly) return 'SECONDLY';
      this.searchesMs.push(nowMs);
    } else {
      const recent = this.recentArrivals(appId, nowMs);
      if (recent.length >= this.limits.tenSecondly) return 'TEN_SECONDLY_ROLLING';
      recent.push(nowMs);
    }
    this.usedToday += 1;
    return 'admitted';
  }

  /** Requests somebody else sent: through the same app they take from its burst, else only from the portal's day. */
  consume(count: number, appId: string | undefined): void {
    const nowMs = this.clock.nowMs();
    this.startDay(nowMs);
    this.usedToday += count;
    if (appId === undefined) return;
    const recent = this.recentArrivals(appId, nowMs);
    for (let sent = 0; sent < count; sent += 1) recent.push(nowMs);
  }

  headers(appId: string): Readonly<Record<string, string>> {
    const nowMs = this.clock.nowMs();
    const recent = this.recentArrivals(appId, nowMs);
    const lastSecond = recent.filter((arrivedMs) => arrivedMs > nowMs - 1_000).length;
    const secondly = Math.floor(this.limits.tenSecondly / 10);
    const left = (limit: number, used: number): string => String(Math.max(0, limit - used));
    return {
      'X-HubSpot-RateLimit-Daily': String(this.limits.daily),
      'X-HubSpot-RateLimit-Daily-Remaining': left(this.limits.daily, this.usedToday),
      'X-HubSpot-RateLimit-Interval-Milliseconds': String(windowMs),
      'X-HubSpot-RateLimit-Max': String(this.limits.tenSecondly),
      'X-HubSpot-RateLimit-Remaining': left(this.limits.tenSecondly, recent.length),
      'X-HubSpot-RateLimit-Secondly': String(secondly),
      'X-HubSpot-RateLimit-Secondly-Remaining': left(secondly, lastSecond),
    };
  }

  private recentArrivals(appId: string, nowMs: number): number[] {
    const recent = (this.arrivalsMs.get(appId) ?? []).filter((arrivedMs) => arrivedMs > nowMs - windowMs);
    this.arrivalsMs.set(appId, recent);
    return recent;
  }

  private startDay(nowMs: number): void {
    const today = this.dayFormat.format(nowMs);
    if (today !== this.day) this.usedToday = 0;
    this.day = today;
  }
}

import { describe, expect, it } from 'vitest';
import type { RateReport, RequestReport } from '../contract/batch-answer.ts';
import { DEFAULT_RUN_SETTINGS } from '../run/settings.ts';
import type { PaceSettings } from './pace-settings.ts';
import { Pacer, type Grant, type Permit } from './pacer.ts';

const START = Date.parse('2026-11-02T09:00:00Z');

class Desk {
  nowMs = START;
  readonly pacer: Pacer;

  constructor(settings: Partial<PaceSettings> = {}) {
    const ports = { now: () => this.nowMs, random: () => 0 };
    this.pacer = new Pacer(ports, { ...DEFAULT_RUN_SETTINGS, ...settings });
  }

  /** A granted call, or why there is none. */
  take(wanted = 5): Permit {
    const grant = this.pacer.ask(wanted);
    if (grant.kind === 'wait') throw new Error(`not granted: ${JSON.stringify(grant)}`);
    return grant.permit;
  }

  /** The call comes back after 700 ms; each request met `rate`. */
  settle(permit: Permit, rate: RateReport = {}, told: Partial<RequestReport> = {}): void {
    this.nowMs += 700;
    const request = { sentAt: 5_000_000, receivedAt: 5_000_300, status: 200, rate, ...told };
    const requests = Array.from({ length: permit.requests }, () => request);
    this.pacer.settle(permit, { kind: 'told', requests, unknownRequests: 0 });
  }

  fail(permit: Permit): void {
    this.nowMs += 700;
    this.pacer.settle(permit, { kind: 'silent' });
  }

  /** Takes and settles calls until one is not granted. */
  drain(rateAfter: (sent: number) => RateReport): { readonly sent: number; readonly last: Grant } {
    let sent = 0;
    for (;;) {
      const grant = this.pacer.ask(5);
      if (grant.kind === 'wait') return { sent, last: grant };
      sent += grant.permit.requests;
      this.settle(grant.permit, rateAfter(sent));
      this.nowMs -= 600;
    }
  }
}

function rateOf(max: number, remaining: number): RateReport {
  return { max, remaining, intervalMs: 10_000 };
}

describe('the pacer', () => {
  it('grants what is wanted, at most one call’s worth', () => {
    const desk = new Desk();
    expect(desk.take(3).requests).toBe(3);
    expect(desk.take(80).requests).toBe(5);
  });

  it('opens two calls at first and more when they come back', () => {
    const desk = new Desk();
    const first = desk.take();
    const second = desk.take();
    expect(desk.pacer.ask(5)).toEqual({ kind: 'wait', reason: null, untilMs: null });
    desk.settle(first);
    desk.settle(second);
    expect(Array.from({ length: 5 }, () => desk.take())).toHaveLength(5);
    expect(desk.pacer.ask(5)).toMatchObject({ kind: 'wait', reason: null });
  });

  it('begins in volleys: the next one goes when the one before is back, a straggler waited for half a second', () => {
    const desk = new Desk();
    const first = desk.take();
    const straggler = desk.take();
    desk.settle(first, rateOf(190, 180));
    const halfASecondOn = desk.nowMs + 500;
    expect(desk.pacer.ask(5)).toEqual({ kind: 'wait', reason: 'window-full', untilMs: halfASecondOn });
    desk.nowMs = halfASecondOn;
    expect(desk.take().requests).toBe(5);
    desk.settle(straggler, rateOf(190, 175));
  });

  it.each([
    [100, 90],
    [190, 171],
    [250, 225],
  ])('with %i requests per window sends %i, then waits for the first slot', (max, most) => {
    const desk = new Desk();
    const { sent, last } = desk.drain((count) => rateOf(max, max - count));
    expect(sent).toBe(most);
    expect(last).toMatchObject({ kind: 'wait', reason: 'window-full' });
    const wait = last.kind === 'wait' && last.untilMs !== null ? last.untilMs - START : 0;
    expect(wait).toBeGreaterThan(10_000);
    expect(wait).toBeLessThan(11_500);
  });

  it.each([0, 0.5])('leaves a headroom of %f', (headroom) => {
    const desk = new Desk({ headroom });
    expect(desk.drain((count) => rateOf(100, 100 - count)).sent).toBe(100 * (1 - headroom));
  });

  it('keeps to the least limit of all accounts while no header tells', () => {
    expect(new Desk().drain(() => ({})).sent).toBe(90);
  });

  it('makes way for others: fewer requests, and it says what they use', () => {
    const desk = new Desk();
    const { sent, last } = desk.drain((count) => rateOf(190, Math.max(0, 140 - count)));
    expect(sent).toBeLessThan(115);
    expect(last).toMatchObject({ kind: 'wait', reason: 'window-shared' });
    expect(desk.pacer.company).toEqual({ foreign: 50, max: 190 });
  });

  it('goes on alone when others have been gone for a window', () => {
    const desk = new Desk();
    desk.settle(desk.take(), rateOf(190, 100));
    desk.pacer.ask(1);
    expect(desk.pacer.company).not.toBeNull();
    desk.nowMs += 25_000;
    desk.settle(desk.take(), rateOf(190, 185));
    desk.take();
    expect(desk.pacer.company).toBeNull();
  });

  it('takes a slot for free that a function did not use', () => {
    const desk = new Desk();
    const permit = desk.take();
    desk.pacer.settle(permit, { kind: 'told', requests: [], unknownRequests: 1 });
    expect(desk.drain(() => ({})).sent).toBe(89);
  });

  it('counts what a call without a reply may have sent', () => {
    const desk = new Desk();
    desk.fail(desk.take());
    desk.nowMs += 2000;
    expect(desk.drain(() => ({})).sent).toBe(85);
  });

  it('waits longer after each call that comes to nothing, and halves the calls', () => {
    const desk = new Desk();
    const waits: number[] = [];
    for (let call = 0; call < 7; call += 1) {
      desk.fail(desk.take());
      waits.push((desk.pacer.pause?.untilMs ?? 0) - desk.nowMs);
      desk.nowMs += 60_000;
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 16_000]);
    expect(desk.pacer.pause).toBeNull();
  });

  it('sends fewer batches in a call when answers take long', () => {
    const desk = new Desk();
    for (let call = 0; call < 6; call += 1) desk.settle(desk.take(), {}, { receivedAt: 5_007_900 });
    expect(desk.take().requests).toBeLessThanOrEqual(2);
  });

  it('stops for the day before HubSpot refuses, and asks again after midnight', () => {
    const desk = new Desk();
    desk.settle(desk.take(), { ...rateOf(190, 180), daily: 1000, dailyRemaining: 20 });
    expect(desk.pacer.ask(5)).toEqual({
      kind: 'wait',
      reason: 'daily-limit',
      untilMs: Date.parse('2026-11-03T00:01:00Z'),
    });
    desk.nowMs = Date.parse('2026-11-03T00:01:00Z');
    expect(desk.take().requests).toBe(5);
  });

  it('keeps the longer of two pauses', () => {
    const desk = new Desk();
    desk.pacer.pauseFor('migrating', 5000);
    desk.pacer.pauseFor('rate-limit', 1000);
    expect(desk.pacer.pause).toEqual({ reason: 'migrating', untilMs: START + 5000 });
  });

  it('lets chance lengthen a pause by a quarter at most, and by no more than half a minute', () => {
    const pausesOf = (random: number): readonly number[] =>
      [1000, 3_600_000].map((delayMs) => {
        const pacer = new Pacer({ now: () => 0, random: () => random }, DEFAULT_RUN_SETTINGS);
        pacer.pauseFor('rate-limit', delayMs);
        return pacer.pause?.untilMs ?? 0;
      });
    expect(pausesOf(0)).toEqual([1000, 3_600_000]);
    expect(pausesOf(0.999)).toEqual([1249.75, 3_629_970]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '../clock.ts';
import { openDesk } from '../testing/portal-desk.ts';
import { RateLimiter, defaultRateLimits } from './rate-limit.ts';

function limiterOf(limits: Partial<typeof defaultRateLimits>, startMs?: number) {
  const clock = createVirtualClock(startMs);
  return { clock, limiter: new RateLimiter({ ...defaultRateLimits, ...limits }, clock, 'Europe/Berlin') };
}

describe('the burst limit', () => {
  it('is counted per app over a rolling window', () => {
    const { clock, limiter } = limiterOf({ tenSecondly: 2 });
    const told = [
      limiter.admit('a', false),
      (clock.advance(9_000), limiter.admit('a', false)),
      limiter.admit('a', false),
      limiter.admit('b', false),
      (clock.advance(1_000), limiter.admit('a', false)),
      limiter.admit('a', false),
    ];
    expect(told).toEqual([
      'admitted',
      'admitted',
      'TEN_SECONDLY_ROLLING',
      'admitted',
      'admitted',
      'TEN_SECONDLY_ROLLING',
    ]);
  });

  it('never lets more than its number into any ten seconds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 80 }), (pausesMs) => {
        const { clock, limiter } = limiterOf({ tenSecondly: 5 });
        const admittedMs: number[] = [];
        for (const pauseMs of pausesMs) {
          clock.advance(pauseMs);
          if (limiter.admit('a', false) === 'admitted') admittedMs.push(clock.nowMs());
        }
        for (const startMs of admittedMs) {
          expect(
            admittedMs.filter((atMs) => atMs >= startMs && atMs < startMs + 10_000).length,
          ).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  it('is not used up by refused requests', () => {
    const { clock, limiter } = limiterOf({ tenSecondly: 1 });
    limiter.admit('a', false);
    clock.advance(9_999);
    limiter.admit('a', false);
    clock.advance(1);
    expect(limiter.admit('a', false)).toBe('admitted');
  });

  it('is shared with requests another user of the same app sends', () => {
    const { limiter } = limiterOf({ tenSecondly: 3 });
    limiter.consume(3, 'a');
    expect(limiter.admit('a', false)).toBe('TEN_SECONDLY_ROLLING');
  });
});

describe('the daily limit', () => {
  it('is shared by all apps of the portal', () => {
    const { limiter } = limiterOf({ daily: 10 });
    limiter.consume(10, undefined);
    expect(limiter.admit('a', false)).toBe('DAILY');
  });

  it('starts anew at midnight in the account’s time zone', () => {
    // 22:59:59 UTC in winter is one second to midnight in Berlin.
    const { clock, limiter } = limiterOf({ daily: 1 }, Date.UTC(2026, 10, 2, 22, 59, 59));
    expect([limiter.admit('a', false), limiter.admit('a', false)]).toEqual(['admitted', 'DAILY']);
    clock.advance(1_000);
    expect(limiter.admit('a', false)).toBe('admitted');
  });
});

describe('the search limit', () => {
  it('is five per second for the whole portal', () => {
    const { clock, limiter } = limiterOf({});
    const told = ['a', 'b', 'a', 'b', 'a', 'b'].map((app) => limiter.admit(app, true));
    expect(told.at(-1)).toBe('SECONDLY');
    clock.advance(1_000);
    expect(limiter.admit('a', true)).toBe('admitted');
  });
});

describe('over the wire', () => {
  it('every answer tells what is left', async () => {
    const desk = openDesk();
    await desk.get('/crm/v3/owners');
    const { headers } = await desk.get('/crm/v3/owners');
    const told = [
      'Daily',
      'Daily-Remaining',
      'Interval-Milliseconds',
      'Max',
      'Remaining',
      'Secondly',
      'Secondly-Remaining',
    ];
    expect(told.map((name) => headers.get(`X-HubSpot-RateLimit-${name}`))).toEqual([
      '625000',
      '624998',
      '10000',
      '190',
      '188',
      '19',
      '17',
    ]);
  });

  it('the 191st request within ten seconds is a 429 with the documented body', async () => {
    const desk = openDesk();
    desk.emulator.consumeRequests({ count: 190, by: 'same-app' });
    const answer = await desk.get('/crm/v3/owners');
    expect(answer.status).toBe(429);
    expect(answer.json()).toMatchObject({
      status: 'error',
      message: 'You have reached your ten_secondly_rolling limit.',
      errorType: 'RATE_LIMIT',
      policyName: 'TEN_SECONDLY_ROLLING',
    });
    expect(answer.headers.get('Retry-After')).toBeNull();
    desk.clock.advance(10_000);
    expect((await desk.get('/crm/v3/owners')).status).toBe(200);
  });

  it('a write that meets the limit writes nothing', async () => {
    const desk = openDesk();
    desk.emulator.consumeRequests({ count: 190, by: 'same-app' });
    const before = desk.emulator.records('contacts');
    await desk.contacts('create', [{ properties: {} }]);
    expect(desk.emulator.records('contacts')).toEqual(before);
    expect(desk.emulator.writeLog).toEqual([]);
  });

  it('another app takes from the day, not from the burst', async () => {
    const desk = openDesk({ limits: { daily: 1_000 } });
    desk.emulator.consumeRequests({ count: 999, by: 'other-app' });
    expect((await desk.get('/crm/v3/owners')).status).toBe(200);
    expect((await desk.get('/crm/v3/owners')).refusal()).toMatchObject({
      message: 'You have reached your daily limit.',
    });
  });

  it('search answers carry no rate headers', async () => {
    const { headers } = await openDesk().post('/crm/v3/objects/contacts/search', {});
    expect(headers.get('X-HubSpot-RateLimit-Max')).toBeNull();
  });
});

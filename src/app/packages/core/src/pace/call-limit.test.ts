import { describe, expect, it } from 'vitest';
import { firstCallLimit, narrowAfterLock, narrowAfterSilence, widenAfterReply } from './call-limit.ts';

const MOST = 10;

function afterReplies(count: number, limit = firstCallLimit(MOST)) {
  return Array.from({ length: count }).reduce<typeof limit>((now) => widenAfterReply(now, MOST), limit);
}

describe('how many calls are open at once', () => {
  it('is two at first, and never more than wanted', () => {
    expect(firstCallLimit(MOST).calls).toBe(2);
    expect(firstCallLimit(1).calls).toBe(1);
  });

  it('is three more with every two replies, up to the most', () => {
    expect([1, 2, 5, 6, 100].map((count) => afterReplies(count).calls)).toEqual([3.5, 5, 9.5, 10, 10]);
  });

  it('is half after a lock, and grows slowly from then on', () => {
    const narrowed = narrowAfterLock(afterReplies(8), { since: 0, nowMs: 1000 });
    expect(narrowed.calls).toBe(5);
    expect(afterReplies(20, narrowed).calls).toBeLessThan(6.1);
  });

  it('takes calls that were open together for one trouble', () => {
    const first = narrowAfterSilence(afterReplies(8), { since: 500, nowMs: 1000 });
    const second = narrowAfterSilence(first, { since: 600, nowMs: 1100 });
    const later = narrowAfterSilence(second, { since: 1000, nowMs: 2000 });
    expect([first.silences, second.silences, later.silences]).toEqual([1, 1, 2]);
    expect([first.calls, second.calls, later.calls]).toEqual([5, 5, 2.5]);
  });

  it('never falls below one call, and forgets silences with the first reply', () => {
    let limit = firstCallLimit(MOST);
    for (let nowMs = 1; nowMs < 10; nowMs += 1) limit = narrowAfterSilence(limit, { since: nowMs, nowMs });
    expect(limit).toMatchObject({ calls: 1, silences: 9 });
    expect(widenAfterReply(limit, MOST).silences).toBe(0);
  });
});

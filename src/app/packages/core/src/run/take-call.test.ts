import { describe, expect, it } from 'vitest';
import { makeRecord } from '../testing/outcomes.ts';
import { chooseCall, nextDue } from './take-call.ts';
import { startItem, type WorkItem } from './work-item.ts';

function item(slot: number, told: Partial<WorkItem> = {}): WorkItem {
  return { ...startItem([makeRecord(slot, {})]), ...told };
}

function slots(items: readonly WorkItem[]): readonly number[] {
  return items.flatMap(({ pending }) => pending.map(({ record }) => record.slot));
}

const BOUNDS = { nowMs: 1000, maxBatches: 5, maxBytes: 1000 };

describe('chooseCall', () => {
  it('takes as many batches as a call may carry, in their order', () => {
    const queue = [0, 1, 2].map((slot) => item(slot, { bytes: 10 }));
    expect(slots(chooseCall(queue, { ...BOUNDS, maxBatches: 2 }))).toEqual([0, 1]);
  });

  it('stops at the bytes, and leaves no smaller batch out of order', () => {
    const queue = [item(0, { bytes: 600 }), item(1, { bytes: 600 }), item(2, { bytes: 10 })];
    expect(slots(chooseCall(queue, BOUNDS))).toEqual([0]);
  });

  it('sends a batch alone that is larger than a call should be', () => {
    expect(slots(chooseCall([item(0, { bytes: 5000 }), item(1, { bytes: 1 })], BOUNDS))).toEqual([0]);
  });

  it('passes over what is not due yet', () => {
    const queue = [item(0, { notBefore: 1001 }), item(1, { notBefore: 1000 })];
    expect(slots(chooseCall(queue, BOUNDS))).toEqual([1]);
  });
});

describe('nextDue', () => {
  it('is the batch that is due first of those that are not due', () => {
    const queue = [item(0), item(1, { notBefore: 3000 }), item(2, { notBefore: 2000 })];
    const next = nextDue(queue, 1000);
    expect(next === null ? [] : slots([next])).toEqual([2]);
  });

  it('is none when everything is due', () => {
    expect(nextDue([item(0)], 1000)).toBeNull();
  });
});

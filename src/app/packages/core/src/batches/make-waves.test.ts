import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputOf, makeItem, stampItem } from '../run/work-item.ts';
import { makeRecord } from '../testing/outcomes.ts';
import { planRows } from '../testing/model-plan.ts';
import { makeWaves, sizeOf } from './make-waves.ts';

const key = fc.option(
  fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.string({ unit: 'binary', maxLength: 40 })),
  { nil: null },
);
const properties = fc.dictionary(
  fc.constantFrom('name', 'phone'),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const records = fc
  .array(fc.record({ key, properties }), { maxLength: 300 })
  .map((list) => list.map((told, slot) => makeRecord(slot, told)));
const limits = fc.record({
  maxInputs: fc.integer({ min: 1, max: 100 }),
  maxBytes: fc.integer({ min: 200, max: 20_000 }),
});

describe('makeWaves', () => {
  it('puts every record into exactly one batch', () => {
    fc.assert(
      fc.property(records, limits, (list, limit) => {
        const slots = makeWaves(list, limit)
          .flat(2)
          .map(({ slot }) => slot);
        expect(slots.sort((one, other) => one - other)).toEqual(list.map(({ slot }) => slot));
      }),
    );
  });

  it('keeps the limits of a batch, a single larger record left aside', () => {
    fc.assert(
      fc.property(records, limits, (list, limit) => {
        for (const batch of makeWaves(list, limit).flat()) {
          expect(batch.length).toBeLessThanOrEqual(limit.maxInputs);
          const bytes = batch.reduce((sum, record) => sum + sizeOf(record), 0);
          if (batch.length > 1) expect(bytes).toBeLessThanOrEqual(limit.maxBytes);
        }
      }),
    );
  });

  it('never puts a key twice into a wave, and writes its rows in order', () => {
    fc.assert(
      fc.property(records, limits, (list, limit) => {
        const waves = makeWaves(list, limit).map((wave) => wave.flat());
        for (const wave of waves) {
          const keys = wave.flatMap((record) => record.key ?? []);
          expect(keys).toEqual([...new Set(keys)]);
        }
        const bySlot = waves
          .flat()
          .filter((record) => record.key === 'a')
          .map(({ slot }) => slot);
        expect(bySlot).toEqual([...bySlot].sort((one, other) => one - other));
      }),
    );
  });

  it('needs one wave for records without a key', () => {
    expect(makeWaves([makeRecord(0), makeRecord(1)], { maxInputs: 100, maxBytes: 10_000 })).toHaveLength(1);
  });

  it('makes nothing of nothing', () => {
    expect(makeWaves([], { maxInputs: 100, maxBytes: 10_000 })).toEqual([]);
  });
});

describe('sizeOf', () => {
  it('is never less than the input really takes, in bytes of UTF-8', () => {
    const plan = planRows([], { operation: 'upsert', keyProperty: 'x'.repeat(100) });
    fc.assert(
      fc.property(key, properties, (ownKey, values) => {
        const record = makeRecord(1_000_000, { key: ownKey, properties: values });
        const pending = [{ record, attempts: 1, firstSentAt: null, mayHaveBeenApplied: false }];
        const inputs = stampItem(makeItem(pending), 'r'.repeat(36), 0).map((sent) => inputOf(sent, plan));
        expect(Buffer.byteLength(JSON.stringify(inputs))).toBeLessThanOrEqual(sizeOf(record));
      }),
    );
  });
});

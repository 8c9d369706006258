import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeResult } from '../testing/bodies.ts';
import { shuffle } from '../testing/model-answer.ts';
import { MODEL_PROPERTIES } from '../testing/model-plan.ts';
import { makeSent } from '../testing/outcomes.ts';
import type { ResultRecord } from '../contract/batch-body.ts';
import type { SentRecord } from './attempt.ts';
import { matchByValues } from './match-by-values.ts';

type Values = Readonly<Record<string, string>>;

function rowsOf(...values: readonly Values[]): readonly SentRecord[] {
  return values.map((properties, slot) => makeSent(slot, { properties }));
}

function resultsOf(...values: readonly Values[]): readonly ResultRecord[] {
  return values.map((properties, index) => makeResult(String(100 + index), { properties }));
}

/** Slot and record id of every pair, by slot. */
function match(rows: readonly SentRecord[], results: readonly ResultRecord[]): readonly string[] {
  const pairs = matchByValues(rows, results, MODEL_PROPERTIES);
  return pairs.map(([row, { id }]) => `${String(row.record.slot)}-${id}`).sort();
}

const ada = { name: 'Ada' };
const adaWithPhone = { name: 'Ada', phone: '1' };

describe('matchByValues', () => {
  it('pairs rows with the records that hold all their values', () => {
    expect(match(rowsOf(ada, { name: 'Bo' }), resultsOf({ name: 'Bo' }, { ...ada, stage: 'lead' }))).toEqual([
      '0-101',
      '1-100',
    ]);
  });

  it('gives equal rows the records in the order of their ids', () => {
    expect(
      match(rowsOf(ada, ada), [makeResult('20', { properties: ada }), makeResult('9', { properties: ada })]),
    ).toEqual(['0-9', '1-20']);
  });

  it('gives a record that is named twice to one row', () => {
    const twice = makeResult('9', { properties: ada });
    expect(match(rowsOf(ada, ada), [twice, twice])).toEqual(['0-9']);
  });

  it('leaves a record that fits different rows unpaired', () => {
    expect(match(rowsOf(ada, adaWithPhone), resultsOf(adaWithPhone))).toEqual([]);
  });

  it('finds the row of a record by excluding rows that are taken', () => {
    expect(match(rowsOf(ada, adaWithPhone), resultsOf(adaWithPhone, ada))).toEqual(['0-101', '1-100']);
  });

  it('pairs nothing when more records fit than there are rows: one of them is another row’s, altered', () => {
    expect(match(rowsOf(ada, adaWithPhone), resultsOf(ada, ada))).toEqual([]);
  });

  it('pairs nothing with records that hold other values', () => {
    expect(match(rowsOf(ada), resultsOf({ name: 'ada' }))).toEqual([]);
  });

  it('gives the same pairs for every order of results', () => {
    const values = fc.record(
      { name: fc.constantFrom('Ada', 'Bo'), phone: fc.constantFrom('1', '2') },
      { requiredKeys: ['name'] },
    );
    const lists = fc.array(values, { maxLength: 7 });
    fc.assert(
      fc.property(lists, lists, fc.nat(), (sent, stored, seed) => {
        const results = resultsOf(...stored);
        expect(match(rowsOf(...sent), shuffle(results, seed))).toEqual(match(rowsOf(...sent), results));
      }),
    );
  });

  it('pairs no row and no record twice, and only what fits', () => {
    const values = fc.record(
      { name: fc.constantFrom('Ada', 'Bo'), phone: fc.constantFrom('1', '2') },
      { requiredKeys: ['name'] },
    );
    const lists = fc.array(values, { maxLength: 7 });
    fc.assert(
      fc.property(lists, lists, (sent, stored) => {
        const pairs = matchByValues(rowsOf(...sent), resultsOf(...stored), MODEL_PROPERTIES);
        expect(new Set(pairs.map(([row]) => row)).size).toBe(pairs.length);
        expect(new Set(pairs.map(([, result]) => result)).size).toBe(pairs.length);
        for (const [row, result] of pairs) expect(result.properties).toMatchObject(row.record.properties);
      }),
    );
  });
});

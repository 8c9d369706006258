import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordToWrite } from '../plan/plan-part.ts';
import { makeRecord } from '../testing/outcomes.ts';
import { readCsv } from '../testing/read-csv.ts';
import type { ImportLayout } from './import-layout.ts';
import { cellsOf } from './import-layout.ts';
import { sliceImport, SLICE_LIMITS, type ImportSlice, type SliceLimits } from './slice-import.ts';

const layout: ImportLayout = {
  operation: 'upsert',
  hasKey: true,
  columns: [
    { property: 'email', kind: 'unique-key' },
    { property: 'name', kind: 'value' },
  ],
};

function person(slot: number, name: string): RecordToWrite {
  return makeRecord(slot, { key: `p${String(slot)}@example.org`, properties: { name } });
}

function people(count: number, name = 'Ada'): readonly RecordToWrite[] {
  return Array.from({ length: count }, (_, slot) => person(slot, name));
}

function slicesOf(
  records: readonly RecordToWrite[],
  limits: Partial<SliceLimits> = {},
): readonly ImportSlice[] {
  const steps = [...sliceImport(records, layout, { ...SLICE_LIMITS, ...limits })];
  return steps.flatMap((step) => (step.kind === 'slice' ? [step.slice] : []));
}

function textOf({ content }: ImportSlice): string {
  return gunzipSync(content).toString('utf8');
}

describe('slices of an import', () => {
  it('are CSV with a header that names properties', () => {
    const [slice] = slicesOf([person(0, 'Ada'), person(1, 'Bo, "the" one')]);
    expect(slice === undefined ? '' : textOf(slice)).toBe(
      'email,name\r\np0@example.org,Ada\r\np1@example.org,"Bo, ""the"" one"\r\n',
    );
  });

  it('hold every record once, in order, whatever the values and limits', () => {
    const names = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 1, maxLength: 60 });
    const limits = fc.record({
      maxBytes: fc.integer({ min: 1, max: 2000 }),
      maxRecords: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(names, limits, (given, chosen) => {
        const records = given.map((name, slot) => person(slot, name));
        const slices = slicesOf(records, chosen);
        expect(slices.flatMap((slice) => slice.records)).toEqual(records);
        expect(slices.map(({ number }) => number)).toEqual(slices.map((_, index) => index + 1));
        for (const slice of slices) {
          const [, ...rows] = readCsv(textOf(slice));
          expect(rows).toEqual(slice.records.map((record) => [...cellsOf(record, layout)]));
          expect(slice.records.length).toBeLessThanOrEqual(chosen.maxRecords);
          const bytes = new TextEncoder().encode(textOf(slice)).length;
          if (slice.records.length > 1) expect(bytes).toBeLessThanOrEqual(chosen.maxBytes);
        }
      }),
    );
  });

  it('are the same for the same records', () => {
    const records = people(3000);
    const limits = { maxBytes: 20_000 };
    expect(slicesOf(records, limits).map(({ content }) => [...content])).toEqual(
      slicesOf(records, limits).map(({ content }) => [...content]),
    );
  });

  it('end early where values pack badly', () => {
    const random = fc.sample(fc.string({ minLength: 400, maxLength: 400, unit: 'binary-ascii' }), {
      numRuns: 2000,
      seed: 4,
    });
    const records = random.map((name, slot) => person(slot, name));
    const limits = { maxPackedBytes: 200_000 };
    const slices = slicesOf(records, limits);
    expect(slices.length).toBeGreaterThan(1);
    for (const { content } of slices) expect(content.length).toBeLessThanOrEqual(limits.maxPackedBytes);
    expect(slices.flatMap((slice) => slice.records)).toEqual(records);
  });

  it('know the physical line of a record only where lines and records differ', () => {
    const plain = slicesOf(people(2));
    const broken = slicesOf([person(0, 'a\r\nb\nc'), person(1, 'd'), person(2, 'e\rf'), person(3, 'g')]);
    expect(plain[0]?.firstLines).toBeNull();
    expect(broken[0]?.firstLines).toEqual([2, 5, 6, 8]);
  });

  it('come between turns that do a bounded piece of work', () => {
    const steps = [...sliceImport(people(1200), layout)];
    expect(steps.map((step) => (step.kind === 'working' ? step.recordsDone : 'slice'))).toEqual([
      500,
      1000,
      1200,
      'slice',
    ]);
  });

  it('of nothing are none', () => {
    expect(slicesOf([])).toEqual([]);
  });

  it('take a record that is larger than a slice by itself', () => {
    const records = [person(0, 'x'.repeat(500)), person(1, 'y'.repeat(500))];
    expect(slicesOf(records, { maxBytes: 100 }).map((slice) => slice.records.length)).toEqual([1, 1]);
  });

  it('guard nothing against spreadsheets: HubSpot gets the very values', () => {
    const [slice] = slicesOf([person(0, '=1+1'), person(1, ' a ')]);
    expect(slice === undefined ? [] : readCsv(textOf(slice)).slice(1)).toEqual([
      ['p0@example.org', '=1+1'],
      ['p1@example.org', ' a '],
    ]);
  });
});

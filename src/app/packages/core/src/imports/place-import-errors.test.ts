import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportError } from '../contract/import-records.ts';
import { makeRecord } from '../testing/outcomes.ts';
import { cellsOf, type ImportLayout } from './import-layout.ts';
import { placeErrors, recognisingColumns } from './place-import-errors.ts';
import { sliceImport, type ImportSlice } from './slice-import.ts';

const keyed: ImportLayout = {
  operation: 'upsert',
  hasKey: true,
  columns: [
    { property: 'email', kind: 'unique-key' },
    { property: 'name', kind: 'value' },
  ],
};
const keyless: ImportLayout = { ...keyed, operation: 'create', hasKey: false };

function sliceOf(names: readonly string[], layout: ImportLayout): ImportSlice {
  const records = names.map((name, slot) =>
    makeRecord(slot, {
      key: layout.hasKey ? `p${String(slot)}@example.org` : null,
      properties: layout.hasKey ? { name } : { email: '', name },
    }),
  );
  for (const step of sliceImport(records, layout)) if (step.kind === 'slice') return step.slice;
  throw new Error('no slice');
}

function errorAt(lineNumber: number, cells: readonly (string | null)[]): ImportError {
  return {
    ...{ errorId: '1', errorType: 'INVALID_EMAIL', message: 'no', invalidValue: null, columnNumber: 0 },
    reach: 'open',
    ...{ lineNumber, objectTypeId: '0-1', extraContext: null, cells: [...cells] },
  };
}

function slotOf(error: ImportError, slice: ImportSlice, layout: ImportLayout): number | null {
  const { ofRecords, ofNobody } = placeErrors([error], slice, layout);
  expect(ofRecords.size + ofNobody.length).toBe(1);
  return [...ofRecords.keys()][0]?.slot ?? null;
}

describe('an error of an import', () => {
  it.each(['records', 'lines', 'records-without-header'] as const)(
    'finds its row when line numbers count %s, or finds none',
    (counting) => {
      const names = fc.array(fc.constantFrom('a', 'b', 'c\nd', 'e\r\nf\ng'), { minLength: 1, maxLength: 12 });
      fc.assert(
        fc.property(names, fc.nat(), fc.boolean(), (given, at, hasKey) => {
          const layout = hasKey ? keyed : keyless;
          const slice = sliceOf(given, layout);
          const slot = at % given.length;
          const record = slice.records[slot];
          if (record === undefined) return;
          const lines = { records: slot + 2, lines: slice.firstLines?.[slot] ?? slot + 2 };
          const line = counting === 'records-without-header' ? slot + 1 : lines[counting];
          const found = slotOf(errorAt(line, cellsOf(record, layout)), slice, layout);
          if (hasKey) expect(found).toBe(slot);
          else expect([slot, null]).toContain(found);
        }),
      );
    },
  );

  it('of equal neighbours belongs to neither', () => {
    const slice = sliceOf(['a', 'a'], keyless);
    expect(slotOf(errorAt(2, ['', 'a']), slice, keyless)).toBeNull();
  });

  it('finds its row by the key alone, wherever HubSpot says it is', () => {
    const slice = sliceOf(['a', 'b', 'c', 'd'], keyed);
    expect(slotOf(errorAt(99, ['p1@example.org', 'b']), slice, keyed)).toBe(1);
  });

  it.each([
    ['of the whole file', errorAt(0, ['p0@example.org', 'a'])],
    ['with other cells than the row on its line', errorAt(2, ['x@example.org', 'a'])],
    ['that does not say a cell', errorAt(2, [null, null])],
    ['on no line', errorAt(99, ['', ''])],
  ])('%s belongs to nobody', (_, error) => {
    expect(slotOf(error, sliceOf(['a', 'b'], keyed), keyed)).toBeNull();
  });

  it('is recognised although HubSpot trims and shortens', () => {
    const slice = sliceOf([` ${'x'.repeat(2000)}`], keyed);
    expect(slotOf(errorAt(2, ['p0@example.org', ` ${'x'.repeat(999)}`]), slice, keyed)).toBe(0);
  });

  it('is recognised although HubSpot keeps a cell back', () => {
    const slice = sliceOf(['a', 'b'], keyed);
    expect(slotOf(errorAt(3, ['p1@example.org', null]), slice, keyed)).toBe(1);
  });

  it('is recognised by ten columns at most', () => {
    const columns = Array.from({ length: 30 }, (_, index) => {
      return { property: `p${String(index)}`, kind: 'value' } as const;
    });
    expect(recognisingColumns({ ...keyed, columns })).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

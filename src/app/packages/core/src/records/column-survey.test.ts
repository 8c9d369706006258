import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table } from '../input/table.ts';
import { finish } from '../slices/sliced.ts';
import { makeProperty } from '../testing/properties.ts';
import { formatOfColumn } from './column-format.ts';
import { ColumnSurvey } from './column-survey.ts';

const TARGETS = [
  { columnIndex: 0, property: makeProperty('points', { type: 'number', fieldType: 'number' }) },
  { columnIndex: 1, property: makeProperty('born', { type: 'date', fieldType: 'date' }) },
  { columnIndex: 2, property: makeProperty('name') },
];

const rows = fc.array(
  fc.tuple(
    fc.constantFrom('1,234', '1.234', '1,234.5', '7', '', 'many'),
    fc.constantFrom('01/02/2026', '13/02/2026', '02/13/2026', '2026-02-01', ''),
    fc.constantFrom('Ada', ''),
  ),
  { maxLength: 40 },
);

function tableOf(cells: readonly (readonly string[])[]): Table {
  const columns = TARGETS.map(({ columnIndex, property }) => ({ index: columnIndex, header: property.name }));
  return { columns, rows: cells.map((each, slot) => ({ number: slot + 2, cells: each })) };
}

describe('ColumnSurvey', () => {
  it('finds in parts what looking at whole columns finds', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (cells, size) => {
        const survey = new ColumnSurvey(TARGETS);
        for (let at = 0; at < cells.length; at += size)
          finish(survey.note(tableOf(cells.slice(at, at + size))));
        const found = survey.found();
        for (const target of TARGETS.slice(0, 2)) {
          const whole = finish(formatOfColumn(tableOf(cells), target, {}));
          expect(found.get(target.columnIndex)).toEqual(whole);
        }
        expect(found.has(2)).toBe(false);
      }),
    );
  });

  it('is what a part of the column is read by, unless the admin chose', () => {
    const survey = new ColumnSurvey(TARGETS);
    finish(survey.note(tableOf([['1,234.5', '13/02/2026', '']])));
    const part = tableOf([['1,234', '01/02/2026', '']]);
    const [number] = TARGETS;
    if (number === undefined) throw new Error('no column');
    const found = survey.found();
    expect(finish(formatOfColumn(part, number, { found }))).toEqual(found.get(0));
    const chosen = { kind: 'number', decimalMark: ',', percentAs: 'points' } as const;
    const formats = new Map([[0, chosen]]);
    const settled = finish(formatOfColumn(part, number, { found, formats }));
    expect(settled.alternatives).toEqual([chosen]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Table } from '../input/table.ts';
import { makeProperty } from '../testing/properties.ts';
import { findOpenColumns } from './column-format.ts';

const targets = [
  { columnIndex: 1, property: makeProperty('amount', { type: 'number', fieldType: 'number' }) },
  { columnIndex: 2, property: makeProperty('closedate', { type: 'date', fieldType: 'date' }) },
  { columnIndex: 0, property: makeProperty('name') },
];

function tableOf(...rows: readonly (readonly string[])[]): Table {
  return {
    columns: [0, 1, 2].map((index) => ({ index, header: '' })),
    rows: rows.map((cells, index) => ({ number: index + 2, cells })),
  };
}

const open = tableOf(['1.234', '7', '05/05/2024'], ['', '1.234', '01/02/2024']);

describe('findOpenColumns', () => {
  it('tells each open column with what its example means in each way', () => {
    const told = findOpenColumns(open, { targets }).map(({ target, examples, alternatives }) => ({
      column: target.columnIndex,
      examples,
      readings: alternatives.map(({ readings }) => readings),
    }));
    expect(told).toEqual([
      {
        column: 1,
        examples: ['1.234'],
        readings: [[{ kind: 'value', value: '1.234' }], [{ kind: 'value', value: '1234' }]],
      },
      {
        column: 2,
        examples: ['01/02/2024'],
        readings: [[{ kind: 'value', value: '2024-02-01' }], [{ kind: 'value', value: '2024-01-02' }]],
      },
    ]);
  });

  it('asks no more once a format is chosen', () => {
    const [amount] = findOpenColumns(open, { targets });
    const chosen = amount?.alternatives[1]?.format ?? { kind: 'plain' as const };
    const left = findOpenColumns(open, { targets, formats: new Map([[1, chosen]]) });
    expect(left.map(({ target }) => target.columnIndex)).toEqual([2]);
  });

  it('looks at every row: the last one may settle it', () => {
    const rows = Array.from({ length: 3000 }, () => ['', '1.234', '01/02/2024']);
    expect(findOpenColumns(tableOf(...rows, ['', '0,5', '31/12/2024']), { targets })).toEqual([]);
  });
});

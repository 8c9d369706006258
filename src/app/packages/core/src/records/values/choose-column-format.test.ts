import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeProperty } from '../../testing/properties.ts';
import { chooseColumnFormat } from './choose-column-format.ts';
import { DATE, NUMBER, readColumn, tell } from './testing/read-column.ts';

function ordersOf(...cells: readonly string[]) {
  const { alternatives, examples } = chooseColumnFormat(DATE, cells);
  const orders = alternatives.map((format) => (format.kind === 'date' ? format.order : format.kind));
  return { orders, examples };
}

describe('chooseColumnFormat', () => {
  it.each([
    [[], ['dmy'], []],
    [['', 'n/a', '2024-05-01'], ['dmy'], []],
    [['05/05/2024'], ['dmy'], []],
    [['01/02/2024', '02/01/2024'], ['dmy', 'mdy'], ['01/02/2024']],
    [['05/05/2024', '01/02/2024'], ['dmy', 'mdy'], ['01/02/2024']],
    [['01/02/2024', '13/02/2024'], ['dmy'], []],
    [['01/02/2024', '02/13/2024'], ['mdy'], []],
    [['13/02/2024', '02/13/2024'], ['dmy', 'mdy'], []],
    [['13/02/2024', '02/13/2024', '01/02/2024'], ['dmy', 'mdy'], ['01/02/2024']],
    [['01.02.2024'], ['dmy'], []],
    [['24-12-28'], ['dmy', 'ymd'], ['24-12-28']],
    [['24/12/31'], ['dmy', 'dmy'], ['24/12/31']],
    [['1-2-03'], ['dmy', 'mdy'], ['1-2-03']],
    [['01-02-03'], ['dmy', 'mdy', 'ymd'], ['01-02-03']],
  ])('of the dates %j leaves %j and shows %j', (cells, orders, examples) => {
    expect(ordersOf(...cells)).toEqual({ orders, examples });
  });

  it('keeps what no cell tells apart: a cell that is typed later may', () => {
    expect(chooseColumnFormat(NUMBER, ['1', '2']).fitting).toHaveLength(4);
    expect(chooseColumnFormat(NUMBER, ['1,5']).fitting).toHaveLength(2);
    expect(chooseColumnFormat(NUMBER, ['1,5', '7%']).fitting).toHaveLength(2);
  });

  it('shows as few cells as tell the alternatives apart', () => {
    const { alternatives, examples } = chooseColumnFormat(NUMBER, ['7', '1.234', '2.345', '12 %', '13 %']);
    expect(alternatives).toHaveLength(4);
    expect(examples).toEqual(['1.234', '12 %']);
  });

  it('has nothing to choose for properties that are read in one way only', () => {
    const text = makeProperty('name');
    expect(chooseColumnFormat(text, ['1.234', '01/02/2024'])).toMatchObject({
      alternatives: [{ kind: 'plain' }],
      examples: [],
    });
  });

  it('asks about a column exactly when one of its cells is open', () => {
    const cell = fc.constantFrom('1', '1.234', '1,234', '0,5', '0.5', '12 %', '1.234,5', 'x', '', '1,2,3');
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 6 }), (cells) => {
        const hasOpenCell = readColumn(NUMBER, cells).some((reading) =>
          tell(reading).startsWith('(format-open'),
        );
        expect(chooseColumnFormat(NUMBER, cells).examples.length > 0).toBe(hasOpenCell);
      }),
    );
  });

  it('does not depend on the order of the cells', () => {
    const cell = fc.constantFrom(
      '01/02/2024',
      '13/02/2024',
      '02/13/2024',
      '1-2-45',
      '2024-01-01',
      '01.02.03',
      'x',
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 6 }), (cells) => {
        const backwards = [...cells].reverse();
        expect(ordersOf(...backwards).orders).toEqual(ordersOf(...cells).orders);
      }),
    );
  });
});

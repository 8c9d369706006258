import { describe, expect, it } from 'vitest';
import { readLabelledHeaders } from './labelled-sheet.ts';
import { makeTable } from './make-table.ts';

describe('readLabelledHeaders', () => {
  it('reads a column of a property with its samples', () => {
    expect(readLabelledHeaders('\nFirst | firstname | Clara ; Jonas\n')).toEqual([
      {
        header: 'First',
        belonging: { kind: 'property', property: 'firstname' },
        samples: ['Clara', 'Jonas'],
      },
    ]);
  });

  it('reads a column of nothing, with and without samples', () => {
    expect(readLabelledHeaders('Id | - | 7\nTags | -')).toEqual([
      { header: 'Id', belonging: { kind: 'nothing' }, samples: ['7'] },
      { header: 'Tags', belonging: { kind: 'nothing' }, samples: [] },
    ]);
  });

  it('reads a column that may stay out as well', () => {
    const [column] = readLabelledHeaders('Region | state?');
    expect(column?.belonging).toEqual({ kind: 'either', property: 'state' });
  });

  it('keeps the punctuation of a header', () => {
    const headers = readLabelledHeaders('Address 1: City | city\n# | -\nCategories | - | A;B');
    expect(headers.map(({ header }) => header)).toEqual(['Address 1: City', '#', 'Categories']);
    expect(headers[2]?.samples).toEqual(['A;B']);
  });

  it('refuses a line that names no property', () => {
    expect(() => readLabelledHeaders('First')).toThrow('No property');
  });
});

describe('makeTable', () => {
  it('has a row for each sample and blanks where a list is shorter', () => {
    const table = makeTable(readLabelledHeaders('First | firstname | Clara ; Jonas\nId | - | 7'));
    expect(table.rows).toEqual([
      { number: 2, cells: ['Clara', '7'] },
      { number: 3, cells: ['Jonas', ''] },
    ]);
  });

  it('has a blank row where there are no samples at all', () => {
    expect(makeTable(readLabelledHeaders('First | firstname')).rows).toEqual([{ number: 2, cells: [''] }]);
  });
});

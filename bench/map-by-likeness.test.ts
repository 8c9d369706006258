import { describe, expect, it } from 'vitest';
import { readLabelledHeaders } from './labelled/labelled-sheet.ts';
import { makeTable } from './labelled/make-table.ts';
import { mapByLikeness } from './map-by-likeness.ts';
import { makePortal } from './portal/make-portal.ts';

const contacts = makePortal('contacts');

function mapHeaders(...headers: readonly string[]): readonly (string | null)[] {
  const table = makeTable(readLabelledHeaders(headers.map((header) => `${header} | -`).join('\n')));
  return mapByLikeness(table, contacts, 0.2);
}

describe('mapByLikeness', () => {
  it('finds a label in spite of a slip of the pen', () => {
    expect(mapHeaders('Frist Name', 'Postal Cod')).toEqual(['firstname', 'zip']);
  });

  it('leaves out what resembles nothing', () => {
    expect(mapHeaders('xyzzy')).toEqual([null]);
  });

  it('gives a property to its likest column only', () => {
    expect(mapHeaders('Postal Cod', 'Postal Code')).toEqual([null, 'zip']);
  });

  it('offers no read-only property but the record id', () => {
    expect(mapHeaders('Create Date', 'Record ID')).toEqual([null, 'hs_object_id']);
  });
});

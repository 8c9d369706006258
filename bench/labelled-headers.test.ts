import { describe, expect, it } from 'vitest';
import { LABELLED_SHEETS } from './labelled-headers.ts';
import { readLabelledHeaders } from './labelled/labelled-sheet.ts';
import { makePortal, PROPERTY_COUNT } from './portal/make-portal.ts';

const labelled = LABELLED_SHEETS.flatMap(({ source, file, object, headers }) =>
  readLabelledHeaders(headers).map((header) => ({ where: `${source}, ${file}`, object, ...header })),
);

describe('the labelled list', () => {
  it('has at least 600 headers of at least 12 sources', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(600);
    expect(new Set(LABELLED_SHEETS.map(({ source }) => source)).size).toBeGreaterThanOrEqual(12);
  });

  it('has at least a third of columns that belong to nothing', () => {
    const nothing = labelled.filter(({ belonging }) => belonging.kind === 'nothing');
    expect(nothing.length).toBeGreaterThanOrEqual(labelled.length / 3);
  });

  it('names only properties the portal has and lets be written', () => {
    const strays = labelled.filter(({ object, belonging }) => {
      if (belonging.kind === 'nothing') return false;
      const found = makePortal(object).find(({ name }) => name === belonging.property);
      return found === undefined || (found.readOnly && found.name !== 'hs_object_id');
    });
    expect(strays).toEqual([]);
  });

  it('sends no two columns of a file to one property', () => {
    const repeated = LABELLED_SHEETS.flatMap(({ source, file, headers }) => {
      const names = readLabelledHeaders(headers).flatMap(({ belonging }) =>
        belonging.kind === 'property' ? [belonging.property] : [],
      );
      return names.filter((name, index) => names.indexOf(name) !== index).map((name) => [source, file, name]);
    });
    expect(repeated).toEqual([]);
  });

  it('holds no address but of the domains kept for examples', () => {
    const addresses = labelled.flatMap(({ samples }) => samples.filter((sample) => sample.includes('@')));
    expect(addresses.filter((address) => !/@example\.(?:org|com)\b/.test(address))).toEqual([]);
  });
});

describe('the portal', () => {
  it.each(['contacts', 'companies', 'deals', 'products', 'tickets'] as const)(
    'has 500 properties of different names for %s',
    (object) => {
      const names = makePortal(object).map(({ name }) => name);
      expect(new Set(names).size).toBe(PROPERTY_COUNT);
    },
  );

  it('gives owners by name and, hidden, by e-mail', () => {
    const owner = makePortal('contacts').find(({ name }) => name === 'hubspot_owner_id');
    expect(owner?.options.slice(0, 2)).toEqual([
      { label: 'Anna Weber', value: '9000', hidden: false },
      { label: 'anna.weber@example.org', value: '9000', hidden: true },
    ]);
  });
});

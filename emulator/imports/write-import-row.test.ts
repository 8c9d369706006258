import { describe, expect, it } from 'vitest';
import { openImportDesk } from '../testing/import-desk.ts';
import type { ImportDesk, SentImport } from '../testing/import-desk.ts';

const ada = { email: 'ada@example.org', firstname: 'Ada' };

async function errorsOf(desk: ImportDesk, sent: SentImport) {
  const { id } = await desk.start(sent);
  desk.finish();
  const errors = await desk.errors(id);
  return errors.map(({ errorType, knownColumnNumber, sourceData }) => [
    sourceData.lineNumber,
    knownColumnNumber,
    errorType,
  ]);
}

function named(desk: ImportDesk, email: string) {
  return desk.emulator.records('contacts').find(({ properties }) => properties.email === email)?.properties;
}

describe('a cell that HubSpot cannot take is left out, and the row written', () => {
  it.each([
    ['membership_level', 'gold plated', 'INVALID_ENUMERATION_OPTION'],
    ['first_purchase_date', 'yesterday', 'COULD_NOT_PARSE_DATE'],
    ['loyalty_points', 'many', 'COULD_NOT_PARSE_NUMBER'],
    ['hubspot_owner_id', '999', 'COULD_NOT_FIND_OWNER'],
  ])('%s of %j', async (property, value, errorType) => {
    const desk = openImportDesk({ world: 'empty' });
    const sent = { columns: ['email*', 'firstname', property], rows: [`new@example.org,New,${value}`] };
    expect(await errorsOf(desk, sent)).toEqual([[2, 2, errorType]]);
    expect(named(desk, 'new@example.org')).toMatchObject({ firstname: 'New' });
    expect(named(desk, 'new@example.org')).not.toHaveProperty(property);
  });

  it('or the row is not written, if switched', async () => {
    const desk = openImportDesk({ world: 'empty', behaviour: { importBadCell: 'row-rejected' } });
    const sent = { columns: ['email*', 'loyalty_points'], rows: ['new@example.org,many'] };
    expect(await errorsOf(desk, sent)).toHaveLength(1);
    expect(named(desk, 'new@example.org')).toBeUndefined();
  });

  it('while an empty cell is none: it leaves the property as it is', async () => {
    const desk = openImportDesk({ world: 'empty' });
    await desk.contacts('create', [{ properties: ada }]);
    expect(await errorsOf(desk, { columns: ['email*', 'firstname'], rows: ['ada@example.org,'] })).toEqual(
      [],
    );
    expect(named(desk, 'ada@example.org')?.firstname).toBe('Ada');
  });
});

describe('a row is not written', () => {
  it.each<[string, SentImport, [number, number | undefined, string]]>([
    [
      'with too few columns',
      { columns: ['email*', 'firstname'], rows: ['x@example.org'] },
      [2, undefined, 'INCORRECT_NUMBER_OF_COLUMNS'],
    ],
    ['with an invalid e-mail as its key', { columns: ['email*'], rows: ['nobody'] }, [2, 0, 'INVALID_EMAIL']],
    ['with an empty key', { columns: ['email*', 'firstname'], rows: [',x'] }, [2, 0, 'INVALID_ALTERNATE_ID']],
    [
      'whose record exists, where only new ones are made',
      { operation: 'CREATE', columns: ['email*'], rows: ['ada@example.org'] },
      [2, 0, 'CREATE_ONLY_IMPORT'],
    ],
    [
      'whose record is missing, where none is made',
      { operation: 'UPDATE', columns: ['email*', 'firstname'], rows: ['x@example.org,x'] },
      [2, 0, 'UPDATE_ONLY_IMPORT'],
    ],
    [
      'with a record id that nobody has',
      { operation: 'UPDATE', columns: ['hs_object_id#', 'city'], rows: ['17,Ulm'] },
      [2, 0, 'INVALID_OBJECT_ID'],
    ],
    [
      'with a record id that is none',
      { operation: 'UPDATE', columns: ['hs_object_id#', 'city'], rows: ['x,Ulm'] },
      [2, 0, 'INVALID_OBJECT_ID'],
    ],
    [
      'with the key of an earlier row',
      { columns: ['email*', 'city'], rows: ['b@example.org,Ulm', 'B@example.org,Bonn'] },
      [3, 0, 'DUPLICATE_ALTERNATE_ID'],
    ],
    [
      'that is the same as an earlier one, where nothing identifies them',
      { operation: 'CREATE', columns: ['firstname', 'city'], rows: ['Bo,Ulm', 'Bo,Ulm'] },
      [3, undefined, 'DUPLICATE_ROW_CONTENT'],
    ],
    [
      'with a unique value of another record',
      { columns: ['email*', 'customer_number'], rows: ['b@example.org,K-1'] },
      [2, 1, 'DUPLICATE_UNIQUE_PROPERTY_VALUE'],
    ],
    [
      'without what a new record needs',
      { objectTypeId: '0-3', operation: 'CREATE', columns: ['amount'], rows: ['7'] },
      [2, undefined, 'MISSING_REQUIRED_PROPERTY'],
    ],
  ])('%s', async (_, sent, error) => {
    const desk = openImportDesk({ world: 'empty' });
    await desk.contacts('create', [{ properties: { ...ada, customer_number: 'K-1' } }]);
    expect(await errorsOf(desk, sent)).toEqual([error]);
    const count = desk.emulator.records('contacts').length + desk.emulator.records('deals').length;
    expect(count).toBe(1 + sent.rows.length - 1);
  });

  it('twice, if equal rows are switched to be two records', async () => {
    const desk = openImportDesk({ world: 'empty', behaviour: { importSkipsEqualRows: false } });
    const columns = ['firstname', 'city'];
    expect(await errorsOf(desk, { operation: 'CREATE', columns, rows: ['Bo,Ulm', 'Bo,Ulm'] })).toEqual([]);
    expect(desk.emulator.records('contacts')).toHaveLength(2);
  });
});

describe('an error', () => {
  const sent = {
    columns: ['email*', 'city', 'loyalty_points'],
    rows: ['"a@example.org","Ulm\n(Donau)",1', 'b@example.org,Bonn,many', 'c@example.org,Köln,many'],
  };

  it.each([
    ['records', [3, 4]],
    ['lines', [4, 5]],
    ['records-without-header', [2, 3]],
  ] as const)('counts %s', async (importLineNumbers, lines) => {
    const desk = openImportDesk({ world: 'empty', behaviour: { importLineNumbers } });
    expect((await errorsOf(desk, sent)).map(([line]) => line)).toEqual(lines);
  });

  it('brings its message and row only on request, and comes in pages', async () => {
    const desk = openImportDesk({ world: 'empty' });
    const { id } = await desk.start(sent);
    desk.finish();
    const [bare] = await desk.errors(id, 'limit=1');
    const [whole] = await desk.errors(id);
    const [second] = await desk.errors(id, 'limit=1&after=1');
    expect(bare).not.toHaveProperty('errorMessage');
    expect(bare?.sourceData.rowData).toEqual([]);
    expect(whole).toMatchObject({ errorMessage: 'many was not a valid number', invalidValue: 'many' });
    expect(whole?.sourceData.rowData).toEqual(['b@example.org', 'Bonn', 'many']);
    expect([bare?.id, second?.sourceData.lineNumber]).toEqual([whole?.id, 4]);
  });
});

describe('an update by record id', () => {
  it('changes what it names', async () => {
    const desk = openImportDesk({ world: 'empty' });
    const created = (await desk.contacts('create', [{ properties: ada }])).batch();
    const rows = [`${created.results[0]?.id ?? ''},Ulm`];
    expect(await errorsOf(desk, { operation: 'UPDATE', columns: ['hs_object_id#', 'city'], rows })).toEqual(
      [],
    );
    expect(named(desk, 'ada@example.org')).toMatchObject({ firstname: 'Ada', city: 'Ulm' });
  });
});

import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { found, openDesk } from '../testing/portal-desk.ts';

const read = '/crm/v3/objects/contacts/batch/read';

const historySchema = v.looseObject({
  results: v.array(
    v.looseObject({
      propertiesWithHistory: v.record(
        v.string(),
        v.array(v.looseObject({ value: v.string(), timestamp: v.string(), sourceType: v.string() })),
      ),
    }),
  ),
});

describe('batch read', () => {
  it('gives the default properties when none are named', async () => {
    const desk = openDesk();
    const [result] = (await desk.post(read, { inputs: [{ id: desk.contact(0).id }] })).batch().results;
    expect(Object.keys(found(result).properties)).toEqual([
      'createdate',
      'email',
      'firstname',
      'hs_object_id',
      'lastmodifieddate',
      'lastname',
    ]);
  });

  it('gives the named properties, null where there is no value', async () => {
    const desk = openDesk();
    const body = { inputs: [{ id: desk.contact(0).id }], properties: ['city', 'fax'] };
    const [result] = (await desk.post(read, body)).batch().results;
    expect(result?.properties).toMatchObject({ city: desk.contact(0).properties.city, fax: null });
    expect(result?.properties).not.toHaveProperty('email');
  });

  it('answers 207 with one entry for all unknown ids', async () => {
    const desk = openDesk();
    const inputs = [{ id: '1' }, { id: desk.contact(0).id }, { id: '2' }];
    const answer = await desk.post(read, { inputs });
    expect(answer.status).toBe(207);
    expect(answer.batch().numErrors).toBe(1);
    expect(answer.batch().errors[0]?.context).toEqual({ ids: ['1', '2'] });
    expect(answer.batch().results).toHaveLength(1);
  });

  it('names an unknown id once, however often it was asked for', async () => {
    const inputs = [{ id: '1' }, { id: '1' }];
    expect((await openDesk().post(read, { inputs })).batch().errors[0]?.context.ids).toEqual(['1']);
  });

  it('refuses the whole call for an unknown property', async () => {
    const desk = openDesk();
    const answer = await desk.post(read, {
      inputs: [{ id: desk.contact(0).id }],
      properties: ['email', 'nope'],
    });
    expect(answer.status).toBe(400);
    expect(answer.refusal().errors?.[0]?.code).toBe('PROPERTY_DOESNT_EXIST');
  });

  it('finds contacts by e-mail, in any case, and by alias', async () => {
    const desk = openDesk();
    const owner = found(
      desk.emulator
        .records('contacts')
        .find(({ properties, archived }) => !archived && properties.hs_additional_emails),
    );
    const inputs = [
      { id: desk.contact(0).properties.email?.toUpperCase() },
      { id: owner.properties.hs_additional_emails },
    ];
    const { results } = (await desk.post(read, { inputs, idProperty: 'email' })).batch();
    expect(results.map(({ id }) => id).sort()).toEqual([desk.contact(0).id, owner.id].sort());
  });

  it('refuses a key that is not unique', async () => {
    expect((await openDesk().post(read, { inputs: [{ id: 'x' }], idProperty: 'city' })).status).toBe(400);
  });

  it('leads from a merged-away id to the record that won', async () => {
    const desk = openDesk();
    const loser = found(desk.emulator.records('contacts').find(({ mergedInto }) => mergedInto !== undefined));
    const { results } = (await desk.post(read, { inputs: [{ id: loser.id }] })).batch();
    expect(results[0]?.id).toBe(loser.mergedInto);
  });

  it('sees archived records only when asked for them', async () => {
    const desk = openDesk();
    const archived = found(desk.emulator.records('contacts').find((record) => record.archived));
    const inputs = [{ id: archived.id }, { id: desk.contact(0).id }];
    const live = (await desk.post(read, { inputs })).batch();
    const gone = (await desk.post(`${read}?archived=true`, { inputs })).batch();
    expect(live.results.map(({ id }) => id)).toEqual([desk.contact(0).id]);
    expect(gone.results).toMatchObject([
      { id: archived.id, archived: true, archivedAt: archived.archivedAt },
    ]);
  });

  it('sees a write at once, unlike search', async () => {
    const desk = openDesk();
    await desk.contacts('create', [{ properties: { email: 'quick@example.org' } }]);
    const body = { inputs: [{ id: 'quick@example.org' }], idProperty: 'email' };
    expect((await desk.post(read, body)).batch().results).toHaveLength(1);
  });

  it('shuffles its results', async () => {
    const desk = openDesk();
    const inputs = Array.from({ length: 30 }, (_, place) => ({ id: desk.contact(place).id }));
    const { results } = (await desk.post(read, { inputs })).batch();
    expect(results.map(({ id }) => ({ id }))).not.toEqual(inputs);
    expect(new Set(results.map(({ id }) => id))).toEqual(new Set(inputs.map(({ id }) => id)));
  });
});

describe('property history', () => {
  it('tells every value with time and source, newest first', async () => {
    const desk = openDesk();
    const { id, properties } = desk.contact(0);
    desk.clock.advance(60_000);
    await desk.contacts('update', [{ id, properties: { city: 'Ulm' } }]);
    desk.clock.advance(60_000);
    desk.emulator.editRecord('contacts', id, { city: 'Bonn' });
    const answer = await desk.post(read, { inputs: [{ id }], propertiesWithHistory: ['city'] });
    const [result] = v.parse(historySchema, answer.json()).results;
    const told = result?.propertiesWithHistory.city?.map((entry) => [entry.value, entry.sourceType]);
    expect(told).toEqual([
      ['Bonn', 'CRM_UI'],
      ['Ulm', 'INTEGRATION'],
      [properties.city, 'CRM_UI'],
    ]);
  });

  it('is limited to fifty records per call', async () => {
    const inputs = Array.from({ length: 51 }, (_, row) => ({ id: String(row) }));
    const answer = await openDesk().post(read, { inputs, propertiesWithHistory: ['city'] });
    expect(answer.status).toBe(400);
    expect(answer.refusal().message).toBe(
      'The maximum number of inputs supported in a batch request for property histories is 50. ' +
        'Please reduce the number of items and try again',
    );
  });

  it('has an entry for a value that was cleared', async () => {
    const desk = openDesk();
    const { id } = desk.contact(0);
    await desk.contacts('update', [{ id, properties: { city: '' } }]);
    const answer = await desk.post(read, { inputs: [{ id }], propertiesWithHistory: ['city'] });
    const [result] = v.parse(historySchema, answer.json()).results;
    expect(result?.propertiesWithHistory.city?.[0]?.value).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { found, openDesk } from '../testing/portal-desk.ts';

const absent = '999999999999';

describe('batch update', () => {
  it('answers 200 and stores the values', async () => {
    const desk = openDesk();
    const { id } = desk.contact(0);
    const answer = await desk.contacts('update', [{ id, properties: { city: 'Bremen' } }]);
    expect(answer.status).toBe(200);
    expect(desk.record('contacts', id).properties.city).toBe('Bremen');
  });

  it('shows what was sent and a core of computed values, not everything', async () => {
    const desk = openDesk();
    const { id } = desk.contact(0);
    const [result] = (await desk.contacts('update', [{ id, properties: { city: 'Bremen' } }])).batch()
      .results;
    expect(result?.properties).toMatchObject({ city: 'Bremen', hs_object_id: id });
    expect(result?.properties).not.toHaveProperty('email');
  });

  it('shows a cleared property as an empty text and stores none', async () => {
    const desk = openDesk();
    const { id } = desk.contact(0);
    const [result] = (await desk.contacts('update', [{ id, properties: { city: '' } }])).batch().results;
    expect(result?.properties.city).toBe('');
    expect(desk.record('contacts', id).properties).not.toHaveProperty('city');
  });

  it('is partial about missing records without trace ids, with one entry for all of them', async () => {
    const desk = openDesk();
    const { id } = desk.contact(0);
    const inputs = [id, absent, '1'].map((recordId) => ({ id: recordId, properties: { city: 'Ulm' } }));
    const answer = await desk.contacts('update', inputs);
    expect(answer.status).toBe(207);
    expect(answer.batch().results.map((result) => result.id)).toEqual([id]);
    expect(answer.batch().errors).toEqual([
      {
        status: 'error',
        category: 'OBJECT_NOT_FOUND',
        message:
          'Could not get some CONTACT objects, they may be deleted or not exist. Check that ids are valid.',
        context: { ids: [absent, '1'] },
      },
    ]);
    expect(answer.batch().numErrors).toBe(1);
  });

  it('gives a missing record its own entry with id and trace id when rows are traced', async () => {
    const inputs = [absent, '1'].map((id) => ({ id, properties: {}, objectWriteTraceId: `t${id}` }));
    const { errors } = (await openDesk().contacts('update', inputs)).batch();
    expect(errors.map(({ context }) => context)).toEqual([
      { ids: [absent], objectWriteTraceId: [`t${absent}`] },
      { ids: ['1'], objectWriteTraceId: ['t1'] },
    ]);
  });

  it('refuses the whole batch for one bad value without trace ids', async () => {
    const desk = openDesk();
    const [one, two] = [desk.contact(0), desk.contact(1)];
    const answer = await desk.contacts('update', [
      { id: one.id, properties: { city: 'Ulm' } },
      { id: two.id, properties: { membership_level: 'Gold' } },
    ]);
    expect(answer.status).toBe(400);
    expect(desk.record('contacts', one.id)).toEqual(one);
  });

  it('rejects only the row with the bad value when rows are traced', async () => {
    const desk = openDesk();
    const [one, two] = [desk.contact(0), desk.contact(1)];
    const { results, errors } = (
      await desk.contacts('update', [
        { id: one.id, properties: { city: 'Ulm' }, objectWriteTraceId: 'a' },
        { id: two.id, properties: { membership_level: 'Gold' }, objectWriteTraceId: 'b' },
      ])
    ).batch();
    expect(results.map(({ id }) => id)).toEqual([one.id]);
    expect(errors[0]?.context).toEqual({ objectWriteTraceId: ['b'] });
  });

  it('says nothing at all about a merged-away record', async () => {
    const desk = openDesk();
    const [winner, loser] = [desk.contact(0), desk.contact(1)];
    desk.emulator.mergeRecords('contacts', winner.id, loser.id);
    const before = desk.emulator.records('contacts');
    const answer = await desk.contacts('update', [{ id: loser.id, properties: { city: 'Ulm' } }]);
    expect(answer.status).toBe(200);
    expect(answer.batch()).toMatchObject({ results: [], errors: [] });
    expect(desk.emulator.records('contacts')).toEqual(before);
  });

  it('does not find an archived record', async () => {
    const desk = openDesk();
    const archived = found(desk.emulator.records('contacts').find((record) => record.archived));
    const answer = await desk.contacts('update', [{ id: archived.id, properties: { city: 'Ulm' } }]);
    expect(answer.batch().errors[0]?.context.ids).toEqual([archived.id]);
  });

  it('finds records by a custom unique property', async () => {
    const desk = openDesk();
    const { id, properties } = desk.contact(0);
    const input = {
      id: properties.customer_number,
      idProperty: 'customer_number',
      properties: { city: 'Ulm' },
    };
    await desk.contacts('update', [input]);
    expect(desk.record('contacts', id).properties.city).toBe('Ulm');
  });

  it('names the holder of a taken unique value as the second id', async () => {
    const desk = openDesk();
    const [one, two] = [desk.contact(0), desk.contact(1)];
    const taken = found(two.properties.customer_number);
    const answer = await desk.contacts('update', [{ id: one.id, properties: { customer_number: taken } }]);
    expect(answer.status).toBe(400);
    expect(answer.refusal().message).toBe(
      'Cannot set PropertyValueCoordinates{portalId=1234567, ' +
        'objectTypeId=ObjectTypeId{legacyObjectType=CONTACT}, ' +
        `propertyName=customer_number, value=${taken}} on ${one.id}. ${two.id} already has that value.`,
    );
  });

  it('treats a taken e-mail like any taken value, unlike a create', async () => {
    const desk = openDesk();
    const [one, two] = [desk.contact(0), desk.contact(1)];
    const answer = await desk.contacts('update', [
      { id: one.id, properties: { email: found(two.properties.email).toUpperCase() } },
    ]);
    expect(answer.status).toBe(400);
    expect(answer.refusal().message).toContain(`${two.id} already has that value.`);
  });

  it('answers 2xx to a step back in the life cycle and changes nothing', async () => {
    const desk = openDesk();
    const customer = found(
      desk.emulator.records('contacts').find(({ properties }) => properties.lifecyclestage === 'customer'),
    );
    const answer = await desk.contacts('update', [
      { id: customer.id, properties: { lifecyclestage: 'lead' } },
    ]);
    expect(answer.status).toBe(200);
    expect(answer.batch().results[0]?.properties.lifecyclestage).toBe('customer');
    expect(desk.record('contacts', customer.id)).toEqual(customer);
  });

  it('keeps the modification date of a record whose values did not change', async () => {
    const desk = openDesk();
    const { id, properties } = desk.contact(0);
    await desk.contacts('update', [{ id, properties: { firstname: properties.firstname } }]);
    expect(desk.record('contacts', id).properties.lastmodifieddate).toBe(properties.lastmodifieddate);
  });

  it('recomputes what depends on the written values', async () => {
    const desk = openDesk();
    const { id } = desk.contact(0);
    await desk.contacts('update', [{ id, properties: { firstname: 'Ada', lastname: 'Byron' } }]);
    expect(desk.record('contacts', id).properties.hs_full_name_or_email).toBe('Ada Byron');
  });

  it('refuses a stage of another pipeline', async () => {
    const desk = openDesk();
    const [deal] = desk.emulator
      .records('deals')
      .filter(({ properties }) => properties.pipeline === 'default');
    const inputs = [{ id: found(deal).id, properties: { dealstage: '150720001' } }];
    const answer = await desk.post('/crm/v3/objects/deals/batch/update', { inputs });
    expect(answer.refusal().errors?.[0]?.code).toBe('INVALID_OPTION');
  });

  it('refuses a new pipeline that would strand the record in an old stage', async () => {
    const desk = openDesk();
    const [deal] = desk.emulator
      .records('deals')
      .filter(({ properties }) => properties.pipeline === 'default');
    const inputs = [{ id: found(deal).id, properties: { pipeline: '81510001' } }];
    const answer = await desk.post('/crm/v3/objects/deals/batch/update', { inputs });
    expect(answer.status).toBe(400);
  });
});

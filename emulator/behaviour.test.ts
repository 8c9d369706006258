import { describe, expect, it } from 'vitest';
import type { Behaviour } from './behaviour.ts';
import { found, openDesk } from './testing/portal-desk.ts';
import type { PortalDesk } from './testing/portal-desk.ts';

function deskWith(behaviour: Partial<Behaviour>): PortalDesk {
  return openDesk({ behaviour });
}

const bad = { nope: '1' };

function traced(properties: Readonly<Record<string, string>>, objectWriteTraceId = 't') {
  return { properties, objectWriteTraceId };
}

function aliasOwner(desk: PortalDesk) {
  const all = desk.emulator.records('contacts');
  return found(all.find(({ properties, archived }) => !archived && properties.hs_additional_emails));
}

describe('a switch turned away from its default', () => {
  it('tracedUpdateValidation: whole refuses the batch', async () => {
    const desk = deskWith({ tracedUpdateValidation: 'whole' });
    const answer = await desk.contacts('update', [{ id: desk.contact(0).id, ...traced(bad) }]);
    expect(answer.status).toBe(400);
  });

  it('untracedUpdateValidation: per-row rejects one row, named by its id', async () => {
    const desk = deskWith({ untracedUpdateValidation: 'per-row' });
    const [one, two] = [desk.contact(0), desk.contact(1)];
    const { results, errors } = (
      await desk.contacts('update', [
        { id: one.id, properties: { city: 'Ulm' } },
        { id: two.id, properties: bad },
      ])
    ).batch();
    expect(results.map(({ id }) => id)).toEqual([one.id]);
    expect(errors[0]?.context).toEqual({ ids: [two.id] });
  });

  it('tracedMissingIds: aggregated makes one entry of many rows', async () => {
    const inputs = ['1', '2'].map((id) => ({ id, ...traced({}, `t${id}`) }));
    const { errors } = (
      await deskWith({ tracedMissingIds: 'aggregated' }).contacts('update', inputs)
    ).batch();
    expect(errors.map(({ context }) => context)).toEqual([
      { ids: ['1', '2'], objectWriteTraceId: ['t1', 't2'] },
    ]);
  });

  it('allRowsFailedStatus: 400 refuses a batch without a good row', async () => {
    const desk = deskWith({ allRowsFailedStatus: 400 });
    expect((await desk.contacts('create', [traced(bad)])).status).toBe(400);
    expect((await desk.contacts('create', [traced(bad), traced({}, 'good')])).status).toBe(207);
  });

  it.each([
    ['partial', 207],
    ['reject', 400],
  ] as const)('mixedTraceIds: %s answers %i', async (mixedTraceIds, status) => {
    const inputs = [traced({}), { properties: bad }];
    expect((await deskWith({ mixedTraceIds }).contacts('create', inputs)).status).toBe(status);
  });

  it('mixedTraceIds: reject refuses even good rows', async () => {
    const inputs = [traced({}), { properties: {} }];
    expect((await deskWith({ mixedTraceIds: 'reject' }).contacts('create', inputs)).status).toBe(400);
  });

  it('duplicateTraceIds: accept writes both rows', async () => {
    const answer = await deskWith({ duplicateTraceIds: 'accept' }).contacts('create', [
      traced({}),
      traced({}),
    ]);
    expect(answer.status).toBe(201);
  });

  it('duplicateCheckFoldsEmailCase: false lets two spellings of one address through', async () => {
    const inputs = ['a@example.org', 'A@example.org'].map((id) => ({
      id,
      idProperty: 'email',
      properties: {},
    }));
    expect((await openDesk().contacts('upsert', inputs)).status).toBe(400);
    const answer = await deskWith({ duplicateCheckFoldsEmailCase: false }).contacts('upsert', inputs);
    const { results } = answer.batch();
    expect(results.map((result) => result.new).sort()).toEqual([false, true]);
    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
  });

  it('upsertResolvesAliases: false runs into the contact that has the address', async () => {
    const desk = deskWith({ upsertResolvesAliases: false });
    const id = aliasOwner(desk).properties.hs_additional_emails;
    const answer = await desk.contacts('upsert', [{ id, idProperty: 'email', properties: {} }]);
    expect(answer.status).toBe(409);
  });

  it('upsertKeepsOmittedProperties: false blanks them, read-only ones excepted', async () => {
    const desk = deskWith({ upsertKeepsOmittedProperties: false });
    const { id, properties } = desk.contact(0);
    await desk.contacts('upsert', [
      { id: properties.email, idProperty: 'email', properties: { city: 'Ulm' } },
    ]);
    const after = desk.record('contacts', id).properties;
    expect(after).toMatchObject({ city: 'Ulm', email: properties.email, createdate: properties.createdate });
    expect(after).not.toHaveProperty('firstname');
  });

  it('recordIdAsUpsertKey: accept updates by record id', async () => {
    const desk = deskWith({ recordIdAsUpsertKey: 'accept' });
    const { id } = desk.contact(0);
    const inputs = [{ id, idProperty: 'hs_object_id', properties: { city: 'Ulm' } }];
    expect((await desk.contacts('upsert', inputs)).batch().results[0]).toMatchObject({ id, new: false });
  });

  it('tooLongCode names the other code', async () => {
    const answer = await deskWith({ tooLongCode: 'VALUE_TOO_LONG' }).contacts('create', [
      { properties: { city: 'x'.repeat(65_537) } },
    ]);
    expect(answer.refusal().errors?.[0]?.code).toBe('VALUE_TOO_LONG');
  });

  it('retryAfterOn429 adds the header', async () => {
    const desk = deskWith({ retryAfterOn429: true });
    desk.emulator.consumeRequests({ count: 190, by: 'same-app' });
    expect((await desk.get('/crm/v3/owners')).headers.get('Retry-After')).toBe('10');
  });

  it('archiveOfUnknownIds: reject names them', async () => {
    const desk = deskWith({ archiveOfUnknownIds: 'reject' });
    const answer = await desk.contacts('archive', [{ id: '1' }, { id: desk.contact(0).id }]);
    expect(answer.status).toBe(207);
    expect(answer.batch().errors[0]?.context).toEqual({ ids: ['1'] });
  });

  it('failedAssociationKeepsRecord has both a result and an error for the row', async () => {
    const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 }];
    const input = { ...traced({ city: 'Ulm' }), associations: [{ to: { id: '1' }, types }] };
    const { results, errors } = (
      await deskWith({ failedAssociationKeepsRecord: true }).contacts('create', [input])
    ).batch();
    expect(results).toHaveLength(1);
    expect(errors[0]?.context.objectWriteTraceId).toEqual(['t']);
  });

  it('clearedPropertyInResults: absent leaves it out', async () => {
    const desk = deskWith({ clearedPropertyInResults: 'absent' });
    const answer = await desk.contacts('update', [{ id: desk.contact(0).id, properties: { city: '' } }]);
    expect(answer.batch().results[0]?.properties).not.toHaveProperty('city');
  });

  it.each([
    ['clears', undefined],
    ['ignored', 'Ulm'],
  ] as const)('nullValue: %s leaves the city %s', async (nullValue, city) => {
    const desk = deskWith({ nullValue });
    const { id } = desk.contact(0);
    await desk.contacts('update', [{ id, properties: { city: 'Ulm' } }]);
    await desk.contacts('update', [{ id, properties: { city: null } }]);
    expect(desk.record('contacts', id).properties.city).toBe(city);
  });

  it.each([true, false])('builtInKeysReportUnique: %s is what the e-mail property says', async (isUnique) => {
    const answer = await deskWith({ builtInKeysReportUnique: isUnique }).get(
      '/crm/v3/properties/contacts/email',
    );
    expect(answer.json()).toMatchObject({ hasUniqueValue: isUnique });
  });

  it('readOfMergedId: missing does not find it', async () => {
    const desk = deskWith({ readOfMergedId: 'missing' });
    const loser = found(desk.emulator.records('contacts').find(({ mergedInto }) => mergedInto !== undefined));
    expect((await desk.contacts('read', [{ id: loser.id }])).batch().errors[0]?.context.ids).toEqual([
      loser.id,
    ]);
  });

  it('updateOfMergedId: missing says so', async () => {
    const desk = deskWith({ updateOfMergedId: 'missing' });
    const loser = found(desk.emulator.records('contacts').find(({ mergedInto }) => mergedInto !== undefined));
    const { errors } = (await desk.contacts('update', [{ id: loser.id, properties: {} }])).batch();
    expect(errors[0]?.context.ids).toEqual([loser.id]);
  });

  it('contactNeedsNameOrEmail refuses a contact with a city only', async () => {
    const answer = await deskWith({ contactNeedsNameOrEmail: true }).contacts('create', [
      { properties: { city: 'Ulm' } },
    ]);
    expect(answer.refusal().context).toEqual({ properties: ['email', 'firstname', 'lastname'] });
  });

  it('ticketNeedsSubject refuses a ticket with a stage only', async () => {
    const inputs = [{ properties: { hs_pipeline_stage: '1' } }];
    const answer = await deskWith({ ticketNeedsSubject: true }).post('/crm/v3/objects/tickets/batch/create', {
      inputs,
    });
    expect(answer.refusal().context).toEqual({ properties: ['subject'] });
  });

  it('searchDelayMaxMs: 0 lets search see a write at once', async () => {
    const desk = deskWith({ searchDelayMaxMs: 0 });
    await desk.contacts('create', [{ properties: { email: 'quick@example.org' } }]);
    const filters = [{ propertyName: 'email', operator: 'EQ', value: 'quick@example.org' }];
    const answer = await desk.post('/crm/v3/objects/contacts/search', { filterGroups: [{ filters }] });
    expect(answer.json()).toMatchObject({ total: 1 });
  });

  it('resultsCarryWarnings: false normalises silently', async () => {
    const inputs = [{ properties: { first_purchase_date: '1990-01-01T00:00:00Z' } }];
    const path = '/crm/objects/2026-09/contacts/batch/create';
    const loud = (await openDesk().post(path, { inputs })).batch();
    const quiet = (await deskWith({ resultsCarryWarnings: false }).post(path, { inputs })).batch();
    expect(loud.results[0]?.warnings).toHaveLength(1);
    expect(quiet.results[0]).not.toHaveProperty('warnings');
    expect(quiet.results[0]?.properties.first_purchase_date).toBe('1990-01-01');
  });

  it('duplicateCheckResolvesAliases: true refuses both addresses of one contact', async () => {
    const inputsOf = (desk: PortalDesk) => {
      const { email, hs_additional_emails: alias } = aliasOwner(desk).properties;
      return [email, alias].map((id) => ({ id, idProperty: 'email', properties: {} }));
    };
    const [lax, strict] = [openDesk(), deskWith({ duplicateCheckResolvesAliases: true })];
    expect((await lax.contacts('upsert', inputsOf(lax))).status).toBe(200);
    expect((await strict.contacts('upsert', inputsOf(strict))).refusal().message).toMatch(/^Duplicate IDs/);
  });

  it('takenValueStatus: 409 words a taken value as a conflict', async () => {
    const desk = deskWith({ takenValueStatus: 409 });
    const customer_number = found(
      desk.emulator.records('contacts').find(({ properties }) => properties.customer_number !== undefined),
    ).properties.customer_number;
    const answer = await desk.contacts('create', [traced({ customer_number: customer_number ?? '' })]);
    expect(answer.batch().errors[0]?.category).toBe('CONFLICT');
  });

  it.each([
    ['stored', 'customer'],
    ['sent', 'lead'],
  ] as const)('ignoredLifecycleInResults: %s shows %s', async (ignoredLifecycleInResults, shown) => {
    const desk = deskWith({ ignoredLifecycleInResults });
    const { id } = desk.contact(0);
    desk.emulator.editRecord('contacts', id, { lifecyclestage: 'customer' });
    const answer = await desk.contacts('update', [{ id, properties: { lifecyclestage: 'lead' } }]);
    expect(answer.batch().results[0]?.properties.lifecyclestage).toBe(shown);
    expect(desk.record('contacts', id).properties.lifecyclestage).toBe('customer');
  });

  it('updateOfMergedId: winner writes to the record that is left', async () => {
    const desk = deskWith({ updateOfMergedId: 'winner' });
    const loser = found(desk.emulator.records('contacts').find(({ mergedInto }) => mergedInto !== undefined));
    const { results } = (
      await desk.contacts('update', [{ id: loser.id, properties: { city: 'Ulm' } }])
    ).batch();
    expect(results[0]?.id).toBe(loser.mergedInto);
  });
});

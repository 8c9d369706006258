import { describe, expect, it } from 'vitest';
import { found, openDesk } from '../testing/portal-desk.ts';

function linked(toId: string | undefined, associationTypeId: number, traceId?: string) {
  return {
    properties: { city: 'Ulm' },
    associations: [
      { to: { id: toId }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }] },
    ],
    ...(traceId === undefined ? {} : { objectWriteTraceId: traceId }),
  };
}

describe('associations of a new record', () => {
  it('are made with it', async () => {
    const desk = openDesk();
    const company = found(desk.emulator.records('companies')[0]);
    const { results } = (await desk.contacts('create', [linked(company.id, 279)])).batch();
    const answer = await desk.post('/crm/associations/2026-09/contacts/companies/batch/read', {
      inputs: [{ id: found(results[0]).id }],
    });
    expect(answer.json()).toMatchObject({ results: [{ to: [{ toObjectId: Number(company.id) }] }] });
  });

  it('with a record that does not exist reject the row', async () => {
    const desk = openDesk();
    const { results, errors } = (await desk.contacts('create', [linked('1', 279, 'a')])).batch();
    expect(results).toEqual([]);
    expect(errors[0]).toMatchObject({
      message: 'One or more associations are invalid',
      context: { objectWriteTraceId: ['a'], INVALID_OBJECT_IDS: ['1'] },
    });
  });

  it('of a type that starts elsewhere are refused', async () => {
    const desk = openDesk();
    const company = found(desk.emulator.records('companies')[0]);
    const answer = await desk.contacts('create', [linked(company.id, 341)]);
    expect(answer.refusal().message).toBe(
      'invalid from object type 0-1 for associations to be created. expected: 0-3',
    );
  });

  it('of an unknown type are refused', async () => {
    expect((await openDesk().contacts('create', [linked('1', 999_999)])).status).toBe(400);
  });

  it('are not made when the batch is refused', async () => {
    const desk = openDesk();
    const company = found(desk.emulator.records('companies')[0]);
    await desk.contacts('create', [linked(company.id, 279), { properties: { nope: '1' } }]);
    const answer = await desk.post('/crm/v4/associations/companies/contacts/batch/read', {
      inputs: [{ id: company.id }],
    });
    const before = await openDesk().post('/crm/v4/associations/companies/contacts/batch/read', {
      inputs: [{ id: company.id }],
    });
    expect(answer.json()).toEqual(before.json());
  });

  it('do not exist in updates: HubSpot’s reader ignores them', async () => {
    const desk = openDesk();
    const input = { id: desk.contact(0).id, ...linked('1', 279) };
    expect((await desk.contacts('update', [input])).status).toBe(200);
  });
});

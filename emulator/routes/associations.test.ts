import { describe, expect, it } from 'vitest';
import { found, openDesk } from '../testing/portal-desk.ts';
import type { PortalDesk } from '../testing/portal-desk.ts';

function pairOf(desk: PortalDesk) {
  const deal = found(desk.emulator.records('deals')[0]);
  return { from: { id: deal.id }, to: { id: desk.contact(0).id } };
}

const typed = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 3 }];

describe('association labels', () => {
  it.each(['/crm/v4/associations/contacts/companies', '/crm/associations/2026-09/0-1/company'])(
    'are below %s',
    async (prefix) => {
      expect((await openDesk().get(`${prefix}/labels`)).json()).toEqual({
        results: [
          { category: 'HUBSPOT_DEFINED', typeId: 279, label: null },
          { category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' },
          { category: 'USER_DEFINED', typeId: 71, label: 'Billing contact' },
        ],
      });
    },
  );

  it('need two known types', async () => {
    const desk = openDesk();
    expect((await desk.get('/crm/v4/associations/contacts/butterflies/labels')).status).toBe(400);
    expect((await desk.get('/crm/v4/associations/butterflies/contacts/labels')).status).toBe(400);
  });
});

describe('connecting records', () => {
  it.each([
    ['/crm/v4/associations/deals/contacts/batch/create', 201],
    ['/crm/associations/2026-03/deals/contacts/batch/create', 201],
    ['/crm/associations/2026-09/deals/contacts/batch/create', 200],
  ])('by %s answers %i', async (path, status) => {
    const desk = openDesk();
    const answer = await desk.post(path, { inputs: [{ ...pairOf(desk), types: typed }] });
    expect(answer.status).toBe(status);
  });

  it('can be read from both sides afterwards', async () => {
    const desk = openDesk();
    const pair = pairOf(desk);
    await desk.post('/crm/associations/2026-09/deals/contacts/batch/associate/default', { inputs: [pair] });
    const there = await desk.post('/crm/v4/associations/deals/contacts/batch/read', { inputs: [pair.from] });
    const back = await desk.post('/crm/v4/associations/contacts/deals/batch/read', { inputs: [pair.to] });
    expect(there.json()).toMatchObject({ results: [{ to: [{ toObjectId: Number(pair.to.id) }] }] });
    expect(back.json()).toMatchObject({ results: [{ to: [{ toObjectId: Number(pair.from.id) }] }] });
  });

  it('with an unknown record is told without any context', async () => {
    const desk = openDesk();
    const inputs = [{ ...pairOf(desk), to: { id: 1234 }, types: typed }];
    const answer = await desk.post('/crm/v4/associations/deals/contacts/batch/create', { inputs });
    expect(answer.status).toBe(207);
    expect(answer.json()).toMatchObject({
      results: [],
      numErrors: 1,
      errors: [{ status: 'error', category: 'VALIDATION_ERROR', message: 'CONTACT=1234 is not valid' }],
    });
    expect(answer.json()).not.toHaveProperty('errors.0.context');
  });

  it('with something that is no id is told with it', async () => {
    const desk = openDesk();
    const inputs = [{ ...pairOf(desk), to: { id: 'unknown' }, types: typed }];
    const answer = await desk.post('/crm/v4/associations/deals/contacts/batch/create', { inputs });
    expect(answer.batch().errors[0]).toMatchObject({
      message: 'unknown is not a valid ID',
      subCategory: 'crm.associations.INVALID_IDENTIFIER',
      context: { id: ['unknown'] },
    });
  });

  it('with itself is not possible', async () => {
    const desk = openDesk();
    const { id } = desk.contact(0);
    const answer = await desk.post('/crm/v4/associations/contacts/contacts/batch/create', {
      inputs: [{ from: { id }, to: { id } }],
    });
    expect(answer.batch().errors[0]?.message).toBe(`Object ${id} cannot be associated to itself (${id})`);
  });

  it('one by one answers with both directions, every time', async () => {
    const desk = openDesk();
    const { from, to } = pairOf(desk);
    const path = `/crm/objects/2026-09/deals/${from.id}/associations/default/contacts/${to.id}`;
    const [first, again] = [await desk.ask('PUT', path), await desk.ask('PUT', path)];
    expect(first.json()).toMatchObject({
      status: 'COMPLETE',
      results: [{ associationSpec: { associationTypeId: 3 } }, { associationSpec: { associationTypeId: 4 } }],
    });
    expect(again.json()).toEqual(first.json());
  });

  it('is limited to two thousand pairs', async () => {
    const desk = openDesk();
    const inputs = Array(2_001).fill(pairOf(desk));
    expect((await desk.post('/crm/v4/associations/deals/contacts/batch/create', { inputs })).status).toBe(
      400,
    );
  });
});

describe('reading associations', () => {
  it('of a record without any is an entry of its own', async () => {
    const desk = openDesk();
    const lonely = (await desk.contacts('create', [{ properties: {} }])).batch().results[0];
    const inputs = [{ id: found(lonely).id }];
    const answer = await desk.post('/crm/v4/associations/contacts/companies/batch/read', { inputs });
    expect(answer.status).toBe(207);
    expect(answer.batch().errors[0]).toMatchObject({
      subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
      context: { fromObjectId: [found(lonely).id] },
    });
    expect(
      (await desk.post('/crm/associations/2026-09/contacts/companies/batch/read', { inputs })).status,
    ).toBe(200);
  });
});

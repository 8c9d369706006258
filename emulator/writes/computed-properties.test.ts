import { describe, expect, it } from 'vitest';
import { found, openDesk } from '../testing/portal-desk.ts';

async function create(type: string, properties: Readonly<Record<string, string>>) {
  const answer = await openDesk().post(`/crm/v3/objects/${type}/batch/create`, { inputs: [{ properties }] });
  return found(answer.batch().results[0]).properties;
}

describe('what HubSpot computes for a contact', () => {
  it.each([
    [{ firstname: 'Ada', lastname: 'Byron', email: 'ada@example.org' }, 'Ada Byron'],
    [{ lastname: 'Byron' }, 'Byron'],
    [{ email: 'ada@example.org' }, 'ada@example.org'],
  ])('%j is shown as %s', async (properties, name) => {
    expect((await create('contacts', properties)).hs_full_name_or_email).toBe(name);
  });

  it('it is a lead unless told otherwise, from now on', async () => {
    const nowMs = openDesk().clock.nowMs();
    expect(await create('contacts', {})).toMatchObject({
      lifecyclestage: 'lead',
      hs_lifecyclestage_lead_date: String(nowMs),
    });
    const customer = await create('contacts', { lifecyclestage: 'customer' });
    expect(customer).toMatchObject({ hs_lifecyclestage_customer_date: String(nowMs) });
    expect(customer).not.toHaveProperty('hs_lifecyclestage_lead_date');
  });

  it('it is unworked without an owner', async () => {
    expect((await create('contacts', {})).hs_is_unworked).toBe('true');
    expect((await create('contacts', { hubspot_owner_id: '41000101' })).hs_is_unworked).toBe('false');
  });

  it('the date of a stage is kept when the next one is entered', async () => {
    const desk = openDesk();
    const { results } = (await desk.contacts('create', [{ properties: {} }])).batch();
    desk.clock.advance(1_000);
    await desk.contacts('update', [{ id: found(results[0]).id, properties: { lifecyclestage: 'customer' } }]);
    const { properties } = desk.record('contacts', found(results[0]).id);
    const [lead, customer] = [
      properties.hs_lifecyclestage_lead_date,
      properties.hs_lifecyclestage_customer_date,
    ];
    expect(Number(customer) - Number(lead)).toBe(1_000);
  });
});

describe('what HubSpot computes for a deal', () => {
  it.each([
    ['appointmentscheduled', 'false', 'false', '0.2'],
    ['closedwon', 'true', 'true', '1.0'],
    ['closedlost', 'true', 'false', '0.0'],
  ])('in %s: closed %s, won %s, probability %s', async (...[dealstage, isClosed, isWon, probability]) => {
    expect(await create('deals', { dealname: 'A', dealstage, amount: '12.50' })).toMatchObject({
      hs_is_closed: isClosed,
      hs_is_closed_won: isWon,
      hs_deal_stage_probability: probability,
      amount_in_home_currency: '12.50',
      pipeline: 'default',
    });
  });

  it('follows the stage', async () => {
    const desk = openDesk();
    const deal = found(
      desk.emulator.records('deals').find(({ properties }) => properties.dealstage === 'qualifiedtobuy'),
    );
    const inputs = [{ id: deal.id, properties: { dealstage: 'closedwon' } }];
    await desk.post('/crm/v3/objects/deals/batch/update', { inputs });
    expect(desk.record('deals', deal.id).properties.hs_is_closed_won).toBe('true');
  });
});

describe('dates of creation and change', () => {
  it.each([
    ['contacts', {}, 'createdate', 'lastmodifieddate'],
    ['companies', { name: 'A' }, 'createdate', 'hs_lastmodifieddate'],
    ['tickets', { hs_pipeline_stage: '1' }, 'createdate', 'hs_lastmodifieddate'],
    ['notes', { hs_timestamp: '2026-01-01T00:00:00Z' }, 'hs_createdate', 'hs_lastmodifieddate'],
    ['machines', { serial_number: 'x', model_name: 'y' }, 'hs_createdate', 'hs_lastmodifieddate'],
  ])('of %s with %j are called %s and %s', async (...[type, properties, created, modified]) => {
    expect(await create(type, properties)).toMatchObject({
      [created]: '2026-11-02T09:00:00.000Z',
      [modified]: '2026-11-02T09:00:00.000Z',
    });
  });
});

describe('what HubSpot computes for a ticket', () => {
  it('has its own id', async () => {
    const ticket = await create('tickets', { hs_pipeline_stage: '1' });
    expect(ticket.hs_ticket_id).toBe(ticket.hs_object_id);
  });
});

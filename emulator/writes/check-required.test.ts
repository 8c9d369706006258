import { describe, expect, it } from 'vitest';
import { found, openDesk } from '../testing/portal-desk.ts';

const lost = { dealname: 'A', dealstage: 'closedlost' };

describe('rules of the portal’s admins', () => {
  it('for new records bind 2026-09, whole and untraced', async () => {
    const inputs = [{ properties: { name: 'Cable' } }];
    const answer = await openDesk().post('/crm/objects/2026-09/products/batch/create', { inputs });
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({
      status: 'error',
      category: 'VALIDATION_ERROR',
      message: 'The property values provided are invalid',
      errors: [
        {
          code: 'MISSING_REQUIRED_PROPERTY',
          message: 'A value for price must be provided',
          context: { propertyName: ['price'] },
        },
      ],
    });
  });

  it('reject one traced row and keep its details', async () => {
    const inputs = [{ properties: lost, objectWriteTraceId: 'a' }];
    const answer = await openDesk().post('/crm/objects/2026-09/deals/batch/create', { inputs });
    expect(answer.batch().errors[0]).toMatchObject({
      category: 'VALIDATION_ERROR',
      context: { objectWriteTraceId: ['a'] },
      errors: [
        {
          code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
          message:
            'closed_lost_reason is required because of a conditional property rule based on [dealstage]',
        },
      ],
    });
  });

  it.each(['/crm/v3/objects', '/crm/objects/2025-09', '/crm/objects/2026-03'])(
    'do not bind %s',
    async (prefix) => {
      const desk = openDesk();
      expect(
        (await desk.post(`${prefix}/products/batch/create`, { inputs: [{ properties: { name: 'A' } }] }))
          .status,
      ).toBe(201);
      expect(
        (await desk.post(`${prefix}/deals/batch/create`, { inputs: [{ properties: lost }] })).status,
      ).toBe(201);
    },
  );

  it('are content when the value comes along', async () => {
    const properties = { ...lost, closed_lost_reason: 'Price' };
    const answer = await openDesk().post('/crm/objects/2026-09/deals/batch/create', {
      inputs: [{ properties }],
    });
    expect(answer.status).toBe(201);
  });

  it('bind an update that brings their condition about, not one that does not touch it', async () => {
    const desk = openDesk();
    const deal = found(
      desk.emulator.records('deals').find(({ properties }) => properties.pipeline === 'default'),
    );
    const update = (properties: Readonly<Record<string, string>>) =>
      desk.post('/crm/objects/2026-09/deals/batch/update', { inputs: [{ id: deal.id, properties }] });
    expect((await update({ dealstage: 'closedlost' })).status).toBe(400);
    expect((await update({ amount: '5' })).status).toBe(200);
    expect((await update({ dealstage: 'closedlost', closed_lost_reason: 'Price' })).status).toBe(200);
    expect((await update({ closed_lost_reason: '' })).status).toBe(400);
  });
});

describe('what a schema requires', () => {
  it.each([
    ['companies', {}, 'Error creating COMPANY. Some required properties were not set.', ['name', 'domain']],
    ['deals', {}, 'Error creating DEAL. Some required properties were not set.', ['dealname', 'dealstage']],
    ['tickets', {}, 'Error creating TICKET. Some required properties were not set.', ['hs_pipeline_stage']],
    ['calls', {}, 'Error creating CALL. Some required properties were not set.', ['hs_timestamp']],
    [
      'notes',
      { hs_note_body: 'x' },
      'Error creating NOTE. Some required properties were not set.',
      ['hs_timestamp'],
    ],
    [
      'machines',
      { serial_number: '9' },
      'Error creating machine. Some required properties were not set.',
      ['model_name'],
    ],
    [
      'machines',
      { serial_number: '9', model_name: '' },
      'Error creating machine. Some required properties were not set.',
      ['model_name'],
    ],
  ])('of %s with %j is missed', async (...[type, properties, message, missing]) => {
    const answer = await openDesk().post(`/crm/v3/objects/${type}/batch/create`, {
      inputs: [{ properties }],
    });
    expect(answer.status).toBe(400);
    expect(answer.refusal()).toMatchObject({
      message,
      category: 'VALIDATION_ERROR',
      context: { properties: missing },
    });
  });

  it('is told with the trace id in an entry of a 207', async () => {
    const inputs = [{ properties: {}, objectWriteTraceId: 'a' }];
    const answer = await openDesk().post('/crm/v3/objects/deals/batch/create', { inputs });
    expect(answer.batch().errors[0]?.context).toEqual({
      objectWriteTraceId: ['a'],
      properties: ['dealname', 'dealstage'],
    });
  });

  it.each([{ name: 'A' }, { domain: 'a.example.org' }])('of a company is met by %j', async (properties) => {
    const answer = await openDesk().post('/crm/v3/objects/companies/batch/create', {
      inputs: [{ properties }],
    });
    expect(answer.status).toBe(201);
  });

  it('is looked at after the values', async () => {
    const answer = await openDesk().post('/crm/v3/objects/tickets/batch/create', {
      inputs: [{ properties: { missing: '1' } }],
    });
    expect(answer.refusal().errors?.[0]?.code).toBe('PROPERTY_DOESNT_EXIST');
  });
});

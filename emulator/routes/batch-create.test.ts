import { describe, expect, it } from 'vitest';
import { found, openDesk } from '../testing/portal-desk.ts';

const path = '/crm/v3/objects/contacts/batch/create';
const good = { properties: { email: 'new.one@example.org', firstname: 'New' } };
const bad = { properties: { email: 'new.two@example.org', shoe_size: '42' } };

describe('batch create without trace ids', () => {
  it('answers 201 without errors or numErrors when all rows are written', async () => {
    const answer = await openDesk().contacts('create', [good]);
    expect(answer.status).toBe(201);
    expect(answer.json()).not.toHaveProperty('errors');
    expect(answer.json()).not.toHaveProperty('numErrors');
  });

  it('writes nothing at all when one row is bad', async () => {
    const desk = openDesk();
    const before = desk.emulator.records('contacts');
    const answer = await desk.contacts('create', [good, bad]);
    expect(answer.status).toBe(400);
    expect(desk.emulator.records('contacts')).toEqual(before);
  });

  it('lists every bad value of every row in one message without naming rows', async () => {
    const row = { properties: { first000name: 'a', last000name: 'b' } };
    const refusal = (await openDesk().contacts('create', [row, row])).refusal();
    expect(refusal.message).toMatch(/^Property values were not valid: \[/u);
    expect(refusal.errors?.map(({ code }) => code)).toEqual(Array(4).fill('PROPERTY_DOESNT_EXIST'));
    expect(refusal).not.toHaveProperty('context');
    expect(refusal.category).toBe('VALIDATION_ERROR');
  });

  it('puts each bad value into the message as JSON that names the property and the portal', async () => {
    const refusal = (await openDesk({ portalId: 4711 }).contacts('create', [bad])).refusal();
    expect(JSON.parse(refusal.message.slice('Property values were not valid: '.length))).toEqual([
      {
        isValid: false,
        message: 'Property "shoe_size" does not exist',
        error: 'PROPERTY_DOESNT_EXIST',
        name: 'shoe_size',
        localizedErrorMessage: 'Property "shoe_size" does not exist',
        portalId: 4711,
      },
    ]);
  });

  it('answers 409 for a contact that exists, naming the first one only', async () => {
    const desk = openDesk();
    const [first, second] = [desk.contact(0), desk.contact(1)];
    const inputs = [first, second].map(({ properties }) => ({ properties: { email: properties.email } }));
    const answer = await desk.contacts('create', inputs);
    expect(answer.status).toBe(409);
    expect(answer.refusal().message).toBe(`Contact already exists. Existing ID: ${first.id}`);
    expect(answer.refusal().category).toBe('CONFLICT');
  });

  it('answers 409 without an id when two rows of the batch share an e-mail', async () => {
    const answer = await openDesk().contacts('create', [good, good]);
    expect(answer.status).toBe(409);
    expect(answer.refusal().message).toBe('Contact already exists');
  });
});

describe('batch create with trace ids', () => {
  it('writes the good rows and answers 207 with an entry per bad row', async () => {
    const desk = openDesk();
    const answer = await desk.contacts('create', [
      { ...good, objectWriteTraceId: 'g' },
      { ...bad, objectWriteTraceId: 'b' },
    ]);
    const { results, errors, numErrors } = answer.batch();
    expect(answer.status).toBe(207);
    expect(results.map(({ properties }) => properties.email)).toEqual(['new.one@example.org']);
    expect(errors.map(({ context }) => context)).toEqual([{ objectWriteTraceId: ['b'] }]);
    expect(numErrors).toBe(1);
    expect(errors[0]).not.toHaveProperty('errors');
  });

  it('names the existing contact in the entry of a conflict', async () => {
    const desk = openDesk();
    const existing = desk.contact(3);
    const inputs = [{ properties: { email: existing.properties.email }, objectWriteTraceId: '0' }];
    const { errors } = (await desk.contacts('create', inputs)).batch();
    expect(errors).toEqual([
      {
        status: 'error',
        category: 'CONFLICT',
        message: `Contact already exists. Existing ID: ${existing.id}`,
        context: { objectWriteTraceId: ['0'], existingId: [existing.id] },
      },
    ]);
  });

  it('lets the second row with an e-mail conflict with the first one', async () => {
    const desk = openDesk();
    const { results, errors } = (
      await desk.contacts('create', [
        { ...good, objectWriteTraceId: 'a' },
        { properties: { email: ' NEW.ONE@example.org ' }, objectWriteTraceId: 'b' },
      ])
    ).batch();
    expect(errors.map(({ context }) => context.existingId)).toEqual([[results[0]?.id]]);
  });

  it('still answers 207 when no row was written', async () => {
    const answer = await openDesk().contacts('create', [{ ...bad, objectWriteTraceId: 'b' }]);
    expect(answer.status).toBe(207);
    expect(answer.batch().results).toEqual([]);
  });
});

describe('what a created record looks like', () => {
  it('shows computed values besides the ones sent, as texts sorted by name', async () => {
    const [result] = (await openDesk().contacts('create', [good])).batch().results;
    const names = Object.keys(found(result).properties);
    expect(names).toEqual([...names].sort());
    expect(found(result).properties).toMatchObject({
      hs_object_id: found(result).id,
      lifecyclestage: 'lead',
      hs_full_name_or_email: 'New',
      hs_email_domain: 'example.org',
      hs_object_source: 'INTEGRATION',
    });
  });

  it('stores an e-mail trimmed and in lower case', async () => {
    const [result] = (
      await openDesk().contacts('create', [{ properties: { email: '  Mixed.Case@Example.ORG ' } }])
    ).batch().results;
    expect(result?.properties.email).toBe('mixed.case@example.org');
  });

  it('carries dates with milliseconds and a link into the app', async () => {
    const [result] = (await openDesk({ appOrigin: 'http://localhost:1' }).contacts('create', [good])).batch()
      .results;
    expect(result).toMatchObject({
      createdAt: '2026-11-02T09:00:00.000Z',
      archived: false,
      url: `http://localhost:1/contacts/1234567/record/0-1/${found(result).id}`,
    });
  });

  it('returns results in another order than the inputs, with ids that do not rise with them', async () => {
    const inputs = Array.from({ length: 30 }, (_, row) => ({
      properties: { email: `row${row}@example.org` },
    }));
    const { results } = (await openDesk().contacts('create', inputs)).batch();
    const order = results.map(({ properties }) => Number(/\d+/u.exec(properties.email ?? '')?.[0]));
    const ids = [...results]
      .sort((a, b) => Number(a.id) - Number(b.id))
      .map(({ properties }) => properties.email);
    expect(order).not.toEqual([...order].sort((a, b) => a - b));
    expect(ids).not.toEqual(inputs.map(({ properties }) => properties.email));
  });

  it('answers the same for the same seed', async () => {
    const inputs = Array.from({ length: 10 }, (_, row) => ({
      properties: { email: `row${row}@example.org` },
    }));
    const [one, two] = await Promise.all([
      openDesk({ seed: 5 }).contacts('create', inputs),
      openDesk({ seed: 5 }).contacts('create', inputs),
    ]);
    expect(one.text).toBe(two.text);
  });
});

describe('records that need values', () => {
  it('refuses a deal without stage and names what is missing', async () => {
    const answer = await openDesk().post('/crm/v3/objects/deals/batch/create', {
      inputs: [{ properties: { dealname: 'A' } }],
    });
    expect(answer.status).toBe(400);
    expect(answer.refusal().message).toBe('Error creating DEAL. Some required properties were not set.');
    expect(answer.refusal().context).toEqual({ properties: ['dealstage'] });
  });

  it('puts a ticket without pipeline into the first one', async () => {
    const answer = await openDesk().post('/crm/v3/objects/tickets/batch/create', {
      inputs: [{ properties: { hs_pipeline_stage: '1' } }],
    });
    expect(answer.batch().results[0]?.properties).toMatchObject({ hs_pipeline: '0', hs_pipeline_stage: '1' });
  });

  it('accepts a contact without any value', async () => {
    expect((await openDesk().contacts('create', [{ properties: {} }])).status).toBe(201);
  });

  it('accepts a number, a boolean and a null as a value', async () => {
    const properties = { email: 'x@example.org', loyalty_points: 24.5, newsletter_opt_in: true, city: null };
    const [result] = (await openDesk().post(path, { inputs: [{ properties }] })).batch().results;
    expect(result?.properties).toMatchObject({ loyalty_points: '24.5', newsletter_opt_in: 'true' });
    expect(result?.properties).not.toHaveProperty('city');
  });
});

import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { found, openDesk } from '../testing/portal-desk.ts';

const one = '/crm/v3/objects/contacts';
const recordSchema = v.looseObject({
  id: v.string(),
  properties: v.record(v.string(), v.nullable(v.string())),
});
const pageSchema = v.looseObject({
  results: v.array(recordSchema),
  paging: v.optional(v.looseObject({ next: v.looseObject({ after: v.string() }) })),
});

describe('reading one record', () => {
  it('drops property names nobody knows, unlike a batch read', async () => {
    const desk = openDesk();
    const answer = await desk.get(`${one}/${desk.contact(0).id}?properties=city,nope`);
    expect(answer.status).toBe(200);
    expect(v.parse(recordSchema, answer.json()).properties).not.toHaveProperty('nope');
  });

  it('works by e-mail', async () => {
    const desk = openDesk();
    const { id, properties } = desk.contact(0);
    const answer = await desk.get(`${one}/${found(properties.email)}?idProperty=email`);
    expect(answer.json()).toMatchObject({ id });
  });

  it('that does not exist is a page in HTML, as recorded', async () => {
    const answer = await openDesk().get(`${one}/nobody@example.org?idProperty=email`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('X-HubSpot-RateLimit-Max')).toBe('190');
  });

  it('by a property that is not unique is refused', async () => {
    expect((await openDesk().get(`${one}/Ulm?idProperty=city`)).status).toBe(400);
  });
});

describe('creating one record', () => {
  it('answers 201 with the record itself', async () => {
    const desk = openDesk();
    const answer = await desk.post(one, { properties: { email: 'Solo@example.org' } });
    expect(answer.status).toBe(201);
    const { id } = v.parse(recordSchema, answer.json());
    expect(desk.record('contacts', id).properties.email).toBe('solo@example.org');
  });

  it('that exists answers 409 with the id in the text', async () => {
    const desk = openDesk();
    const { id, properties } = desk.contact(0);
    const answer = await desk.post(one, { properties: { email: properties.email } });
    expect(answer.status).toBe(409);
    expect(answer.refusal()).toMatchObject({
      message: `Contact already exists. Existing ID: ${id}`,
      category: 'CONFLICT',
    });
    expect(answer.refusal()).not.toHaveProperty('context');
  });

  it('is refused for a bad value, even with a trace id', async () => {
    const answer = await openDesk().post(one, { properties: { nope: '1' }, objectWriteTraceId: 'x' });
    expect(answer.status).toBe(400);
  });
});

describe('updating one record', () => {
  it('works by id and by e-mail', async () => {
    const desk = openDesk();
    const { id, properties } = desk.contact(0);
    await desk.ask('PATCH', `${one}/${id}`, { properties: { city: 'Ulm' } });
    await desk.ask('PATCH', `${one}/${found(properties.email)}?idProperty=email`, {
      properties: { fax: '1' },
    });
    expect(desk.record('contacts', id).properties).toMatchObject({ city: 'Ulm', fax: '1' });
  });

  it('needs at least one property', async () => {
    const desk = openDesk();
    const answer = await desk.ask('PATCH', `${one}/${desk.contact(0).id}`, { properties: {} });
    expect(answer.status).toBe(400);
    expect(answer.refusal().message).toBe('No properties found to update, please provide at least one.');
  });

  it('that does not exist is 404 in JSON', async () => {
    const answer = await openDesk().ask('PATCH', `${one}/1`, { properties: { city: 'Ulm' } });
    expect(answer.status).toBe(404);
    expect(answer.refusal().message).toBe('resource not found');
  });

  it('of a merged-away id reaches the record that won', async () => {
    const desk = openDesk();
    const loser = found(desk.emulator.records('contacts').find(({ mergedInto }) => mergedInto !== undefined));
    const answer = await desk.ask('PATCH', `${one}/${loser.id}`, { properties: { city: 'Ulm' } });
    expect(answer.json()).toMatchObject({ id: loser.mergedInto });
  });

  it('with a bad value changes nothing', async () => {
    const desk = openDesk();
    const { id } = desk.contact(0);
    const before = desk.record('contacts', id);
    const answer = await desk.ask('PATCH', `${one}/${id}`, { properties: { city: 'Ulm', nope: '1' } });
    expect(answer.status).toBe(400);
    expect(desk.record('contacts', id)).toEqual(before);
  });
});

describe('archiving one record', () => {
  it('answers 204 whether there is one or not', async () => {
    const desk = openDesk();
    const { id } = desk.contact(0);
    expect((await desk.ask('DELETE', `${one}/${id}`)).status).toBe(204);
    expect((await desk.ask('DELETE', `${one}/1`)).status).toBe(204);
    expect(desk.record('contacts', id).archived).toBe(true);
  });
});

describe('listing records', () => {
  it('goes through all live ones, page by page', async () => {
    const desk = openDesk();
    const ids: string[] = [];
    let after: string | undefined = '0';
    while (after !== undefined) {
      const page: v.InferOutput<typeof pageSchema> = v.parse(
        pageSchema,
        (await desk.get(`${one}?limit=100&after=${after}`)).json(),
      );
      ids.push(...page.results.map(({ id }) => id));
      after = page.paging?.next.after;
    }
    const live = desk.emulator
      .records('contacts')
      .filter((record) => !record.archived && record.mergedInto === undefined);
    expect(new Set(ids)).toEqual(new Set(live.map(({ id }) => id)));
    expect(ids).toHaveLength(live.length);
  });

  it('lists archived ones on request', async () => {
    const desk = openDesk();
    const { results } = v.parse(pageSchema, (await desk.get(`${one}?archived=true&limit=100`)).json());
    expect(results).toHaveLength(desk.emulator.records('contacts').filter(({ archived }) => archived).length);
  });

  it.each(['0', '101', 'x', '1.5'])('refuses a page of %s', async (limit) => {
    expect((await openDesk().get(`${one}?limit=${limit}`)).status).toBe(400);
  });
});

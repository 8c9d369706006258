import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { openDesk } from '../testing/portal-desk.ts';

const pipelinesSchema = v.looseObject({
  results: v.array(
    v.looseObject({
      id: v.string(),
      label: v.string(),
      stages: v.array(v.looseObject({ id: v.string(), metadata: v.record(v.string(), v.string()) })),
    }),
  ),
});
const ownersSchema = v.looseObject({
  results: v.array(
    v.looseObject({
      id: v.string(),
      userId: v.number(),
      firstName: v.string(),
      lastName: v.string(),
      email: v.string(),
    }),
  ),
  paging: v.optional(v.looseObject({ next: v.looseObject({ after: v.string() }) })),
});

describe('pipelines', () => {
  it.each(['/crm/v3/pipelines', '/crm/pipelines/2026-09', '/crm/pipelines/2026-03'])(
    'of deals are below %s',
    async (prefix) => {
      const { results } = v.parse(pipelinesSchema, (await openDesk().get(`${prefix}/deals`)).json());
      expect(results.map(({ id }) => id)).toEqual(['default', '81510001']);
      const closed = results
        .flatMap(({ stages }) => stages)
        .filter(({ metadata }) => metadata.isClosed === 'true');
      expect(closed.map(({ id }) => id)).toEqual(['closedwon', 'closedlost', '150720003', '150720004']);
    },
  );

  it.each([
    ['tickets', ['0', '94000000']],
    ['leads', ['lead-pipeline-id']],
    ['products', []],
  ])('of %s are %j', async (type, ids) => {
    const { results } = v.parse(pipelinesSchema, (await openDesk().get(`/crm/v3/pipelines/${type}`)).json());
    expect(results.map(({ id }) => id)).toEqual(ids);
  });

  it('can be asked for one by one, with their stages', async () => {
    const desk = openDesk();
    expect((await desk.get('/crm/v3/pipelines/deals/default')).json()).toMatchObject({
      label: 'Sales Pipeline',
    });
    const stages = await desk.get('/crm/v3/pipelines/deals/81510001/stages');
    expect(stages.json()).toMatchObject({ results: [{ id: '150720001' }, {}, {}, {}] });
    expect((await desk.get('/crm/v3/pipelines/deals/none')).status).toBe(404);
    expect((await desk.get('/crm/v3/pipelines/deals/none/stages')).status).toBe(404);
  });
});

describe('owners', () => {
  it('come in pages', async () => {
    const desk = openDesk();
    const ids: string[] = [];
    let after: string | undefined = '0';
    while (after !== undefined) {
      const answer = await desk.get(`/crm/owners/2026-09?limit=3&after=${after}`);
      const page = v.parse(ownersSchema, answer.json());
      ids.push(...page.results.map(({ id }) => id));
      after = page.paging?.next.after;
    }
    expect(ids).toHaveLength(7);
    expect(new Set(ids).size).toBe(7);
  });

  it('include two of the same name', async () => {
    const { results } = v.parse(ownersSchema, (await openDesk().get('/crm/v3/owners/')).json());
    const names = results.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
    expect(names.filter((name) => name === 'Alex Kim')).toHaveLength(2);
  });

  it('who have left are shown on request', async () => {
    const { results } = v.parse(ownersSchema, (await openDesk().get('/crm/v3/owners?archived=true')).json());
    expect(results.map(({ firstName }) => firstName)).toEqual(['Former']);
  });

  it('are found by e-mail', async () => {
    const { results } = v.parse(
      ownersSchema,
      (await openDesk().get('/crm/v3/owners?email=OWNER60105@example.com')).json(),
    );
    expect(results.map(({ firstName }) => firstName)).toEqual(['Chloé']);
  });

  it('have an id and another user id', async () => {
    const desk = openDesk();
    expect((await desk.get('/crm/v3/owners/41000102')).json()).toMatchObject({
      id: '41000102',
      userId: 60_102,
    });
    expect((await desk.get('/crm/v3/owners/60102?idProperty=userId')).json()).toMatchObject({
      id: '41000102',
    });
    expect((await desk.get('/crm/v3/owners/60102')).status).toBe(404);
  });

  it.each(['0', '501', 'many'])('refuse a page of %s', async (limit) => {
    expect((await openDesk().get(`/crm/v3/owners?limit=${limit}`)).status).toBe(400);
  });
});

describe('schemas', () => {
  it.each(['/crm/v3/schemas', '/crm-object-schemas/2026-09/schemas', '/crm-object-schemas/v3/schemas'])(
    '%s lists the custom objects with what they require',
    async (path) => {
      expect((await openDesk().get(path)).json()).toMatchObject({
        results: [
          {
            objectTypeId: '2-31415926',
            fullyQualifiedName: 'p1234567_machine',
            requiredProperties: ['serial_number', 'model_name'],
            primaryDisplayProperty: 'serial_number',
            labels: { singular: 'Machine', plural: 'Machines' },
          },
          { objectTypeId: '2-27182818', requiredProperties: [] },
        ],
      });
    },
  );

  it('tell about a standard object when asked for it', async () => {
    expect((await openDesk().get('/crm/v3/schemas/deals')).json()).toMatchObject({
      objectTypeId: '0-3',
      fullyQualifiedName: 'DEAL',
      requiredProperties: ['dealname', 'dealstage'],
    });
  });

  it('do not know butterflies', async () => {
    expect((await openDesk().get('/crm/v3/schemas/butterflies')).status).toBe(404);
  });
});

describe('the account', () => {
  it.each(['/account-info/v3/details', '/account-info/2026-09/details'])(
    '%s tells portal, time zone and currency',
    async (path) => {
      expect((await openDesk({ portalId: 42 }).get(path)).json()).toMatchObject({
        portalId: 42,
        timeZone: 'Europe/Berlin',
        companyCurrency: 'EUR',
        uiDomain: 'app.hubspot.com',
      });
    },
  );
});

describe('an unknown path', () => {
  it.each(['/crm/v9/objects/contacts/batch/create', '/nothing', '/crm/objects/2024-01/contacts/batch/read'])(
    '%s is a page in HTML',
    async (path) => {
      const answer = await openDesk().post(path, {});
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toBe('text/html;charset=iso-8859-1');
      expect(answer.headers.get('x-hubspot-notfound')).toBe('true');
      expect(answer.text).toContain('<h2>HTTP ERROR 404</h2>');
    },
  );
});

describe('every answer', () => {
  it('has a correlation id of its own, the one in an error body', async () => {
    const desk = openDesk();
    const answers = [
      await desk.get('/crm/v3/owners'),
      await desk.post('/crm/v3/objects/contacts/batch/read', '[]'),
    ];
    const ids = answers.map(({ headers }) => headers.get('X-HubSpot-Correlation-Id'));
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(ids[0]).not.toBe(ids[1]);
    expect(answers[1]?.refusal().correlationId).toBe(ids[1]);
  });
});

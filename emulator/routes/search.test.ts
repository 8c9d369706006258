import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { found, openDesk } from '../testing/portal-desk.ts';
import type { PortalDesk } from '../testing/portal-desk.ts';

const path = '/crm/v3/objects/contacts/search';
const searchSchema = v.looseObject({
  total: v.number(),
  results: v.array(
    v.looseObject({ id: v.string(), properties: v.record(v.string(), v.nullable(v.string())) }),
  ),
  paging: v.optional(v.looseObject({ next: v.looseObject({ after: v.string() }) })),
});

async function search(desk: PortalDesk, body: unknown) {
  return v.parse(searchSchema, (await desk.post(path, body)).json());
}

function where(propertyName: string, operator: string, more: Readonly<Record<string, unknown>> = {}) {
  return { filterGroups: [{ filters: [{ propertyName, operator, ...more }] }], limit: 200 };
}

const mail = 'late@example.org';

describe('the search index', () => {
  it('lags behind a create that a batch read sees at once', async () => {
    const desk = openDesk();
    await desk.contacts('create', [{ properties: { email: mail } }]);
    expect((await search(desk, where('email', 'EQ', { value: mail }))).total).toBe(0);
    desk.clock.advance(30_000);
    expect((await search(desk, where('email', 'EQ', { value: mail }))).total).toBe(1);
  });

  it('still shows an archived record for a while', async () => {
    const desk = openDesk();
    const { id, properties } = desk.contact(0);
    await desk.contacts('archive', [{ id }]);
    const body = where('email', 'EQ', { value: properties.email });
    expect((await search(desk, body)).total).toBe(1);
    desk.clock.advance(30_000);
    expect((await search(desk, body)).total).toBe(0);
  });

  it('shows old values until it has caught up', async () => {
    const desk = openDesk();
    const { id, properties } = desk.contact(0);
    await desk.contacts('update', [{ id, properties: { city: 'Timbuktu' } }]);
    const body = { ...where('hs_object_id', 'EQ', { value: id }), properties: ['city'] };
    expect((await search(desk, body)).results[0]?.properties.city).toBe(properties.city);
    desk.clock.advance(30_000);
    expect((await search(desk, body)).results[0]?.properties.city).toBe('Timbuktu');
  });
});

describe('filters', () => {
  it.each([
    ['lifecyclestage', 'EQ', { value: 'customer' }, (value: string | undefined) => value === 'customer'],
    ['lifecyclestage', 'NEQ', { value: 'customer' }, (value: string | undefined) => value !== 'customer'],
    [
      'lifecyclestage',
      'IN',
      { values: ['lead', 'evangelist'] },
      (value: string | undefined) => value === 'lead' || value === 'evangelist',
    ],
    ['lifecyclestage', 'NOT_IN', { values: ['lead'] }, (value: string | undefined) => value !== 'lead'],
    ['loyalty_points', 'GT', { value: '2500' }, (value: string | undefined) => Number(value) > 2_500],
    ['loyalty_points', 'GTE', { value: 2_500 }, (value: string | undefined) => Number(value) >= 2_500],
    ['loyalty_points', 'LT', { value: '100' }, (value: string | undefined) => Number(value) < 100],
    ['loyalty_points', 'LTE', { value: '100' }, (value: string | undefined) => Number(value) <= 100],
    [
      'loyalty_points',
      'BETWEEN',
      { value: '10', highValue: '999' },
      (value: string | undefined) => Number(value) >= 10 && Number(value) <= 999,
    ],
    ['loyalty_points', 'HAS_PROPERTY', {}, (value: string | undefined) => value !== undefined],
    ['loyalty_points', 'NOT_HAS_PROPERTY', {}, (value: string | undefined) => value === undefined],
    [
      'email',
      'CONTAINS_TOKEN',
      { value: '*.nowak*' },
      (value: string | undefined) => value?.includes('.nowak') === true,
    ],
    [
      'email',
      'NOT_CONTAINS_TOKEN',
      { value: '*nowak*' },
      (value: string | undefined) => value?.includes('nowak') !== true,
    ],
  ] as const)('%s %s %j', async (...[name, operator, more, isWanted]) => {
    const desk = openDesk();
    const live = desk.emulator
      .records('contacts')
      .filter((record) => !record.archived && record.mergedInto === undefined);
    const expected = live.filter(({ properties }) => isWanted(properties[name]));
    expect((await search(desk, where(name, operator, more))).total).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(0);
  });

  it('of one group are joined by and, groups by or', async () => {
    const desk = openDesk();
    const [one, two] = [desk.contact(0).properties, desk.contact(1).properties];
    const is = (propertyName: string, value: string | undefined) => ({ propertyName, operator: 'EQ', value });
    const filterGroups = [
      { filters: [is('email', one.email), is('firstname', one.firstname)] },
      { filters: [is('email', two.email)] },
      { filters: [is('email', one.email), is('firstname', 'Nobody')] },
    ];
    expect((await search(desk, { filterGroups })).total).toBe(2);
  });

  it('for an unknown property are refused', async () => {
    expect((await openDesk().post(path, where('nope', 'EQ', { value: '1' }))).status).toBe(400);
  });
});

describe('a search', () => {
  it('without anything finds every live record', async () => {
    const desk = openDesk();
    const live = desk.emulator
      .records('contacts')
      .filter((record) => !record.archived && record.mergedInto === undefined);
    expect((await search(desk, {})).total).toBe(live.length);
  });

  it('by words looks at names and addresses', async () => {
    const desk = openDesk();
    const email = found(desk.contact(0).properties.email);
    expect((await search(desk, { query: email.toUpperCase() })).total).toBe(1);
  });

  it('sorts and pages', async () => {
    const desk = openDesk();
    const sorts = [{ propertyName: 'loyalty_points', direction: 'DESCENDING' }];
    const body = {
      ...where('loyalty_points', 'HAS_PROPERTY'),
      sorts,
      properties: ['loyalty_points'],
      limit: 3,
    };
    const first = await search(desk, body);
    const second = await search(desk, { ...body, after: first.paging?.next.after });
    const points = [...first.results, ...second.results].map(({ properties }) =>
      Number(properties.loyalty_points),
    );
    expect(points).toEqual([...points].sort((a, b) => b - a));
    expect(new Set([...first.results, ...second.results].map(({ id }) => id)).size).toBe(6);
  });

  it.each([{ limit: 201 }, { limit: 0 }, { limit: 200, after: '9900' }])(
    'with %j is refused',
    async (body) => {
      expect((await openDesk().post(path, body)).status).toBe(400);
    },
  );

  it('is the sixth in a second no longer', async () => {
    const desk = openDesk();
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) statuses.push((await desk.post(path, {})).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });
});

describe('lists of values', () => {
  it('find only what is written in lower case', async () => {
    const desk = openDesk();
    const { properties } = desk.contact(0);
    const wanted = properties.email ?? '';
    expect((await search(desk, where('email', 'IN', { values: [wanted.toUpperCase()] }))).total).toBe(0);
    expect((await search(desk, where('email', 'IN', { values: [wanted] }))).total).toBe(1);
  });

  it.each([
    ['more than 100 values', Array.from({ length: 101 }, (_, place) => `v${String(place)}`)],
    ['more than 3,000 characters', ['x'.repeat(3000)]],
  ])('of %s are refused', async (_, values) => {
    const answer = await openDesk().post(path, where('email', 'IN', { values }));
    expect(answer.status).toBe(400);
  });
});

describe('what nobody has settled about searches is a switch', () => {
  const listing = (...values: readonly string[]) => where('email', 'IN', { values });
  const many = (count: number, length: number) =>
    Array.from({ length: count }, (_, index) => `${index} `.padEnd(length, 'x'));

  it.each([
    ['searchRefusesLongBodies', listing(...many(60, 60))],
    ['searchRefusesLongLists', listing(...many(101, 10))],
    ['searchRefusesBeyond10000', { after: '10000', limit: 1 }],
  ] as const)('%s', async (name, body) => {
    const statusOf = async (isRefused: boolean) =>
      (await openDesk({ behaviour: { [name]: isRefused } }).post(path, body)).status;
    expect([await statusOf(true), await statusOf(false)]).toEqual([400, 200]);
  });

  it.each([true, false])('searchListsFoldCase: %j', async (searchListsFoldCase) => {
    const desk = openDesk({ behaviour: { searchListsFoldCase } });
    const email = found(desk.contact(0).properties.email);
    expect((await search(desk, listing(email))).total).toBe(1);
    expect((await search(desk, listing(email.toUpperCase()))).total).toBe(searchListsFoldCase ? 1 : 0);
  });

  it.each([2, 5])('searchesPerSecond: %j', async (searchesPerSecond) => {
    const desk = openDesk({ behaviour: { searchesPerSecond } });
    const answers = await Promise.all(Array.from({ length: 6 }, () => desk.post(path, { limit: 1 })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(searchesPerSecond);
  });
});

import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { createEmulator } from '../emulator.ts';
import { found, openDesk } from '../testing/portal-desk.ts';
import { buildWorld } from './build-world.ts';

const types = [
  'contacts',
  'companies',
  'deals',
  'tickets',
  'products',
  'line_items',
  'subscriptions',
  'leads',
  'tasks',
  'notes',
  'machines',
  'branches',
] as const;

describe('the default world', () => {
  const emulator = createEmulator();

  it('has two thousand records', () => {
    const counts = types.map((type) => emulator.records(type).length);
    expect(counts.slice(0, 3)).toEqual([1_000, 500, 300]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2_000);
  });

  it('is the same for the same seed and another for another', () => {
    const emails = (seed: number) =>
      createEmulator({ seed })
        .records('contacts')
        .map(({ properties }) => properties.email);
    expect(emails(1)).toEqual(emulator.records('contacts').map(({ properties }) => properties.email));
    expect(emails(2)).not.toEqual(emails(1));
  });

  it('has contacts with aliases, merged and archived ones', () => {
    const contacts = emulator.records('contacts');
    expect(
      contacts.filter(({ properties }) => properties.hs_additional_emails !== undefined).length,
    ).toBeGreaterThan(30);
    expect(contacts.filter(({ mergedInto }) => mergedInto !== undefined)).toHaveLength(5);
    expect(contacts.filter(({ archived }) => archived)).toHaveLength(10);
  });

  it('names a live winner for every merged contact', () => {
    const byId = new Map(emulator.records('contacts').map((record) => [record.id, record]));
    const winners = emulator
      .records('contacts')
      .flatMap(({ mergedInto }) => (mergedInto === undefined ? [] : [byId.get(mergedInto)]));
    expect(winners.every((winner) => winner?.mergedInto === undefined && winner?.archived === false)).toBe(
      true,
    );
  });

  it('uses reserved domains only', () => {
    const emails = emulator
      .records('contacts')
      .flatMap(({ properties }) => [
        properties.email ?? '',
        ...(properties.hs_additional_emails ?? '').split(';').filter((email) => email !== ''),
      ]);
    expect(emails.filter((email) => !/[@.]example\.(?:org|com)$/u.test(email))).toEqual([]);
  });

  it.each(types)('holds %s with defined properties and unique keys only', (type) => {
    const world = found(
      buildWorld({ name: 'default', seed: 1, portalId: 1_234_567 }).types.find(
        ({ objectType }) => objectType.plural === type,
      ),
    );
    const defined = new Set(world.properties.map(({ name }) => name));
    const used = new Set(world.records.flatMap(({ properties }) => Object.keys(properties)));
    expect([...used].filter((name) => !defined.has(name))).toEqual([]);
    const keys = world.properties.filter(({ hasUniqueValue }) => hasUniqueValue).map(({ name }) => name);
    for (const name of [...keys, ...world.objectType.builtInKeys]) {
      const values = world.records.flatMap(({ properties }) => properties[name] ?? []);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('holds only values its own validation would accept', async () => {
    const desk = openDesk({ limits: { tenSecondly: 10_000 } });
    const writable = (type: string) => {
      const world = found(
        buildWorld({ name: 'default', seed: 1, portalId: 1_234_567 }).types.find(
          ({ objectType }) => objectType.plural === type,
        ),
      );
      return new Set(world.properties.filter(({ readOnlyValue }) => !readOnlyValue).map(({ name }) => name));
    };
    for (const type of types) {
      const names = writable(type);
      const live = desk.emulator
        .records(type)
        .filter((record) => !record.archived && record.mergedInto === undefined);
      const inputs = live.slice(0, 100).map(({ id, properties }) => ({
        id,
        properties: Object.fromEntries(Object.entries(properties).filter(([name]) => names.has(name))),
      }));
      const before = desk.emulator.records(type);
      expect((await desk.post(`/crm/v3/objects/${type}/batch/update`, { inputs })).status).toBe(200);
      expect(desk.emulator.records(type)).toEqual(before);
    }
  });

  it('has default and listed properties that exist', () => {
    for (const { objectType, properties } of buildWorld({ name: 'default', seed: 1, portalId: 1 }).types) {
      const defined = new Set(properties.map(({ name }) => name));
      const mentioned = [
        objectType.primaryDisplayProperty,
        objectType.createdDateProperty,
        objectType.modifiedDateProperty,
        ...objectType.defaultReadProperties,
        ...objectType.requiredProperties,
        ...objectType.neededOnCreate.flat(),
        ...objectType.builtInKeys,
      ];
      expect(mentioned.filter((name) => !defined.has(name))).toEqual([]);
    }
  });

  it('does not change when an emulator writes to it', async () => {
    const desk = openDesk();
    const before = openDesk().emulator.records('contacts');
    await desk.contacts('update', [{ id: desk.contact(0).id, properties: { city: 'Ulm' } }]);
    await desk.contacts('archive', [{ id: desk.contact(1).id }]);
    expect(openDesk().emulator.records('contacts')).toEqual(before);
  });

  it('shows on a created record only properties that are defined', async () => {
    const desk = openDesk();
    const answer = await desk.get('/crm/v3/properties/contacts');
    const listed = v.parse(
      v.object({ results: v.array(v.looseObject({ name: v.string() })) }),
      answer.json(),
    );
    const names = new Set(listed.results.map(({ name }) => name));
    const created = (await desk.contacts('create', [{ properties: { email: 'a@example.org' } }])).batch()
      .results[0];
    expect(Object.keys(found(created).properties).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('the other worlds', () => {
  it('wide has more than five hundred custom contact properties', () => {
    const world = buildWorld({ name: 'wide', seed: 1, portalId: 1 });
    const contacts = found(world.types.find(({ objectType }) => objectType.id === '0-1'));
    expect(contacts.properties.filter(({ hubspotDefined }) => !hubspotDefined).length).toBeGreaterThan(500);
    expect(contacts.records).toHaveLength(1_000);
  });

  it('empty has all properties and no records', async () => {
    const desk = openDesk({ world: 'empty' });
    expect(types.map((type) => desk.emulator.records(type).length)).toEqual(types.map(() => 0));
    expect((await desk.contacts('create', [{ properties: { customer_number: '1' } }])).status).toBe(201);
  });
});

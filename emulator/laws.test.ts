import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordSnapshot } from './emulator-options.ts';
import { found, openDesk } from './testing/portal-desk.ts';
import type { BatchAnswer, PortalDesk } from './testing/portal-desk.ts';

const operations = ['create', 'update', 'upsert'] as const;
type Operation = (typeof operations)[number];

const values = fc.constantFrom<Readonly<Record<string, string>>>(
  { city: 'Ulm' },
  { city: '' },
  { interests: ';solar' },
  { membership_level: 'lvl_1', loyalty_points: '10' },
  { membership_level: 'Gold' },
  { nope: 'x', loyalty_points: 'many' },
  { hs_object_id: '1' },
  { customer_number: 'K-00003' },
  { email: 'someone.new@example.org' },
  { email: 'broken@' },
  { lifecyclestage: 'lead' },
  { lifecyclestage: 'customer' },
);

interface Row {
  readonly place: number;
  readonly properties: Readonly<Record<string, string>>;
}

/** Places beyond the contacts are records that do not exist; 10 has been merged away, 42 is archived. */
const rows = fc.uniqueArray(
  fc.record({
    place: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 2_000, max: 2_010 })),
    properties: values,
  }),
  { minLength: 1, maxLength: 12, selector: ({ place }) => place },
);

function inputOf({ place, properties }: Row, operation: Operation, contacts: readonly RecordSnapshot[]) {
  const contact = contacts[place];
  switch (operation) {
    case 'create':
      return { properties };
    case 'update':
      return { id: contact?.id ?? String(place), properties };
    case 'upsert':
      return {
        id: contact?.properties.email ?? `upsert${place}@example.org`,
        idProperty: 'email',
        properties,
      };
  }
}

function answeredTraces({ results, errors }: BatchAnswer): readonly string[] {
  const traces = results.map((result) => found(result.objectWriteTraceId));
  return [...traces, ...errors.flatMap(({ context }) => context.objectWriteTraceId ?? [])];
}

async function send(desk: PortalDesk, operation: Operation, inputs: readonly unknown[]) {
  return desk.post(`/crm/objects/2026-09/contacts/batch/${operation}`, { inputs });
}

const cases = fc.record({ operation: fc.constantFrom(...operations), rows });
const runs = { numRuns: 60 };

describe('laws of a traced batch', () => {
  it('every input is in exactly one of results, errors and the silently dropped', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ operation, rows: planned }) => {
        const desk = openDesk();
        const contacts = desk.emulator.records('contacts');
        const inputs = planned.map((row, index) => ({
          ...inputOf(row, operation, contacts),
          objectWriteTraceId: String(index),
        }));
        const answer = (await send(desk, operation, inputs)).batch();
        const dropped = planned.flatMap(({ place }, index) =>
          operation === 'update' && contacts[place]?.mergedInto !== undefined ? [String(index)] : [],
        );
        const accounted = [...answeredTraces(answer), ...dropped].sort((a, b) => Number(a) - Number(b));
        expect(accounted).toEqual(planned.map((_, index) => String(index)));
      }),
      runs,
    );
  });

  it('a record no result names is as it was', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ operation, rows: planned }) => {
        const desk = openDesk();
        const before = desk.emulator.records('contacts');
        const inputs = planned.map((row, index) => ({
          ...inputOf(row, operation, before),
          objectWriteTraceId: String(index),
        }));
        const { results } = (await send(desk, operation, inputs)).batch();
        const named = new Set(results.map(({ id }) => id));
        const untouched = (records: readonly RecordSnapshot[]) => records.filter(({ id }) => !named.has(id));
        expect(untouched(desk.emulator.records('contacts'))).toEqual(untouched(before));
      }),
      runs,
    );
  });

  it('the write log agrees with the answer', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ operation, rows: planned }) => {
        const desk = openDesk();
        const contacts = desk.emulator.records('contacts');
        const inputs = planned.map((row, index) => ({
          ...inputOf(row, operation, contacts),
          objectWriteTraceId: String(index),
        }));
        const answer = (await send(desk, operation, inputs)).batch();
        const logged = found(desk.emulator.writeLog[0]).rows;
        const written = logged.filter(({ outcome }) => outcome === 'created' || outcome === 'updated');
        expect(new Set(written.map(({ traceId }) => traceId))).toEqual(
          new Set(answer.results.map((result) => result.objectWriteTraceId)),
        );
      }),
      runs,
    );
  });
});

describe('laws of an untraced batch', () => {
  it('create and upsert write all rows or none', async () => {
    const either = fc.record({ operation: fc.constantFrom('create' as const, 'upsert' as const), rows });
    await fc.assert(
      fc.asyncProperty(either, async ({ operation, rows: planned }) => {
        const desk = openDesk();
        const before = desk.emulator.records('contacts');
        const answer = await send(
          desk,
          operation,
          planned.map((row) => inputOf(row, operation, before)),
        );
        if (answer.status >= 400) expect(desk.emulator.records('contacts')).toEqual(before);
        else expect(answer.batch().results).toHaveLength(planned.length);
      }),
      runs,
    );
  });
});

describe('laws of the store', () => {
  it('writing what a record already has changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 800 }), async (place) => {
        const desk = openDesk();
        const contact = desk.contact(place);
        const {
          firstname = '',
          city = '',
          interests = '',
          customer_number: number = '',
        } = contact.properties;
        const properties = { firstname, city, interests, customer_number: number };
        await desk.contacts('update', [{ id: contact.id, properties }]);
        expect(desk.record('contacts', contact.id)).toEqual(contact);
      }),
      { numRuns: 25 },
    );
  });

  it('the same batch leads to the same values, whichever way its rows are ordered', async () => {
    const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 2, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(distinct, async (places) => {
        const writeIn = async (order: readonly number[]) => {
          const desk = openDesk();
          const inputs = order.map((place) => ({
            id: desk.contact(place).id,
            properties: { city: `C${place}` },
          }));
          await desk.contacts('update', inputs);
          return desk.emulator.records('contacts');
        };
        expect(await writeIn(places)).toEqual(await writeIn([...places].reverse()));
      }),
      { numRuns: 15 },
    );
  });
});

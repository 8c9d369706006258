import { describe, expect, it } from 'vitest';
import { found, openDesk } from '../testing/portal-desk.ts';

const operations = ['create', 'read', 'update', 'upsert', 'archive'] as const;
const versions = [
  '/crm/v3/objects',
  '/crm/objects/2025-09',
  '/crm/objects/2026-03',
  '/crm/objects/2026-09',
] as const;

function inputsOf(count: number) {
  return Array.from({ length: count }, (_, row) => ({
    id: `row${row}@example.org`,
    idProperty: 'email',
    properties: { email: `row${row}@example.org` },
  }));
}

describe.each(operations)('size of a batch %s', (operation) => {
  it('is refused with 101 inputs', async () => {
    const answer = await openDesk().contacts(operation, inputsOf(101));
    expect(answer.status).toBe(400);
    expect(answer.refusal().message).toBe(
      'The maximum number of inputs supported in a batch is 100. Please reduce the number of items and try again',
    );
  });

  it('is refused without inputs', async () => {
    const answer = await openDesk().contacts(operation, []);
    expect(answer.status).toBe(400);
    expect(answer.refusal().category).toBe('VALIDATION_ERROR');
  });
});

describe('size of a batch', () => {
  it.each(['create', 'upsert'])('may be 100 inputs for %s', async (operation) => {
    expect((await openDesk().contacts(operation, inputsOf(100))).status).toBeLessThan(207);
  });
});

describe.each(versions)('below %s', (prefix) => {
  it.each(['contacts', 'contact', 'CONTACT', '0-1'])('contacts are reached as %s', async (name) => {
    const answer = await openDesk().post(`${prefix}/${name}/batch/create`, { inputs: [{ properties: {} }] });
    expect(answer.status).toBe(201);
  });

  it.each(['2-31415926', 'machines', 'machine', 'p1234567_machine', 'p_machine'])(
    'a custom object is reached as %s',
    async (name) => {
      const inputs = [{ id: '00000001', idProperty: 'serial_number', properties: {} }];
      expect((await openDesk().post(`${prefix}/${name}/batch/upsert`, { inputs })).status).toBe(200);
    },
  );

  it('an unknown object type cannot be inferred', async () => {
    const answer = await openDesk().post(`${prefix}/butterflies/batch/create`, { inputs: [] });
    expect(answer.status).toBe(400);
    expect(answer.refusal().message).toBe('Unable to infer object type from: butterflies');
    expect(answer.refusal()).not.toHaveProperty('category');
  });
});

describe('duplicates', () => {
  it.each([
    ['update', { id: '12', properties: { city: 'A' } }, '12'],
    ['upsert', { id: 'a@example.org', idProperty: 'email', properties: {} }, 'a@example.org'],
  ])('refuse a whole %s, traced or not', async (operation, input, id) => {
    for (const traces of [
      [{}, {}],
      [{ objectWriteTraceId: '1' }, { objectWriteTraceId: '2' }],
    ]) {
      const answer = await openDesk().contacts(
        operation,
        traces.map((trace) => ({ ...input, ...trace })),
      );
      expect(answer.status).toBe(400);
      expect(answer.refusal().message).toBe(
        `Duplicate IDs found in batch input: [${id}]. IDs must be unique`,
      );
      expect(answer.refusal().context).toEqual({ ids: [id] });
    }
  });

  it('come before the size of the batch and bad values', async () => {
    const input = { id: '12', properties: { nope: 'x' } };
    const answer = await openDesk().contacts('update', Array(150).fill(input));
    expect(answer.refusal().message).toContain('Duplicate IDs');
  });

  it('are listed once each', async () => {
    const inputs = ['1', '1', '2', '2', '2', '3'].map((id) => ({ id, properties: {} }));
    expect((await openDesk().contacts('update', inputs)).refusal().context).toEqual({ ids: ['1', '2'] });
  });

  it('do not disturb a read or an archive', async () => {
    const desk = openDesk();
    const { id } = desk.contact(0);
    expect((await desk.contacts('read', [{ id }, { id }])).batch().results).toHaveLength(1);
    expect((await desk.contacts('archive', [{ id }, { id }])).status).toBe(204);
  });

  it('are the same value under another property no longer', async () => {
    const inputs = [
      { id: 'x', idProperty: 'customer_number', properties: {} },
      { id: 'x', properties: {} },
    ];
    expect((await openDesk().contacts('update', inputs)).status).toBe(207);
  });
});

describe('the property that identifies', () => {
  it.each([
    ['deals', 'upsert', 'dealname', 'Unable to perform update/upsert by non-unique 0-3 property dealname'],
    ['companies', 'upsert', 'domain', 'Unable to perform update/upsert by non-unique 0-2 property domain'],
    ['companies', 'upsert', 'name', 'Unable to perform update/upsert by non-unique 0-2 property name'],
    ['contacts', 'update', 'email', 'Unable to perform update/upsert by non-unique 0-1 property email'],
    ['contacts', 'upsert', 'nope', 'Unable to perform update/upsert by non-unique 0-1 property nope'],
    [
      'companies',
      'update',
      'hs_object_id',
      'Unable to perform update/upsert by non-unique 0-2 property hs_object_id in portal ID 1234567',
    ],
    [
      'companies',
      'upsert',
      'hs_object_id',
      'Unable to perform update/upsert by non-unique 0-2 property hs_object_id in portal ID 1234567',
    ],
  ])('of %s in %s cannot be %s', async (...[type, operation, idProperty, message]) => {
    const inputs = [{ id: 'x', idProperty, properties: {}, objectWriteTraceId: '1' }];
    const answer = await openDesk().post(`/crm/v3/objects/${type}/batch/${operation}`, { inputs });
    expect(answer.status).toBe(400);
    expect(answer.refusal()).toMatchObject({ message, category: 'VALIDATION_ERROR' });
  });

  it('must be named in an upsert', async () => {
    const answer = await openDesk().contacts('upsert', [{ id: '1', properties: {} }]);
    expect(answer.refusal().message).toContain('non-unique 0-1 property hs_object_id');
  });

  it('may be one that was created as unique a moment ago', async () => {
    const desk = openDesk();
    const property = {
      name: 'tax_id',
      label: 'Tax',
      type: 'string',
      fieldType: 'text',
      groupName: 'own_fields',
      hasUniqueValue: true,
    };
    await desk.post('/crm/v3/properties/contacts', property);
    const answer = await desk.contacts('upsert', [{ id: 'DE1', idProperty: 'tax_id', properties: {} }]);
    expect(answer.batch().results[0]?.new).toBe(true);
  });
});

describe('trace ids', () => {
  it('must be unique within a request', async () => {
    const inputs = inputsOf(2).map((input) => ({ ...input, objectWriteTraceId: 'same' }));
    expect((await openDesk().contacts('create', inputs)).status).toBe(400);
  });

  it('on some rows only leave the batch all-or-nothing', async () => {
    const inputs = [
      { properties: { email: 'a@example.org' }, objectWriteTraceId: 'a' },
      { properties: { nope: 'x' } },
    ];
    expect((await openDesk().contacts('create', inputs)).status).toBe(400);
  });

  it('are echoed by 2026-09 and not by earlier versions', async () => {
    const inputs = [{ properties: {}, objectWriteTraceId: 'x' }];
    const echoes = await Promise.all(
      versions.map(async (prefix) => {
        const answer = await openDesk().post(`${prefix}/contacts/batch/create`, { inputs });
        return found(answer.batch().results[0]).objectWriteTraceId;
      }),
    );
    expect(echoes).toEqual([undefined, undefined, undefined, 'x']);
  });
});

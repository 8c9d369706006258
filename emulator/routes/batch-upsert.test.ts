import { describe, expect, it } from 'vitest';
import { found, openDesk } from '../testing/portal-desk.ts';

const path = '/crm/objects/2026-09/contacts/batch/upsert';

function byEmail(id: string | undefined, properties: Readonly<Record<string, string>>, traceId?: string) {
  return {
    id,
    idProperty: 'email',
    properties,
    ...(traceId === undefined ? {} : { objectWriteTraceId: traceId }),
  };
}

describe('batch upsert', () => {
  it('tells a created from an updated record', async () => {
    const desk = openDesk();
    const existing = desk.contact(0);
    const answer = await desk.post(path, {
      inputs: [
        byEmail('fresh@example.org', { city: 'Ulm' }, 'a'),
        byEmail(existing.properties.email, { city: 'Ulm' }, 'b'),
      ],
    });
    const news = answer.batch().results.map((result) => [result.objectWriteTraceId, result.new]);
    expect(answer.status).toBe(200);
    expect(news.sort()).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  it('says new: false when the same upsert is sent again', async () => {
    const desk = openDesk();
    await desk.post(path, { inputs: [byEmail('fresh@example.org', { city: 'Ulm' })] });
    const again = await desk.post(path, { inputs: [byEmail('fresh@example.org', { city: 'Ulm' })] });
    expect(again.batch().results[0]?.new).toBe(false);
  });

  it('keeps properties the input leaves out', async () => {
    const desk = openDesk();
    const existing = desk.contact(0);
    await desk.post(path, { inputs: [byEmail(existing.properties.email, { jobtitle: 'Pilot' })] });
    expect(desk.record('contacts', existing.id).properties.firstname).toBe(existing.properties.firstname);
  });

  it('matches e-mails without regard to case', async () => {
    const desk = openDesk();
    const existing = desk.contact(0);
    const answer = await desk.post(path, {
      inputs: [byEmail(existing.properties.email?.toUpperCase(), { city: 'Ulm' })],
    });
    expect(answer.batch().results[0]).toMatchObject({ id: existing.id, new: false });
  });

  it('updates the owner of a secondary e-mail and shows the primary one', async () => {
    const desk = openDesk();
    const owner = found(
      desk.emulator
        .records('contacts')
        .find(({ properties, archived }) => !archived && properties.hs_additional_emails),
    );
    const alias = owner.properties.hs_additional_emails;
    const answer = await desk.post(path, { inputs: [byEmail(alias, { city: 'Ulm' })] });
    expect(answer.batch().results[0]).toMatchObject({ id: owner.id, new: false });
    expect(answer.batch().results[0]?.properties.email).toBe(owner.properties.email);
    expect(desk.record('contacts', owner.id).properties.hs_additional_emails).toBe(alias);
  });

  it('rejects everything for one bad row without trace ids', async () => {
    const desk = openDesk();
    const before = desk.emulator.records('contacts');
    const inputs = [byEmail('fresh@example.org', {}), byEmail('other@example.org', { nope: '1' })];
    expect((await desk.post(path, { inputs })).status).toBe(400);
    expect(desk.emulator.records('contacts')).toEqual(before);
  });

  it('rejects only the bad row with trace ids', async () => {
    const inputs = [byEmail('fresh@example.org', {}, 'a'), byEmail('bad@domain.badtld', {}, 'b')];
    const answer = await openDesk().post(path, { inputs });
    expect(answer.status).toBe(207);
    expect(answer.batch().results.map((result) => result.objectWriteTraceId)).toEqual(['a']);
    expect(answer.batch().errors[0]?.message).toContain('"error":"INVALID_EMAIL"');
  });

  it('creates by a custom unique property and keeps its leading zeros', async () => {
    const inputs = [{ id: '000777', idProperty: 'erp_id', properties: { name: 'Zero' } }];
    const answer = await openDesk().post('/crm/objects/2026-09/companies/batch/upsert', { inputs });
    expect(answer.batch().results[0]).toMatchObject({ new: true, properties: { erp_id: '000777' } });
  });

  it.each([
    ['products', 'hs_sku', 'SKU-0001'],
    ['line_items', 'hs_external_id', 'LI-1'],
    ['tickets', 'case_number', 'T000001'],
    ['2-31415926', 'serial_number', '00000001'],
  ])('finds %s by %s', async (type, idProperty, id) => {
    const inputs = [{ id, idProperty, properties: {} }];
    const answer = await openDesk().post(`/crm/objects/2026-03/${type}/batch/upsert`, { inputs });
    expect(answer.batch().results[0]?.new).toBe(false);
  });

  it('lets two addresses of one contact each have their result', async () => {
    const desk = openDesk();
    const owner = found(
      desk.emulator
        .records('contacts')
        .find(({ properties, archived }) => !archived && properties.hs_additional_emails),
    );
    const inputs = [
      byEmail(owner.properties.email, { city: 'A' }, 'a'),
      byEmail(owner.properties.hs_additional_emails, { city: 'B' }, 'b'),
    ];
    const { results } = (await desk.post(path, { inputs })).batch();
    expect(results.map(({ id }) => id)).toEqual([owner.id, owner.id]);
    expect(desk.record('contacts', owner.id).properties.city).toBe('B');
  });
});

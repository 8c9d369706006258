import { describe, expect, it } from 'vitest';
import { openDesk } from '../testing/portal-desk.ts';

describe('batch archive', () => {
  it('answers 204 with an empty body', async () => {
    const desk = openDesk();
    const answer = await desk.contacts('archive', [{ id: desk.contact(0).id }]);
    expect(answer.status).toBe(204);
    expect(answer.text).toBe('');
  });

  it('archives the records and nothing else', async () => {
    const desk = openDesk();
    const { id } = desk.contact(0);
    const others = desk.emulator.records('contacts').filter((record) => record.id !== id);
    await desk.contacts('archive', [{ id }]);
    expect(desk.record('contacts', id)).toMatchObject({
      archived: true,
      archivedAt: '2026-11-02T09:00:00.000Z',
    });
    expect(desk.emulator.records('contacts').filter((record) => record.id !== id)).toEqual(others);
  });

  it('does not care about unknown or archived ids', async () => {
    const desk = openDesk();
    const { id } = desk.contact(0);
    await desk.contacts('archive', [{ id }]);
    const before = desk.record('contacts', id);
    desk.clock.advance(1_000);
    expect((await desk.contacts('archive', [{ id }, { id: 'nobody' }])).status).toBe(204);
    expect(desk.record('contacts', id)).toEqual(before);
  });

  it('frees unique values for another record', async () => {
    const desk = openDesk();
    const { id, properties } = desk.contact(0);
    await desk.contacts('archive', [{ id }]);
    const answer = await desk.contacts('create', [{ properties: { email: properties.email } }]);
    expect(answer.status).toBe(201);
  });

  it('logs which ids it archived and which it did not know', async () => {
    const desk = openDesk();
    const { id } = desk.contact(0);
    await desk.contacts('archive', [{ id }, { id: '1' }]);
    const [entry] = desk.emulator.writeLog;
    expect(entry).toMatchObject({ operation: 'archive', inputs: 2, status: 204 });
    expect(entry?.rows.map(({ inputId, outcome }) => [inputId, outcome])).toEqual([
      [id, 'archived'],
      ['1', 'missing'],
    ]);
  });
});

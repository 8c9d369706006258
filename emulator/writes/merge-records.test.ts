import { describe, expect, it } from 'vitest';
import { found, openDesk } from '../testing/portal-desk.ts';

describe('merging two contacts', () => {
  it('keeps the winner’s values and fills its gaps', () => {
    const desk = openDesk();
    const [winner, loser] = [desk.contact(0), desk.contact(1)];
    desk.emulator.editRecord('contacts', winner.id, { fax: '' });
    desk.emulator.editRecord('contacts', loser.id, { fax: '030 1', city: 'Bonn' });
    desk.emulator.mergeRecords('contacts', winner.id, loser.id);
    expect(desk.record('contacts', winner.id).properties).toMatchObject({
      fax: '030 1',
      city: winner.properties.city,
    });
  });

  it('turns the loser’s e-mail into an alias of the winner', () => {
    const desk = openDesk();
    const [winner, loser] = [desk.contact(0), desk.contact(1)];
    desk.emulator.mergeRecords('contacts', winner.id, loser.id);
    expect(desk.record('contacts', winner.id).properties).toMatchObject({
      email: winner.properties.email,
      hs_additional_emails: loser.properties.email,
      hs_merged_object_ids: loser.id,
      hs_all_contact_vids: `${winner.id};${loser.id}`,
    });
  });

  it('lets an upsert by the loser’s e-mail find the winner', async () => {
    const desk = openDesk();
    const [winner, loser] = [desk.contact(0), desk.contact(1)];
    desk.emulator.mergeRecords('contacts', winner.id, loser.id);
    const inputs = [{ id: loser.properties.email, idProperty: 'email', properties: { city: 'Ulm' } }];
    expect((await desk.contacts('upsert', inputs)).batch().results[0]?.id).toBe(winner.id);
  });

  it('answers a create with the loser’s e-mail with the winner’s id', async () => {
    const desk = openDesk();
    const [winner, loser] = [desk.contact(0), desk.contact(1)];
    desk.emulator.mergeRecords('contacts', winner.id, loser.id);
    const answer = await desk.contacts('create', [{ properties: { email: loser.properties.email } }]);
    expect(answer.refusal().message).toBe(`Contact already exists. Existing ID: ${winner.id}`);
  });

  it('can be done again: a chain leads to the last winner', async () => {
    const desk = openDesk();
    const [a, b, c] = [desk.contact(0), desk.contact(1), desk.contact(2)];
    desk.emulator.mergeRecords('contacts', b.id, a.id);
    desk.emulator.mergeRecords('contacts', c.id, b.id);
    const { results } = (await desk.contacts('read', [{ id: a.id }])).batch();
    expect(results[0]?.id).toBe(c.id);
    expect(desk.record('contacts', c.id).properties.hs_additional_emails?.split(';').sort()).toEqual(
      [found(a.properties.email), found(b.properties.email)].sort(),
    );
  });

  it('needs two records that exist', () => {
    const desk = openDesk();
    expect(() => {
      desk.emulator.mergeRecords('contacts', desk.contact(0).id, '1');
    }).toThrow('Unknown contact: 1');
    expect(() => {
      desk.emulator.mergeRecords('butterflies', '1', '2');
    }).toThrow('Unknown object type: butterflies');
  });
});

describe('merging two companies', () => {
  it('leaves no e-mail addresses behind', () => {
    const desk = openDesk();
    const [winner, loser] = desk.emulator.records('companies');
    desk.emulator.mergeRecords('companies', found(winner).id, found(loser).id);
    const { properties } = desk.record('companies', found(winner).id);
    expect(properties.hs_merged_object_ids).toBe(found(loser).id);
    expect(properties).not.toHaveProperty('hs_additional_emails');
  });
});

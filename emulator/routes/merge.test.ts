import { describe, expect, it } from 'vitest';
import { openDesk } from '../testing/portal-desk.ts';

describe.each(['/crm/v3/objects/contacts/merge', '/crm/objects/2026-03/contacts/merge'])(
  'POST %s',
  (path) => {
    it('leaves the primary record, which owns both addresses', async () => {
      const desk = openDesk();
      const [winner, loser] = [desk.contact(0), desk.contact(1)];
      const answer = await desk.post(path, { primaryObjectId: winner.id, objectIdToMerge: loser.id });
      expect([answer.status, answer.json()]).toMatchObject([200, { id: winner.id }]);
      expect(desk.record('contacts', loser.id).mergedInto).toBe(winner.id);
      expect(desk.record('contacts', winner.id).properties.hs_additional_emails).toBe(loser.properties.email);
    });

    it('refuses a record that is not there, or the same one twice', async () => {
      const desk = openDesk();
      const { id } = desk.contact(0);
      for (const objectIdToMerge of ['1', id]) {
        expect((await desk.post(path, { primaryObjectId: id, objectIdToMerge })).status).toBe(400);
      }
    });
  },
);

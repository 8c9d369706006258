import { describe, expect, it } from 'vitest';

import { createEmulator, defaultToken } from '../../emulator/index.ts';
import { readAnyRecordId } from './crm-reader.ts';
import { emulatePortal } from './portal.ts';
import type { Portal } from './portal.ts';
import { readPageFacts } from './record-page.ts';
import { switchableTypeIds } from './record-kinds.ts';

const emulator = createEmulator({ seed: 1 });
const settings = {
  worlds: ['default'],
  card: { title: 'Card', bundleUrls: { card: '/card.js', page: '/page.js', action: '/action.js' } },
};

function openPortal(accessToken: string): Portal {
  return emulatePortal(emulator, { apiBaseUrl: 'http://127.0.0.1:9', accessToken });
}

describe('a record page', () => {
  it.each(switchableTypeIds)('of the type %s has a title and described values', async (type) => {
    const portal = openPortal(defaultToken);
    const recordId = (await readAnyRecordId(portal, type)) ?? '';
    const address = { scenario: 'default', objectTypeId: type, recordId };
    const { record } = await readPageFacts(portal, address, settings);
    if (record.kind === 'missing') throw new Error(record.reason);
    expect(record.title).not.toBe('');
    expect(record.properties.length).toBeGreaterThanOrEqual(5);
    expect(record.properties.map(({ label }) => label)).not.toContain('');
  });

  it("shows an owner's name, not the id", async () => {
    const portal = openPortal(defaultToken);
    const recordId = (await readAnyRecordId(portal, '0-1')) ?? '';
    const address = { scenario: 'default', objectTypeId: '0-1', recordId };
    const { record } = await readPageFacts(portal, address, settings);
    if (record.kind === 'missing') throw new Error(record.reason);
    const owner = record.properties.find(({ name }) => name === 'hubspot_owner_id');
    expect(owner?.value).toMatch(/^\D+$/);
  });

  it('tells which fault its scenario meets, among all there are', async () => {
    const address = { scenario: 'default.hang.2~x', objectTypeId: '0-1', recordId: '1' };
    const { world, fault, faults } = await readPageFacts(openPortal(defaultToken), address, settings);
    expect([world, fault]).toEqual(['default', 'hang']);
    expect(faults).toContainEqual({ name: 'function-413', title: 'function call too large, 413' });
  });

  it('says that a record is missing', async () => {
    const address = { scenario: 'default', objectTypeId: '0-1', recordId: '1' };
    const { record } = await readPageFacts(openPortal(defaultToken), address, settings);
    expect(record.kind).toBe('missing');
  });

  it('does not show a portal whose token is refused', async () => {
    const address = { scenario: 'default', objectTypeId: '0-1', recordId: '1' };
    await expect(readPageFacts(openPortal('pat-wrong'), address, settings)).rejects.toThrow();
  });
});

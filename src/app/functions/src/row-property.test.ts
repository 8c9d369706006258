import { decodeWith, ROW_PROPERTY_NAME, rowPropertyReplySchema } from '@bulk-records/core/contract';
import type { RowPropertyReply } from '@bulk-records/core/contract';
import { describe, expect, it } from 'vitest';
import { defaultToken } from '../../../../emulator/index.ts';
import { main } from './row-property.ts';
import { json } from './testing/fake-hubspot.ts';
import { runEmulator } from './testing/run-emulator.ts';
import { serveFakeHubSpot } from './testing/run-function.ts';

async function add(objectType = 'companies'): Promise<RowPropertyReply> {
  const reply = await main({ parameters: { objectType, apiVersion: '2026-03' } });
  const decoded = decodeWith(rowPropertyReplySchema, JSON.parse(JSON.stringify(reply)));
  if (!decoded.ok) throw new Error(decoded.problems.join('; '));
  return decoded.value;
}

async function definitionAt(url: string): Promise<unknown> {
  const headers = { Authorization: `Bearer ${defaultToken}` };
  const response = await fetch(`${url}/crm/properties/2026-03/companies/${ROW_PROPERTY_NAME}`, { headers });
  return response.json();
}

describe('row_property', () => {
  it('makes a unique text, once', async () => {
    const { connection } = await runEmulator();
    expect(await add()).toEqual({ ok: true, kind: 'made' });
    expect(await definitionAt(connection.baseUrl)).toMatchObject({
      type: 'string',
      fieldType: 'text',
      hasUniqueValue: true,
      formField: false,
    });
    expect(await add()).toEqual({ ok: true, kind: 'already-there' });
  });

  it('names the scope it would need', async () => {
    const { emulator } = await runEmulator();
    emulator.revokeScopes(defaultToken, ['crm.schemas.companies.write']);
    expect(await add()).toMatchObject({
      ok: false,
      error: { code: 'missing-scopes', scopes: ['crm.schemas.companies.write'] },
    });
  });

  it.each([
    ['companies', 'crm.schemas.companies.write'],
    ['2-77', 'crm.schemas.custom.write'],
  ])('names the scope for %s also where HubSpot does not', async (objectType, scope) => {
    await serveFakeHubSpot(({ method }) =>
      method === 'GET' ? json(200, { groupName: 'own' }) : json(403, { category: 'MISSING_SCOPES' }),
    );
    expect(await add(objectType)).toMatchObject({ error: { code: 'missing-scopes', scopes: [scope] } });
  });

  it('says that HubSpot takes no more unique properties', async () => {
    await serveFakeHubSpot(({ method }) =>
      method === 'GET' ? json(200, { groupName: 'own' }) : json(400, { category: 'VALIDATION_ERROR' }),
    );
    expect(await add()).toMatchObject({ error: { code: 'bad-request', status: 400 } });
  });

  it('refuses object types that are not offered', async () => {
    const hubspot = await serveFakeHubSpot(() => json(200, {}));
    expect(await add('invoices')).toMatchObject({ error: { code: 'not-allowed' } });
    expect(hubspot.requests).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { createVirtualClock } from '../clock.ts';
import { apiRequest, openDesk, readAnswer } from '../testing/portal-desk.ts';
import type { PortalDesk } from '../testing/portal-desk.ts';
import { TokenTable, defaultToken } from './access.ts';

const scopeBody = v.looseObject({
  category: v.literal('MISSING_SCOPES'),
  errors: v.array(
    v.object({ message: v.string(), context: v.object({ requiredGranularScopes: v.array(v.string()) }) }),
  ),
  links: v.object({ scopes: v.literal('https://developers.hubspot.com/scopes') }),
});

const readContacts = '/crm/v3/objects/contacts/batch/read';

async function askAs(desk: PortalDesk, token: string, path: string) {
  const request = apiRequest('POST', path, { token, body: { inputs: [{ id: '1' }] } });
  return readAnswer(await desk.emulator.fetch(request));
}

describe('a request without a valid token', () => {
  it.each([null, 'Basic abc', 'Bearer', 'Bearer nobody', defaultToken])('(%s) is 401', (header) => {
    const table = new TokenTable(createVirtualClock(), [{ token: 'good', appId: '1', scopes: new Set() }]);
    expect(table.authenticate(header)).toMatchObject({
      kind: 'refused',
      status: 401,
      refusal: { category: 'INVALID_AUTHENTICATION' },
    });
  });

  it('reads what HubSpot writes about missing credentials', async () => {
    const answer = await askAs(openDesk(), 'nobody', readContacts);
    expect(answer.status).toBe(401);
    expect(answer.refusal().message).toBe(
      'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find ' +
        'more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
    );
  });

  it('with an expired token learns for how long', async () => {
    const desk = openDesk();
    desk.emulator.expireToken(defaultToken);
    desk.clock.advance(7_400);
    const answer = await desk.get('/crm/v3/owners');
    expect(answer.status).toBe(401);
    expect(answer.refusal()).toMatchObject({
      category: 'EXPIRED_AUTHENTICATION',
      message: 'The OAuth token used to make this call expired 7 second(s) ago.',
    });
  });

  it('carries no rate limit headers', async () => {
    const answer = await askAs(openDesk(), 'nobody', readContacts);
    expect(answer.headers.get('X-HubSpot-RateLimit-Max')).toBeNull();
  });
});

describe('scopes', () => {
  it.each([
    ['contacts', 'read', 'crm.objects.contacts.read'],
    ['contacts', 'create', 'crm.objects.contacts.write'],
    ['companies', 'update', 'crm.objects.companies.write'],
    ['deals', 'upsert', 'crm.objects.deals.write'],
    ['tickets', 'read', 'tickets'],
    ['tickets', 'archive', 'tickets'],
    ['line_items', 'archive', 'crm.objects.line_items.write'],
    ['subscriptions', 'create', 'crm.objects.subscriptions.write'],
    ['machines', 'read', 'crm.objects.custom.read'],
    ['2-31415926', 'create', 'crm.objects.custom.write'],
    ['calls', 'create', 'crm.objects.contacts.write'],
  ])('for %s batch/%s: %s', async (type, operation, scope) => {
    const desk = openDesk();
    const path = `/crm/v3/objects/${type}/batch/${operation}`;
    desk.emulator.grantScopes('narrow', ['oauth']);
    const refused = await askAs(desk, 'narrow', path);
    expect(refused.status).toBe(403);
    expect(v.parse(scopeBody, refused.json()).errors[0]?.context.requiredGranularScopes).toEqual([scope]);
    desk.emulator.grantScopes('narrow', [scope]);
    expect((await askAs(desk, 'narrow', path)).status).not.toBe(403);
  });

  it('that are taken away are missing at once', async () => {
    const desk = openDesk();
    desk.emulator.revokeScopes(defaultToken, ['crm.objects.contacts.read']);
    expect((await askAs(desk, defaultToken, readContacts)).status).toBe(403);
  });

  it('missing on an object leave no rate limit headers, as recorded', async () => {
    const desk = openDesk();
    desk.emulator.grantScopes('narrow', []);
    expect((await askAs(desk, 'narrow', readContacts)).headers.get('X-HubSpot-RateLimit-Max')).toBeNull();
  });

  it('missing for schemas are told in the other form', async () => {
    const desk = openDesk();
    desk.emulator.revokeScopes(defaultToken, ['crm.schemas.custom.read', 'crm.objects.custom.read']);
    const answer = await desk.get('/crm/v3/schemas');
    expect(answer.json()).toMatchObject({
      message: 'One or more of the following scopes are required.',
      context: {
        requiredGranularScopes: ['crm.schemas.custom.read', 'crm.objects.custom.read'],
        links: ['https://developers.hubspot.com/scopes'],
      },
      category: 'MISSING_SCOPES',
    });
  });

  it('for reading records also open their properties', async () => {
    const desk = openDesk();
    desk.emulator.grantScopes('narrow', ['crm.objects.contacts.read']);
    const request = apiRequest('GET', '/crm/v3/properties/contacts', { token: 'narrow' });
    expect((await desk.emulator.fetch(request)).status).toBe(200);
  });
});

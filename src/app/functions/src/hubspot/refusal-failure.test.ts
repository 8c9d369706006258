import { describe, expect, it } from 'vitest';
import type { Response } from './http-answer.ts';
import { explainLostRequest } from './refusal-failure.ts';

function respond(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    kind: 'response',
    status,
    headers: new Map(Object.entries(headers)),
    body: { kind: 'text', text },
    sentAt: 0,
    receivedAt: 0,
  };
}

describe('explainLostRequest', () => {
  it.each([
    [401, 'invalid-token', false],
    [403, 'missing-scopes', false],
    [404, 'unknown-object-type', false],
    [400, 'bad-request', false],
    [408, 'unavailable', true],
    [423, 'unavailable', true],
    [429, 'rate-limited', true],
    [477, 'unavailable', true],
    [500, 'unavailable', true],
    [524, 'unavailable', true],
    [302, 'unreadable-answer', true],
  ] as const)('explains %d as %s', (status, code, retryable) => {
    const failure = explainLostRequest(respond(status, '<html>'), 'read deals');
    expect(failure).toMatchObject({ ok: false, error: { code, retryable, status } });
  });

  it("knows HubSpot's 400 for an object type nobody has", () => {
    const body = { status: 'error', message: 'Unable to infer object type from: butterflies' };
    expect(explainLostRequest(respond(400, body), 'x').error.code).toBe('unknown-object-type');
  });

  it('lists the scopes HubSpot asks for, wherever it names them', () => {
    const body = {
      category: 'MISSING_SCOPES',
      message: 'more scopes',
      context: { requiredGranularScopes: ['crm.objects.custom.read'] },
      errors: [
        { message: 'x', context: { requiredScopes: ['tickets'], requiredGranularScopes: ['tickets'] } },
      ],
    };
    expect(explainLostRequest(respond(403, body), 'x').error.scopes).toEqual([
      'crm.objects.custom.read',
      'tickets',
    ]);
  });

  it("names codes and properties, but not HubSpot's sentence, which may quote values", () => {
    const body = {
      category: 'VALIDATION_ERROR',
      message: 'jane@example.org is not a property',
      errors: [
        { message: 'jane@example.org', code: 'PROPERTY_DOESNT_EXIST', context: { propertyName: ['colour'] } },
      ],
    };
    const { message } = explainLostRequest(respond(400, body), 'read contacts').error;
    expect(message).toBe(
      'Could not read contacts: HubSpot answered 400 (VALIDATION_ERROR, PROPERTY_DOESNT_EXIST, colour).',
    );
  });

  it('takes the correlation id from the header when the body has none', () => {
    const failure = explainLostRequest(respond(403, '', { 'x-hubspot-correlation-id': 'abc' }), 'x');
    expect(failure.error.correlationId).toBe('abc');
  });

  it('says how long to wait', () => {
    expect(explainLostRequest(respond(477, '', { 'retry-after': '60' }), 'x').error.retryAfterMs).toBe(
      60_000,
    );
  });

  it("says what kept HubSpot's answer away", () => {
    const lost = {
      kind: 'no-answer',
      cause: 'timeout',
      message: 'too late',
      sentAt: 0,
      receivedAt: 0,
    } as const;
    expect(explainLostRequest(lost, 'read deals')).toMatchObject({
      error: { code: 'unavailable', retryable: true, message: 'Could not read deals: too late.' },
    });
  });
});

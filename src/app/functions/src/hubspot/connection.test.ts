import { describe, expect, it } from 'vitest';
import { readConnection } from './connection.ts';

const token = { PRIVATE_APP_ACCESS_TOKEN: 'test-token' };

describe('readConnection', () => {
  it('takes token and address from the environment', () => {
    expect(readConnection({ ...token, HUBSPOT_API_BASE_URL: 'http://127.0.0.1:8080/' })).toEqual({
      accessToken: 'test-token',
      baseUrl: 'http://127.0.0.1:8080',
    });
  });

  it('talks to HubSpot when no address is given', () => {
    expect(readConnection(token)).toMatchObject({ baseUrl: 'https://api.hubapi.com' });
  });

  it('tolerates blanks and line ends around the token', () => {
    expect(readConnection({ PRIVATE_APP_ACCESS_TOKEN: ' test-token\r\n' })).toMatchObject({
      accessToken: 'test-token',
    });
  });

  it.each([{}, { PRIVATE_APP_ACCESS_TOKEN: '' }, { PRIVATE_APP_ACCESS_TOKEN: '  ' }])(
    'misses a token in %j',
    (environment) => {
      expect(readConnection(environment)).toMatchObject({ ok: false, error: { code: 'missing-token' } });
    },
  );

  it("misses a token whose reading throws, as on HubSpot's local server", () => {
    const environment = {
      get PRIVATE_APP_ACCESS_TOKEN(): string {
        throw new Error('no token for this account');
      },
    };
    expect(readConnection(environment)).toMatchObject({ ok: false, error: { code: 'missing-token' } });
  });

  it.each(['a\nb', 'a\r\nX-Injected: 1', 'tökén', 'a b', 'a\u0000'])(
    'refuses the token %j without repeating it',
    (text) => {
      const refusal = readConnection({ PRIVATE_APP_ACCESS_TOKEN: text });
      expect(refusal).toMatchObject({ ok: false, error: { code: 'invalid-token' } });
      expect(JSON.stringify(refusal)).not.toContain(text);
    },
  );

  it.each([
    'http://example.org',
    'http://127.0.0.1.example.org',
    'ftp://localhost',
    'localhost:8080',
    'nonsense',
  ])('does not send the token to %s', (baseUrl) => {
    expect(readConnection({ ...token, HUBSPOT_API_BASE_URL: baseUrl })).toMatchObject({ ok: false });
  });

  it.each(['https://example.org/hubspot', 'http://localhost:3000', 'http://[::1]:3000'])(
    'allows %s',
    (baseUrl) => {
      expect(readConnection({ ...token, HUBSPOT_API_BASE_URL: baseUrl })).toMatchObject({ baseUrl });
    },
  );
});

import { describe, expect, it } from 'vitest';

import { mayPass } from './request-guard.ts';

const port = 5178;

describe('a request', () => {
  it.each([
    ['from the address bar', { host: '127.0.0.1:5178' }, true],
    ['by the name localhost', { host: 'localhost:5178' }, true],
    ['of the own page', { host: '127.0.0.1:5178', origin: 'http://127.0.0.1:5178' }, true],
    ['by a name somebody pointed here', { host: 'evil.example:5178' }, false],
    ['by a look-alike name', { host: '127.0.0.1.evil.example:5178' }, false],
    ['for another port', { host: '127.0.0.1:80' }, false],
    ['without a host', {}, false],
    ['of another site', { host: '127.0.0.1:5178', origin: 'https://evil.example' }, false],
    ['of another local server', { host: '127.0.0.1:5178', origin: 'http://127.0.0.1:3000' }, false],
    ['of a sandboxed frame', { host: '127.0.0.1:5178', origin: 'null' }, false],
    ['started by another site', { host: '127.0.0.1:5178', site: 'cross-site' }, false],
    ['by an IPv6 name', { host: '[::1]:5178' }, false],
  ])('%s passes: %o', (_, asked, passes) => {
    const all = { host: undefined, origin: undefined, site: undefined, ...asked };
    expect(mayPass(all, port)).toBe(passes);
  });
});

import { describe, expect, it } from 'vitest';

import { linkTargetOf } from './attributes.ts';

const page = new URL('http://127.0.0.1:5178/contacts/1/record/0-1/51?scenario=wide~a');

describe('a link of the card', () => {
  it.each([
    ['https://example.com/x', 'https://example.com/x', true],
    ['https://app.hubspot.com/settings/1', 'https://app.hubspot.com/settings/1', false],
    [
      'https://app.hubspot.com/contacts/1/record/0-1/52',
      'http://127.0.0.1:5178/contacts/1/record/0-1/52?scenario=wide%7Ea',
      false,
    ],
    [
      'https://app-eu1.hubspot.com/contacts/1/record/0-2/7/?eschref=x',
      'http://127.0.0.1:5178/contacts/1/record/0-2/7/?scenario=wide%7Ea',
      false,
    ],
    [
      'http://127.0.0.1:5178/contacts/1/record/0-1/52',
      'http://127.0.0.1:5178/contacts/1/record/0-1/52?scenario=wide%7Ea',
      false,
    ],
    [
      'https://app.hubspot.com.evil.example/contacts/1/record/0-1/52',
      'https://app.hubspot.com.evil.example/contacts/1/record/0-1/52',
      true,
    ],
  ])('to %s leads to %s', (href, target, opensNewTab) => {
    expect(linkTargetOf(href, page)).toEqual({ href: target, opensNewTab });
  });

  it('opens where the card says when it says so', () => {
    const href = { url: 'https://app.hubspot.com/contacts/1/record/0-1/52', external: true };
    expect(linkTargetOf(href, page).opensNewTab).toBe(true);
  });
});

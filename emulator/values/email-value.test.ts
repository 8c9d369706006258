import { describe, expect, it } from 'vitest';
import { judgeEmail } from './email-value.ts';
import { isKnownTopLevelDomain } from './top-level-domains.ts';

describe('an e-mail address', () => {
  it.each([
    ['Plain@Example.ORG', 'plain@example.org'],
    ['  spaced@example.com ', 'spaced@example.com'],
    ['first.last+tag@mail.example.org', 'first.last+tag@mail.example.org'],
    ["o'brien@example.com", "o'brien@example.com"],
    ['a@xn--mller-kva.xn--p1ai', 'a@xn--mller-kva.xn--p1ai'],
  ])('%s is stored as %s', (raw, stored) => {
    expect(judgeEmail('email', raw)).toEqual({ kind: 'accepted', value: stored });
  });

  it.each([
    'name@domain.badtld',
    'no-at-sign',
    'two@@example.org',
    'a@example',
    '.dot@example.org',
    'dot.@example.org',
    'dot..dot@example.org',
    'with space@example.org',
    'a@-example.org',
    '@example.org',
    'a@b.c',
  ])('%s is invalid', (raw) => {
    expect(judgeEmail('email', raw)).toEqual({
      kind: 'rejected',
      issue: {
        propertyName: 'email',
        code: 'INVALID_EMAIL',
        message: `Email address ${raw} is invalid`,
        value: raw,
      },
    });
  });

  it.each([
    ['org', true],
    ['de', true],
    ['xn--p1ai', true],
    ['badtld', false],
    ['test', false],
    ['local', false],
    ['', false],
  ])('ends in a domain: %s is known: %s', (domain, isKnown) => {
    expect(isKnownTopLevelDomain(domain)).toBe(isKnown);
  });
});

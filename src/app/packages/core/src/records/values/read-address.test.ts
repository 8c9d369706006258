import { describe, expect, it } from 'vitest';
import { makeProperty } from '../../testing/properties.ts';
import { readCell, tell } from './testing/read-column.ts';

const EMAIL = makeProperty('email');
const DOMAIN = makeProperty('domain');

describe('an e-mail address', () => {
  it.each([
    ['ada@example.org', 'ada@example.org'],
    [' Ada.L@Example.ORG\n', 'ada.l@example.org'],
    ['a+b@mail.example.co.uk', 'a+b@mail.example.co.uk'],
    ["o'brien@example.com", "o'brien@example.com"],
    ['jürgen@müller.example', 'jürgen@müller.example'],
    ['ada@example.badtld', 'ada@example.badtld'],
    ['mailto:ada@example.org', '(not-an-email ada@example.org)'],
    ['Ada Lovelace <Ada@example.org>', '(not-an-email ada@example.org)'],
    ['"L, Ada" <ada@example.org>', '(not-an-email ada@example.org)'],
    ['ada@example.org;', '(not-an-email ada@example.org)'],
    ['ada@example.org.', '(not-an-email ada@example.org)'],
    ['[ada@example.org](mailto:ada@example.org)', '(not-an-email ada@example.org)'],
    ['ada@example.org, kim@example.org', '(not-an-email ada@example.org kim@example.org)'],
    ['ada', '(not-an-email)'],
    ['ada@', '(not-an-email)'],
    ['@example.org', '(not-an-email)'],
    ['ada@example', '(not-an-email)'],
    ['ada@.org', '(not-an-email)'],
    ['ada@example..org', '(not-an-email)'],
    ['ada@@example.org', '(not-an-email)'],
    ['ada l@example', '(not-an-email)'],
    [`${'a'.repeat(250)}@example.org`, '(not-an-email)'],
  ])('%j is %s', (raw, told) => {
    expect(tell(readCell(EMAIL, raw))).toBe(told);
  });
});

describe('a domain', () => {
  it.each([
    ['example.org', 'example.org'],
    [' Example.org ', 'Example.org'],
    ['https://www.example.org/path?x=1', 'https://www.example.org/path?x=1'],
    ['exam ple.org', '(not-a-domain example.org)'],
    ['Example Inc', '(not-a-domain)'],
  ])('%j is %s', (raw, told) => {
    expect(tell(readCell(DOMAIN, raw))).toBe(told);
  });
});

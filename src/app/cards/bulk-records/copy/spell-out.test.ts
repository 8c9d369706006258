import { expect, test } from 'vitest';
import { spellOut } from './spell-out.ts';

test.each([
  ['Ada', 'Ada'],
  ['a\u200bb', 'a\\u200Bb'],
  ['a\u00a0b', 'a\\u00A0b'],
  ['\ufeffa', '\\uFEFFa'],
  ['a\0', 'a\\u0000'],
  ['\ud800a', '\\uD800a'],
  ['a\u2028b', 'a\\u2028b'],
  ['\u202ea', '\\u202Ea'],
  ['\u{e0001}a', '\\u{E0001}a'],
  [' a  ', '␣a␣␣'],
  ['a b\tc\nd', 'a b\tc\nd'],
  ['山田\u3000太郎', '山田\u3000太郎'],
  ['x'.repeat(61), `${'x'.repeat(60)}…`],
])('%j is shown as %s', (text, shown) => {
  expect(spellOut(text)).toBe(shown);
});

import { describe, expect, it } from 'vitest';

import { parseScenario } from './scenario.ts';

describe('a scenario name', () => {
  it.each([
    ['default', 'default'],
    ['wide~story-1', 'wide'],
    ['default~a.b_c', 'default'],
  ])('%s picks the world %s', (name, world) => {
    expect(parseScenario(name)).toEqual({ name, world, strike: undefined });
  });

  it.each([
    ['default.502-after', '502-after', 1],
    ['default.hang.3', 'hang', 3],
    ['empty.function-killed-half.2~story', 'function-killed-half', 2],
  ])('%s picks the fault %s at write %i', (name, fault, nth) => {
    expect(parseScenario(name)).toMatchObject({ name, strike: { fault: { name: fault }, nth } });
  });

  it.each([
    '',
    '~x',
    'Default',
    'default~',
    'default/../x',
    'default~a/b',
    'default~a b',
    '1x',
    'default.',
    'default.earthquake',
    'default.hang.0',
    'default.hang.first',
  ])('cannot be "%s"', (name) => {
    expect(parseScenario(name)).toBeUndefined();
  });
});

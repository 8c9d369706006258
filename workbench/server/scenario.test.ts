import { describe, expect, it } from 'vitest';

import { parseScenario } from './scenario.ts';

describe('a scenario name', () => {
  it.each([
    ['default', 'default'],
    ['wide~story-1', 'wide'],
    ['default~a.b_c', 'default'],
  ])('%s picks the world %s', (name, world) => {
    expect(parseScenario(name)).toEqual({ name, world });
  });

  it.each(['', '~x', 'Default', 'default~', 'default/../x', 'default~a/b', 'default~a b', '1x'])(
    'cannot be "%s"',
    (name) => {
      expect(parseScenario(name)).toBeUndefined();
    },
  );
});

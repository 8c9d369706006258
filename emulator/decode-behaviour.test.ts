import { describe, expect, it } from 'vitest';
import { defaultBehaviour } from './behaviour.ts';
import { decodeBehaviour } from './decode-behaviour.ts';

describe('a file of switches', () => {
  it('may hold every switch there is, and any part of them', () => {
    expect(decodeBehaviour({ switches: defaultBehaviour })).toEqual(defaultBehaviour);
    expect(decodeBehaviour({ switches: { allRowsFailedStatus: 400 } })).toEqual({ allRowsFailedStatus: 400 });
    expect(decodeBehaviour({ switches: {} })).toEqual({});
  });

  it.each([
    [{ allRowsFailedStatus: 500 }],
    [{ allRowsFailedStatuses: 400 }],
    [{ searchDelayMaxMs: -1 }],
    [{ echoesTraceId: { v3: true } }],
    [{ nullValue: undefined }],
  ])('is refused with %j', (switches) => {
    expect(() => decodeBehaviour({ switches })).toThrow();
  });

  it('is refused without its frame', () => {
    expect(() => decodeBehaviour(defaultBehaviour)).toThrow();
  });
});

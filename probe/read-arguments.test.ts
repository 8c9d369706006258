import { describe, expect, it } from 'vitest';
import { readArguments } from './read-arguments.ts';

describe('the command line', () => {
  it.each([
    [[]],
    [['--out', 'x.json']],
    [['yes-this-is-a-test-account']],
    [['--yes-this-is-a-test-account=no']],
    [['--yes-this-is-a-test-account', 'pat-na1-typed-by-mistake']],
    [['--yes-this-is-a-test-account', '--pat-na1-typed-by-mistake']],
  ])('%j asks nothing and repeats nothing', (words) => {
    const read = readArguments(words);
    expect(read.kind).toBe('refused');
    expect(JSON.stringify(read)).not.toContain('typed-by-mistake');
  });

  it('runs with the promise alone', () => {
    const go = { kind: 'go', mayReachLimit: false, outputPath: 'behaviour.json' };
    expect(readArguments(['--yes-this-is-a-test-account'])).toEqual(go);
    expect(
      readArguments(['--yes-this-is-a-test-account', '--reach-the-limit', '--out', 'other.json']),
    ).toEqual({ kind: 'go', mayReachLimit: true, outputPath: 'other.json' });
  });
});

import { describe, expect, it } from 'vitest';
import { formatMs, formatShare, formatTable } from './format-table.ts';

describe('formatTable', () => {
  it('lines up names to the left and figures to the right', () => {
    const table = formatTable(
      ['text', 'ms'],
      [
        ['CSV', '7'],
        ['quoted', '120'],
      ],
    );
    expect(table.split('\n')).toEqual(['text     ms', '------  ---', 'CSV       7', 'quoted  120']);
  });

  it('bears a short row', () => {
    expect(formatTable(['a', 'b'], [['x']]).split('\n')).toEqual(['a  b', '-  -', 'x']);
  });
});

describe('figures', () => {
  it.each([
    [0.04, '0.0'],
    [9.94, '9.9'],
    [1234.5, '1235'],
  ])('show %d ms as %s', (ms, shown) => {
    expect(formatMs(ms)).toBe(shown);
  });

  it('show a share in per cent and a missing one as a dash', () => {
    expect([formatShare(0.8281), formatShare(undefined)]).toEqual(['82.8', '-']);
  });
});

import { describe, expect, it } from 'vitest';

import { effectsAfter } from './use-card.ts';
import type { CardEffects, Effect } from './use-card.ts';

const nothing: CardEffects = { banners: [], problems: [], iframe: undefined, calls: [] };

function after(...effects: readonly Effect[]): CardEffects {
  return effects.reduce(effectsAfter, nothing);
}

describe('what a card makes the page show', () => {
  it('keeps alerts until they are dismissed one by one', () => {
    const add = (id: number): Effect => ({
      kind: 'alert-added',
      banner: { id, alert: { message: `alert ${id}` } },
    });
    const { banners } = after(add(1), add(2), { kind: 'alert-dismissed', id: 1 });
    expect(banners.map(({ id }) => id)).toEqual([2]);
  });

  it('shows one problem once, however many ways it arrives', () => {
    const report: Effect = { kind: 'problem-reported', problem: { message: 'Error: boom' } };
    expect(after(report, report).problems).toHaveLength(1);
  });

  it('has one iframe window at a time', () => {
    const iframe = { request: { uri: 'https://example.com', height: 1, width: 1 }, onClose: undefined };
    expect(after({ kind: 'iframe-opened', iframe }).iframe).toBe(iframe);
    expect(after({ kind: 'iframe-opened', iframe }, { kind: 'iframe-closed' })).toEqual(nothing);
  });
});

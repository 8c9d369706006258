import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { listKeyMeaning } from './listbox-keys.ts';
import { choicesMatching } from './option-list.ts';
import type { Choice } from './option-list.ts';

const shown: readonly Choice[] = ['Create', 'Update', 'Archive'].map((label) => ({
  label,
  value: label,
}));

describe('a key in an open list', () => {
  it.each([
    { key: 'ArrowDown', activeIndex: 2, hasSearch: false, meaning: { kind: 'move', index: 0 } },
    { key: 'ArrowUp', activeIndex: 0, hasSearch: false, meaning: { kind: 'move', index: 2 } },
    { key: 'End', activeIndex: 0, hasSearch: false, meaning: { kind: 'move', index: 2 } },
    { key: 'End', activeIndex: 0, hasSearch: true, meaning: { kind: 'type' } },
    { key: 'Enter', activeIndex: 0, hasSearch: true, meaning: { kind: 'choose' } },
    { key: ' ', activeIndex: 0, hasSearch: false, meaning: { kind: 'choose' } },
    { key: ' ', activeIndex: 0, hasSearch: true, meaning: { kind: 'type' } },
    { key: 'u', activeIndex: 0, hasSearch: false, meaning: { kind: 'move', index: 1 } },
    { key: 'u', activeIndex: 0, hasSearch: true, meaning: { kind: 'type' } },
    { key: 'z', activeIndex: 0, hasSearch: false, meaning: { kind: 'type' } },
    { key: 'Escape', activeIndex: 0, hasSearch: false, meaning: { kind: 'close', keepsDialogOpen: true } },
    { key: 'Tab', activeIndex: 0, hasSearch: true, meaning: { kind: 'close', keepsDialogOpen: false } },
  ])('$key at $activeIndex (search: $hasSearch) means $meaning', ({ meaning, ...situation }) => {
    expect(listKeyMeaning({ ...situation, shown })).toEqual(meaning);
  });
});

describe('searching a list', () => {
  it('finds every choice by any part of its own label, in any case', () => {
    const labels = fc.array(fc.string({ minLength: 1 }), { minLength: 1 });
    fc.assert(
      fc.property(labels, fc.nat(), (texts, pick) => {
        const choices = texts.map((label, value) => ({ label, value }));
        const target = choices[pick % choices.length];
        const query = target?.label.toUpperCase().toLowerCase() ?? '';
        const isFound = choicesMatching(choices, query).some((choice) => choice === target);
        // Upper-casing may lengthen a letter (ß); then lower-casing does not lead back.
        const leadsBack = target?.label.toLowerCase() === query;
        expect(isFound || !leadsBack).toBe(true);
      }),
    );
  });

  it('leaves the order as it is and everything there for an empty query', () => {
    expect(choicesMatching(shown, '')).toEqual(shown);
    expect(choicesMatching(shown, 'e c')).toEqual([shown[0], shown[2]]);
  });
});

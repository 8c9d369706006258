import { nextIndex } from './option-list.ts';
import type { Choice } from './option-list.ts';

/** What a key means in an open list. */
export type ListKeyMeaning =
  | { readonly kind: 'move'; readonly index: number }
  | { readonly kind: 'choose' }
  | { readonly kind: 'close'; readonly keepsDialogOpen: boolean }
  | { readonly kind: 'type' };

export interface ListKeySituation {
  readonly key: string;
  readonly activeIndex: number;
  readonly shown: readonly Choice[];
  /** The search box has the focus: text keys belong to it. */
  readonly hasSearch: boolean;
}

/** Decides what a key does: arrows move, Enter (and Space without search) chooses, Escape closes. */
export function listKeyMeaning(situation: ListKeySituation): ListKeyMeaning {
  const { key, activeIndex, shown, hasSearch } = situation;
  const belongsToSearch = hasSearch && (key === 'Home' || key === 'End' || key === ' ');
  if (belongsToSearch) return { kind: 'type' };
  const next = nextIndex(key, activeIndex, shown.length);
  if (next !== undefined) return { kind: 'move', index: next };
  if (key === 'Enter' || key === ' ') return { kind: 'choose' };
  if (key === 'Escape' || key === 'Tab') return { kind: 'close', keepsDialogOpen: key === 'Escape' };
  const typed = hasSearch || key.length !== 1 ? -1 : indexStartingWith(shown, key);
  return typed >= 0 ? { kind: 'move', index: typed } : { kind: 'type' };
}

function indexStartingWith(shown: readonly Choice[], letter: string): number {
  return shown.findIndex((choice) => choice.label.toLowerCase().startsWith(letter.toLowerCase()));
}

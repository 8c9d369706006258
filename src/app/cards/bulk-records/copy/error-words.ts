import { sayIfKnown, spoken } from './say.ts';

/** What HubSpot's word for an error means, and what to do about it. */
export interface ErrorWords {
  /** `cell`: `found` goes on from the cell it is about. `row`: it is a sentence of its own. */
  readonly about: 'cell' | 'row';
  readonly found: string;
  readonly next: string;
}

/** HubSpot's code in plain words, with the next step; null for one nobody has met yet, or an older function does not tell. */
export function wordsOfError(code: string | null): ErrorWords | null {
  const named = code === null ? undefined : spoken().errors.get(code);
  if (named === undefined) return null;
  const { about, name } = named;
  const [found, next] = [sayIfKnown(`error.${name}.found`), sayIfKnown(`error.${name}.next`)];
  return found === undefined || next === undefined ? null : { about, found, next };
}

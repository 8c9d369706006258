/** A 32-bit hash with good spread over short texts (FNV-1a, then an avalanche step). */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  hexDigits(length: number): string;
}

/** Reproducible pseudo-randomness (mulberry32): equal seeds give equal sequences. */
export function createRandom(seed: number): Random {
  let state = hashText('random', seed);
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(fraction() * limit);
  return {
    below,
    hexDigits: (length) => Array.from({ length }, () => below(16).toString(16)).join(''),
  };
}

/** The items in an order that depends on their keys and the seed only, and in particular not on their position. */
export function orderByHash<T>(items: readonly T[], keyOf: (item: T) => string, seed: number): readonly T[] {
  const hashed = items.map((item) => ({ item, key: keyOf(item), hash: hashText(keyOf(item), seed) }));
  hashed.sort((a, b) => a.hash - b.hash || a.key.localeCompare(b.key));
  return hashed.map(({ item }) => item);
}

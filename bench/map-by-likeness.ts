import type { Property, Table } from '@bulk-records/core';
import Fuse from 'fuse.js';

/** Fuse's score from 0 (equal) to 1; its own default of 0.6 maps nearly every column to something. */
export const LIKENESS_THRESHOLDS = [0.1, 0.2, 0.3, 0.4] as const;

interface LikeProperty {
  readonly columnIndex: number;
  readonly name: string;
  readonly score: number;
}

/**
 * The peer: a column goes to the property whose label or internal name fuse.js finds likest, the likest first,
 * one column per property. Read-only properties are not offered, as in ours. Gives a name or null per column.
 */
export function mapByLikeness(
  table: Table,
  properties: readonly Property[],
  threshold: number,
): readonly (string | null)[] {
  const search = indexProperties(properties, threshold);
  const found = table.columns.flatMap(({ index, header }) => likest(search, index, header));
  const names = new Map<number, string>();
  const taken = new Set<string>();
  for (const { columnIndex, name } of [...found].sort((a, b) => a.score - b.score)) {
    if (taken.has(name)) continue;
    taken.add(name);
    names.set(columnIndex, name);
  }
  return table.columns.map(({ index }) => names.get(index) ?? null);
}

function indexProperties(properties: readonly Property[], threshold: number): Fuse<Property> {
  const usable = properties.filter(({ readOnly, name }) => !readOnly || name === 'hs_object_id');
  return new Fuse(usable, { keys: ['label', 'name'], includeScore: true, threshold });
}

function likest(search: Fuse<Property>, columnIndex: number, header: string): readonly LikeProperty[] {
  if (header.trim() === '') return [];
  const [best] = search.search(header, { limit: 1 });
  return best === undefined ? [] : [{ columnIndex, name: best.item.name, score: best.score ?? 0 }];
}

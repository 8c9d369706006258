import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { Property } from '../contract/describe-object-type.ts';
import { normaliseHeader } from './normalise-header.ts';
import type { MappedReason } from './mapping.ts';

/** What a header means among the properties, before columns compete for one. */
export type PropertyMatch =
  | {
      readonly kind: 'property';
      readonly property: Property;
      readonly reason: MappedReason;
      readonly confidence: number;
    }
  | { readonly kind: 'read-only'; readonly property: Property }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Property[] }
  | { readonly kind: 'none' };

/** Properties by every way a header can name them; built once per mapping, so that 30 headers stay cheap. */
export interface PropertyIndex {
  readonly byName: ReadonlyMap<string, Property>;
  readonly byNormalName: ReadonlyMap<string, readonly Property[]>;
  readonly byNormalLabel: ReadonlyMap<string, readonly Property[]>;
}

export function indexProperties(properties: readonly Property[]): PropertyIndex {
  return {
    byName: new Map(properties.map((property) => [property.name, property])),
    byNormalName: groupBy(properties, (property) => normaliseHeader(property.name)),
    byNormalLabel: groupBy(properties, (property) => normaliseHeader(property.label)),
  };
}

/** True where values can be written, or records be matched by them: the record id is read-only, but a key. */
export function isUsable(property: Property): boolean {
  return !property.readOnly || property.name === RECORD_ID_PROPERTY;
}

/** Finds the property a header names exactly: by internal name, else by normalised name or label. */
export function findProperty(header: string, index: PropertyIndex): PropertyMatch {
  const exact = index.byName.get(header.trim());
  if (exact !== undefined) return matchOf(exact, 'name', 1);
  const normal = normaliseHeader(header);
  const byLabel = index.byNormalLabel.get(normal) ?? [];
  const byName = index.byNormalName.get(normal) ?? [];
  const candidates = visibleFirst([...new Set([...byLabel, ...byName])]);
  const [only] = candidates;
  if (only === undefined) return { kind: 'none' };
  if (candidates.length > 1) return ambiguous(candidates);
  return byLabel.includes(only) ? matchOf(only, 'label', 0.97) : matchOf(only, 'name', 0.95);
}

function matchOf(property: Property, reason: MappedReason, confidence: number): PropertyMatch {
  return isUsable(property)
    ? { kind: 'property', property, reason, confidence }
    : { kind: 'read-only', property };
}

/** Several properties of one label: nobody can tell which is meant, unless only one can be written at all. */
function ambiguous(candidates: readonly Property[]): PropertyMatch {
  const [first] = candidates;
  if (first !== undefined && !candidates.some(isUsable)) return { kind: 'read-only', property: first };
  return { kind: 'ambiguous', candidates };
}

/** Hidden properties count only when no visible one has the name. */
function visibleFirst(properties: readonly Property[]): readonly Property[] {
  const visible = properties.filter((property) => !property.hidden);
  return visible.length > 0 ? visible : properties;
}

function groupBy(
  properties: readonly Property[],
  keyOf: (property: Property) => string,
): ReadonlyMap<string, readonly Property[]> {
  const groups = new Map<string, Property[]>();
  for (const property of properties) {
    const key = keyOf(property);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [property]);
    else group.push(property);
  }
  groups.delete('');
  return groups;
}

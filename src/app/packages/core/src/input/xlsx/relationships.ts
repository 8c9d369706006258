import { brokenPart, hasPart, readPart } from './read-part.ts';
import type { PartSource } from './read-part.ts';
import type { UnreadableInput } from '../input-issue.ts';

/** What a part points to; `kind` is the last word of the type, the same in transitional and strict files. */
export interface Relationship {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

export type Relationships =
  | { readonly kind: 'relationships'; readonly list: readonly Relationship[] }
  | { readonly kind: 'unreadable'; readonly issue: UnreadableInput };

/** The relationships of a part, of the whole package for '' (ECMA-376 part 2, 6.5); none where it has no such part. */
export function readRelationships(source: PartSource, partName: string): Relationships {
  const slash = partName.lastIndexOf('/') + 1;
  const folder = partName.slice(0, slash);
  const name = `${folder}_rels/${partName.slice(slash)}.rels`;
  if (!hasPart(source.archive, name)) return { kind: 'relationships', list: [] };
  const list: Relationship[] = [];
  const problem = readPart(source, name, {
    open: (element, attributes) => {
      if (element !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const { Id: id = '', Type: type = '', Target: target = '' } = attributes;
      list.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), target: resolveTarget(folder, target) });
    },
    close: () => undefined,
    hasEnough: () => list.length > MAX_RELATIONSHIPS,
  });
  if (problem !== null) return { kind: 'unreadable', issue: problem };
  if (list.length > MAX_RELATIONSHIPS) return { kind: 'unreadable', issue: brokenPart(name) };
  return { kind: 'relationships', list };
}

const MAX_RELATIONSHIPS = 10_000;

function resolveTarget(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const segments: string[] = [];
  for (const segment of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

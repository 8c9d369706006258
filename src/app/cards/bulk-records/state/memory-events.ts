import type { LongCheck, MappingMemory, Plan, RememberedMapping } from '@bulk-records/core';
import type { MappingSubject } from './flow-state.ts';
import type { Loadable, LoadFailure } from './loadable.ts';

export type MemoryEvent =
  | { readonly kind: 'mapping-asked'; readonly subject: MappingSubject }
  | {
      readonly kind: 'mapping-recalled';
      readonly subject: MappingSubject;
      readonly memory: Loadable<MappingMemory>;
    }
  | { readonly kind: 'mapping-imported'; readonly mapping: RememberedMapping }
  | { readonly kind: 'mapping-used' }
  | { readonly kind: 'suggestions-used' }
  | { readonly kind: 'mapping-not-kept'; readonly written: Plan | LongCheck; readonly failure: LoadFailure };

export function isAboutMemory(event: { readonly kind: string }): event is MemoryEvent {
  switch (event.kind) {
    case 'mapping-asked':
    case 'mapping-recalled':
    case 'mapping-imported':
    case 'mapping-used':
    case 'suggestions-used':
    case 'mapping-not-kept':
      return true;
    default:
      return false;
  }
}

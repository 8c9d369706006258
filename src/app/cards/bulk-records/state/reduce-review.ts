import type { FlowEvent } from './flow-events.ts';
import type { FlowState } from './flow-state.ts';
import { reduceLookup, type LookupEvent } from './lookup.ts';

type Reviewed = Pick<FlowState, 'lookup' | 'duplicates' | 'caution'>;

type ReviewEvent = LookupEvent | Extract<FlowEvent, { kind: 'duplicates-settled' | 'caution-chosen' }>;

/** What the review knows and decides, beside the cells themselves. */
export function reduceReview({ lookup, duplicates, caution }: Reviewed, event: ReviewEvent): Reviewed {
  switch (event.kind) {
    case 'lookup-started':
    case 'lookup-progressed':
    case 'lookup-stopped':
    case 'lookup-finished':
      return { lookup: reduceLookup(lookup, event), duplicates, caution };
    case 'duplicates-settled': {
      const { groupId, choice } = event;
      // A choice for all groups is meant for all: those made for single ones are forgotten.
      const { otherwise, byGroup } =
        groupId === null
          ? { otherwise: choice, byGroup: new Map() }
          : { ...duplicates, byGroup: new Map(duplicates.byGroup).set(groupId, choice) };
      return { lookup, duplicates: { otherwise, byGroup }, caution };
    }
    case 'caution-chosen':
      return { lookup, duplicates, caution: event.caution };
  }
}

import type { Outcome } from '@bulk-records/core';

export interface RecordReference {
  readonly id: string;
  readonly url: string;
}

/** Finds the record an outcome is about: the written one, the one already there, or the winner of a merge. */
export type RecordFinder = (outcome: Outcome) => RecordReference | null;

/**
 * HubSpot gives the address of a record with most answers, not with all. Where it is missing it is made from
 * another address of the run, which knows the portal's data centre, else from the portal's ids.
 */
export function makeRecordFinder(
  outcomes: readonly Outcome[],
  portal: { readonly portalId: number; readonly objectTypeId: string },
): RecordFinder {
  const known = outcomes.find((outcome) => 'url' in outcome && outcome.url !== null && endsInId(outcome.url));
  const prefix =
    known && 'url' in known && known.url !== null
      ? known.url.replace(LAST_ID, '')
      : `https://app.hubspot.com/contacts/${portal.portalId}/record/${portal.objectTypeId}/`;
  return (outcome) => {
    const id = recordIdOf(outcome);
    if (id === null) return null;
    const given = 'url' in outcome ? outcome.url : null;
    return { id, url: given ?? `${prefix}${id}` };
  };
}

const LAST_ID = /\d+$/;

function endsInId(url: string): boolean {
  return LAST_ID.test(url);
}

function recordIdOf(outcome: Outcome): string | null {
  switch (outcome.kind) {
    case 'created':
    case 'updated':
    case 'unchanged':
    case 'archived':
    case 'rejected':
      return outcome.recordId;
    case 'conflict':
      return outcome.existingId;
    case 'skipped':
    case 'not-sent':
    case 'unknown':
      return null;
  }
}

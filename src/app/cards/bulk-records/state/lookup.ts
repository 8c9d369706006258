import {
  idsOfNames,
  withoutKnown,
  type AssociationQuestion,
  type AssociationReadings,
  type DraftRecord,
  type KeyReadings,
  type NamedQuestion,
  type NamedReadings,
  type PlanTarget,
  type ReadFailure,
} from '@bulk-records/core';

/** What has to be known of HubSpot before a plan can be made. */
export interface LookupQuestion {
  /** Readings of one subject fit together: the same object type, key and properties. */
  readonly subject: string;
  readonly target: PlanTarget;
  readonly drafts: readonly DraftRecord[];
  readonly propertyNames: readonly string[];
  readonly keys: readonly string[];
  /** Records that cells name for associations. */
  readonly named: readonly NamedQuestion[];
  /** What records may be associated with already; which these are, reading shows. */
  readonly associationsOf: (known: Pick<Known, 'readings' | 'named'>) => readonly AssociationQuestion[];
}

/** What HubSpot holds of the records the rows are about, and how far the reading has come. */
export type Lookup =
  | { readonly kind: 'none' }
  | ({
      readonly kind: 'reading';
      /** Answers of another lookup than this one are ignored. */
      readonly id: number;
      readonly askedCount: number;
      readonly keyCount: number;
      readonly isStopping: boolean;
    } & Known)
  | ({
      readonly kind: 'read';
      /** What went wrong; null where every call brought something. */
      readonly failure: ReadFailure | null;
      readonly isStopped: boolean;
    } & Known);

interface Known {
  readonly subject: string;
  readonly readings: KeyReadings;
  readonly named: NamedReadings;
  readonly held: AssociationReadings;
  /** When the oldest of the readings was begun. */
  readonly readAt: number;
}

/** Whether keys have to be asked for that nobody asked for yet. What was asked in vain waits for the admin's word. */
export function isLookupDue(lookup: Lookup, question: LookupQuestion): boolean {
  const { subject, keys, named } = question;
  if (lookup.kind === 'none' || lookup.subject !== subject) return true;
  if (lookup.kind === 'reading') return false;
  if (keys.some((key) => !lookup.readings.has(key)) || namesLeft(named, lookup.named) > 0) return true;
  return withoutKnown(question.associationsOf(lookup), lookup.held).length > 0;
}

/** How many names are still to be asked for. */
export function namesLeft(questions: readonly NamedQuestion[], known: NamedReadings): number {
  return questions.flatMap(idsOfNames).filter((id) => !known.has(id)).length;
}

/** Which readings a new lookup may build on. */
export type Trust =
  /** All there are: keys without a reading are asked for. */
  | 'all'
  /** All that say something: keys that could not be read are asked for as well. */
  | 'told'
  | 'none';

export function trustedReadings(
  lookup: Lookup,
  { subject }: LookupQuestion,
  trust: Trust,
): Omit<Known, 'subject'> | null {
  if (trust === 'none' || lookup.kind === 'none' || lookup.subject !== subject) return null;
  const { readings, named, held, readAt } = lookup;
  if (trust === 'all') return { readings, named, held, readAt };
  return {
    readings: withoutUnread(readings),
    named: withoutUnread(named),
    held: withoutUnread(held),
    readAt,
  };
}

function withoutUnread<Reading extends { readonly kind: string }>(
  readings: ReadonlyMap<string, Reading>,
): ReadonlyMap<string, Reading> {
  return new Map([...readings].filter(([, { kind }]) => kind !== 'unread'));
}

export type LookupEvent =
  | ({ readonly kind: 'lookup-started'; readonly id: number; readonly keyCount: number } & Known)
  | {
      readonly kind: 'lookup-progressed';
      readonly id: number;
      readonly askedCount: number;
      readonly keyCount: number;
    }
  | { readonly kind: 'lookup-stopped' }
  | ({
      readonly kind: 'lookup-finished';
      readonly id: number;
      readonly failure: ReadFailure | null;
    } & Omit<Known, 'subject' | 'readAt'>);

export function reduceLookup(lookup: Lookup, event: LookupEvent): Lookup {
  if (event.kind === 'lookup-started') {
    return { ...event, kind: 'reading', askedCount: 0, isStopping: false };
  }
  if (lookup.kind !== 'reading') return lookup;
  if (event.kind === 'lookup-stopped') return { ...lookup, isStopping: true };
  if (lookup.id !== event.id) return lookup;
  switch (event.kind) {
    case 'lookup-progressed':
      return { ...lookup, askedCount: event.askedCount, keyCount: event.keyCount };
    case 'lookup-finished': {
      const { subject, readAt, isStopping } = lookup;
      const { readings, named, held, failure } = event;
      return { kind: 'read', subject, readings, named, held, readAt, failure, isStopped: isStopping };
    }
  }
}

import type { DraftRecord, KeyReadings, PlanTarget, ReadFailure } from '@bulk-records/core';

/** What has to be known of HubSpot before a plan can be made. */
export interface LookupQuestion {
  /** Readings of one subject fit together: the same object type, key and properties. */
  readonly subject: string;
  readonly target: PlanTarget;
  readonly drafts: readonly DraftRecord[];
  readonly propertyNames: readonly string[];
  readonly keys: readonly string[];
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
  /** When the oldest of the readings was begun. */
  readonly readAt: number;
}

/** Whether keys have to be asked for that nobody asked for yet. What was asked in vain waits for the admin's word. */
export function isLookupDue(lookup: Lookup, { subject, keys }: LookupQuestion): boolean {
  if (lookup.kind === 'none' || lookup.subject !== subject) return true;
  return lookup.kind === 'read' && keys.some((key) => !lookup.readings.has(key));
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
): Pick<Known, 'readings' | 'readAt'> | null {
  if (trust === 'none' || lookup.kind === 'none' || lookup.subject !== subject) return null;
  const { readings, readAt } = lookup;
  if (trust === 'all') return { readings, readAt };
  return { readings: new Map([...readings].filter(([, { kind }]) => kind !== 'unread')), readAt };
}

export type LookupEvent =
  | {
      readonly kind: 'lookup-started';
      readonly id: number;
      readonly subject: string;
      readonly keyCount: number;
      readonly readings: KeyReadings;
      readonly readAt: number;
    }
  | { readonly kind: 'lookup-progressed'; readonly id: number; readonly askedCount: number }
  | { readonly kind: 'lookup-stopped' }
  | {
      readonly kind: 'lookup-finished';
      readonly id: number;
      readonly readings: KeyReadings;
      readonly failure: ReadFailure | null;
    };

export function reduceLookup(lookup: Lookup, event: LookupEvent): Lookup {
  if (event.kind === 'lookup-started') {
    const { id, subject, keyCount, readings, readAt } = event;
    return { kind: 'reading', id, subject, askedCount: 0, keyCount, isStopping: false, readings, readAt };
  }
  if (lookup.kind !== 'reading') return lookup;
  if (event.kind === 'lookup-stopped') return { ...lookup, isStopping: true };
  if (lookup.id !== event.id) return lookup;
  switch (event.kind) {
    case 'lookup-progressed':
      return { ...lookup, askedCount: event.askedCount };
    case 'lookup-finished': {
      const { subject, readAt, isStopping } = lookup;
      const { readings, failure } = event;
      return { kind: 'read', subject, readings, readAt, failure, isStopped: isStopping };
    }
  }
}

import { describe, expect, it } from 'vitest';
import type { AssociationReadings, KeyReadings, NamedReadings } from '@bulk-records/core';
import {
  isLookupDue,
  reduceLookup,
  trustedReadings,
  type Lookup,
  type LookupEvent,
  type LookupQuestion,
} from './lookup.ts';

const ADA = 'ada@example.org';
const BO = 'bo@example.org';

const question: LookupQuestion = {
  subject: 'contacts by email',
  target: {
    operation: 'upsert',
    objectType: 'contacts',
    apiVersion: '2026-03',
    keyProperty: 'email',
    properties: new Map(),
  },
  drafts: [],
  propertyNames: [],
  keys: [ADA, BO],
  named: [],
  associationsOf: () => [],
};

const readings: KeyReadings = new Map([
  [ADA, { kind: 'missing' }],
  [BO, { kind: 'unread' }],
]);

const started = {
  kind: 'lookup-started',
  id: 2,
  subject: question.subject,
  keyCount: 2,
  readings: new Map(),
  named: new Map(),
  held: new Map(),
  readAt: 1000,
} satisfies LookupEvent;

function after(...events: readonly LookupEvent[]): Lookup {
  return events.reduce<Lookup>(reduceLookup, { kind: 'none' });
}

const finished = {
  kind: 'lookup-finished',
  id: 2,
  readings,
  named: new Map(),
  held: new Map(),
  failure: null,
} satisfies LookupEvent;

describe('a lookup', () => {
  it('is as old as the moment it was begun', () => {
    expect(after(started, finished)).toEqual({
      kind: 'read',
      subject: question.subject,
      readings,
      named: new Map(),
      held: new Map(),
      readAt: 1000,
      failure: null,
      isStopped: false,
    });
  });

  it('ignores what an earlier one says', () => {
    const early = { ...finished, id: 1 };
    const progress: LookupEvent = { kind: 'lookup-progressed', id: 1, askedCount: 500, keyCount: 2 };
    expect(after(started, progress, early)).toEqual(after(started));
  });

  it('knows that it was stopped', () => {
    expect(after(started, { kind: 'lookup-stopped' }, finished)).toMatchObject({ isStopped: true });
  });

  it('does not come back once it is no longer looked at', () => {
    expect(reduceLookup({ kind: 'none' }, finished)).toEqual({ kind: 'none' });
  });
});

describe('whether to look up', () => {
  it.each<[string, Lookup, boolean]>([
    ['nothing was read', after(), true],
    ['it is being read', after(started), false],
    ['every key was asked for, even in vain', after(started, finished), false],
    ['a key was never asked for', after(started, { ...finished, readings: new Map() }), true],
    ['something else was read', after({ ...started, subject: 'companies by id' }, finished), true],
    ['something else is being read', after({ ...started, subject: 'companies by id' }), true],
  ])('when %s', (_, lookup, isDue) => {
    expect(isLookupDue(lookup, question)).toBe(isDue);
  });
});

describe('names of records to associate with', () => {
  const asking: LookupQuestion = {
    ...question,
    named: [
      {
        related: { objectType: 'companies', properties: new Map(), names: [] },
        keyProperty: 'domain',
        bySearch: true,
        names: ['acme.example', 'gone.example'],
      },
    ],
  };
  const named: NamedReadings = new Map([
    ['companies domain acme.example', { kind: 'missing' }],
    ['companies domain gone.example', { kind: 'unread' }],
  ]);

  it('are looked up once, in vain or not', () => {
    expect(isLookupDue(after(started, finished), asking)).toBe(true);
    expect(isLookupDue(after(started), asking)).toBe(false);
    expect(isLookupDue(after(started, { ...finished, named }), asking)).toBe(false);
  });

  it('that could not be read are asked for with the rest', () => {
    const read = after(started, { ...finished, named });
    expect(trustedReadings(read, asking, 'all')?.named).toEqual(named);
    expect([...(trustedReadings(read, asking, 'told')?.named.keys() ?? [])]).toEqual([
      'companies domain acme.example',
    ]);
  });
});

describe('associations of records that exist', () => {
  /** Of every record that was found. */
  const asking: LookupQuestion = {
    ...question,
    associationsOf: ({ readings: known }) => [
      { toObjectType: 'companies', fromIds: [...known.keys()].map((key) => (key === ADA ? '1' : '2')) },
    ],
  };
  const held: AssociationReadings = new Map([
    ['companies 1', { kind: 'read', isComplete: true, to: [] }],
    ['companies 2', { kind: 'unread' }],
  ]);

  it('are looked up once, in vain or not', () => {
    expect(isLookupDue(after(started, finished), asking)).toBe(true);
    expect(isLookupDue(after(started), asking)).toBe(false);
    expect(isLookupDue(after(started, { ...finished, held }), asking)).toBe(false);
  });

  it('that could not be read are asked for with the rest', () => {
    const read = after(started, { ...finished, held });
    expect(trustedReadings(read, asking, 'all')?.held).toEqual(held);
    expect([...(trustedReadings(read, asking, 'told')?.held.keys() ?? [])]).toEqual(['companies 1']);
  });

  it('are counted once it is known of which records they are', () => {
    const progress: LookupEvent = { kind: 'lookup-progressed', id: 2, askedCount: 3, keyCount: 4 };
    expect(after(started, progress)).toMatchObject({ askedCount: 3, keyCount: 4 });
  });
});

describe('what a new lookup builds on', () => {
  const read = after(started, finished);

  it('is everything that was asked, for keys that are new', () => {
    expect(trustedReadings(read, question, 'all')).toEqual({
      readings,
      named: new Map(),
      held: new Map(),
      readAt: 1000,
    });
  });

  it('is what was told, for keys that could not be read', () => {
    expect([...(trustedReadings(read, question, 'told')?.readings.keys() ?? [])]).toEqual([ADA]);
  });

  it('is nothing when all is read again, or when the subject is another one', () => {
    expect(trustedReadings(read, question, 'none')).toBeNull();
    expect(trustedReadings(read, { ...question, subject: 'companies by id' }, 'all')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { ReadRecordsQuestion, ReadRecordsReply } from '../contract/read-records.ts';
import { makeResult } from '../testing/bodies.ts';
import { draft, nameIn, namingCompanies } from '../testing/plans.ts';
import { idsOfNames, namesToRead, type NamedQuestion } from './named-question.ts';
import type { NamedReadings } from './named-reading.ts';
import type { ReadPorts } from './read-keys.ts';
import { readNamed } from './read-named.ts';

interface Held {
  readonly id: string;
  readonly domain: string;
  /** Search still shows it as it was. */
  readonly isGone?: true;
  readonly domainNow?: string;
}

/** Companies as search and as reading by id show them. */
function portalOf(companies: readonly Held[]) {
  const asked: ReadRecordsQuestion[] = [];
  const readRecords = (question: ReadRecordsQuestion) => {
    asked.push(question);
    const bySearch = question.bySearch === true;
    const found = companies.filter(({ id, domain, isGone }) =>
      bySearch ? question.ids.includes(domain) : question.ids.includes(id) && isGone !== true,
    );
    const records = found.map(({ id, domain, domainNow }) =>
      makeResult(id, {
        properties: { domain: bySearch ? domain : (domainNow ?? domain), name: `No. ${id}` },
      }),
    );
    const keys = new Set(found.map(({ id, domain }) => (bySearch ? domain : id)));
    const missingIds = question.ids.filter((id) => !keys.has(id));
    const reply: ReadRecordsReply = { ok: true, records, missingIds, unreadIds: [], requests: [] };
    return Promise.resolve({ kind: 'reply' as const, reply });
  };
  return { asked, ports: { readRecords, sleep: () => Promise.resolve() } };
}

function questionFor(keyProperty: string, names: readonly string[]): NamedQuestion {
  const { related, bySearch } = namingCompanies(keyProperty);
  return { related, keyProperty, bySearch, names };
}

async function read(
  { ports }: { readonly ports: ReadPorts },
  questions: readonly NamedQuestion[],
  more: { readonly known?: NamedReadings; readonly isStopWanted?: () => boolean } = {},
) {
  const { known = new Map(), ...options } = more;
  const told: number[] = [];
  const report = (count: number): void => {
    told.push(count);
  };
  const { readings, failure } = await readNamed(questions, {
    ports,
    apiVersion: '2026-03',
    known,
    options: { workMs: 8000, report, ...options },
  });
  return { readings, failure, told };
}

const DOMAINS = questionFor('domain', [
  'acme.example',
  'twice.example',
  'gone.example',
  'renamed.example',
  'none.example',
]);

const PORTAL: readonly Held[] = [
  { id: '1', domain: 'acme.example' },
  { id: '2', domain: 'twice.example' },
  { id: '3', domain: 'twice.example' },
  { id: '4', domain: 'gone.example', isGone: true },
  { id: '5', domain: 'renamed.example', domainNow: 'other.example' },
];

describe('readNamed', () => {
  it('believes search only as far as reading the records bears it out', async () => {
    const { readings } = await read(portalOf(PORTAL), [DOMAINS]);
    const kinds = DOMAINS.names.map((name) => readings.get(`companies domain ${name}`)?.kind);
    expect(kinds).toEqual(['found', 'several', 'missing', 'missing', 'missing']);
    expect(readings.get('companies domain acme.example')).toEqual({
      kind: 'found',
      record: { id: '1', label: 'acme.example · No. 1' },
    });
  });

  it('verifies record ids', async () => {
    const { readings } = await read(portalOf(PORTAL), [questionFor('hs_object_id', ['1', '4'])]);
    expect(readings.get('companies hs_object_id 1')).toMatchObject({ kind: 'found', record: { id: '1' } });
    expect(readings.get('companies hs_object_id 4')).toEqual({ kind: 'missing' });
  });

  it('takes a record that was merged for the one it was merged into', async () => {
    const winner = makeResult('9', { properties: { hs_merged_object_ids: '1;2', name: 'Acme' } });
    const reply: ReadRecordsReply = {
      ok: true,
      records: [winner],
      missingIds: [],
      unreadIds: [],
      requests: [],
    };
    const ports = {
      readRecords: () => Promise.resolve({ kind: 'reply' as const, reply }),
      sleep: () => Promise.resolve(),
    };
    const { readings } = await read({ ports }, [questionFor('hs_object_id', ['1'])]);
    expect(readings.get('companies hs_object_id 1')).toMatchObject({ kind: 'found', record: { id: '9' } });
  });

  it('asks for no name that is known', async () => {
    const portal = portalOf(PORTAL);
    const known: NamedReadings = new Map([['companies hs_object_id 1', { kind: 'missing' }]]);
    const { readings } = await read(portal, [questionFor('hs_object_id', ['1', '2'])], { known });
    expect(portal.asked.flatMap(({ ids }) => ids)).toEqual(['2']);
    expect(readings.get('companies hs_object_id 1')).toEqual({ kind: 'missing' });
  });

  it('counts names over all questions, each once', async () => {
    const { told } = await read(portalOf(PORTAL), [questionFor('hs_object_id', ['1', '2']), DOMAINS]);
    expect(told).toEqual([2, 7]);
  });

  it('leaves unread what a stop left over, and what nobody answered', async () => {
    const portal = portalOf(PORTAL);
    const stopped = await read(portal, [DOMAINS], { isStopWanted: () => true });
    expect(portal.asked).toEqual([]);
    expect([...stopped.readings.values()].every(({ kind }) => kind === 'unread')).toBe(true);
    const silent = {
      ports: {
        readRecords: () => Promise.resolve({ kind: 'no-reply' as const, message: 'lost' }),
        sleep: () => Promise.resolve(),
      },
    };
    const lost = await read(silent, [DOMAINS]);
    expect([...lost.readings.values()].every(({ kind }) => kind === 'unread')).toBe(true);
    expect(lost.failure).toMatchObject({ kind: 'silent' });
  });
});

describe('namesToRead', () => {
  it('asks for each name once, by type and property, and for none of a row that is not written', () => {
    const byDomain = namingCompanies('domain');
    const chosen = {
      ...nameIn(byDomain, 'x'),
      kind: 'name',
      keyProperty: 'hs_object_id',
      name: '8',
    } as const;
    const questions = namesToRead([
      { ...draft(0, 'a'), named: [nameIn(byDomain, 'acme.example'), nameIn(namingCompanies(), '7')] },
      { ...draft(1, 'b'), named: [nameIn(byDomain, 'acme.example'), chosen] },
      {
        ...draft(2, 'c'),
        named: [nameIn(byDomain, 'never.example')],
        issues: [{ code: 'nothing-to-write' }],
      },
    ]);
    expect(questions.flatMap(idsOfNames)).toEqual([
      'companies domain acme.example',
      'companies hs_object_id 7',
      'companies hs_object_id 8',
    ]);
    expect(questions.map(({ bySearch }) => bySearch)).toEqual([true, false]);
  });
});

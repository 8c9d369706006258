import { describe, expect, it } from 'vitest';
import type { AssociateRecordsReply, AssociateRecordsRequest } from '../contract/associate-records.ts';
import type { FunctionAnswer } from '../contract/function-answer.ts';
import type { FunctionError } from '../contract/function-error.ts';
import { Pacer } from '../pace/pacer.ts';
import { DEFAULT_RUN_SETTINGS } from '../run/settings.ts';
import { readAssociations } from './read-associations.ts';

type Answer = FunctionAnswer<AssociateRecordsReply>;
type ReadRequest = Extract<AssociateRecordsRequest, { operation: 'read' }>;

const EMPLOYER = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 } as const;

function reply(fromIds: readonly string[]): Answer {
  const records = fromIds.map((fromId) => ({
    fromId,
    isComplete: true,
    to: [{ toId: '5', types: [EMPLOYER] }],
  }));
  const requests = [{ sentAt: 0, receivedAt: 1, status: 200, rate: {} }];
  return { kind: 'reply', reply: { ok: true, result: { kind: 'read', records, requests } } };
}

function refusal(code: FunctionError['code'], retryable: boolean): Answer {
  return { kind: 'reply', reply: { ok: false, error: { code, message: code, retryable, scopes: [] } } };
}

const LOST: Answer = { kind: 'no-reply', message: 'timed out' };

function ids(count: number, first = 1): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(first + index));
}

/** Reads of a portal that answers as told; `answer` is asked with the request and how many came before. */
async function read(
  questions: Parameters<typeof readAssociations>[0],
  answer: (request: ReadRequest, before: number) => Answer = ({ fromIds }) => reply(fromIds),
  isStopWanted: () => boolean = () => false,
) {
  let now = 0;
  const asked: ReadRequest[] = [];
  const told: number[] = [];
  const ports = {
    now: () => now,
    random: () => 0,
    sleep: (delayMs: number) => {
      now += delayMs;
      return Promise.resolve();
    },
  };
  const { readings, failure } = await readAssociations(questions, {
    ports,
    pacer: new Pacer(ports, DEFAULT_RUN_SETTINGS),
    associateRecords: (request) => {
      if (request.operation !== 'read') throw new Error('nothing is written here');
      asked.push(request);
      return Promise.resolve(answer(request, asked.length - 1));
    },
    fromObjectType: 'contacts',
    apiVersion: '2026-03',
    options: { workMs: 8000, isStopWanted, report: (count) => void told.push(count) },
  });
  const unread = [...readings].flatMap(([id, { kind }]) => (kind === 'unread' ? [id] : []));
  return { readings, failure, asked, told, unread, now };
}

const COMPANIES = [{ toObjectType: 'companies', fromIds: ids(2) }];

describe('associations read before a run', () => {
  it('are asked for in batches, type by type, and told as they come', async () => {
    const { asked, told, readings } = await read([
      { toObjectType: 'companies', fromIds: ids(501) },
      { toObjectType: 'deals', fromIds: ids(2) },
    ]);
    expect(asked.map(({ toObjectType, fromIds }) => [toObjectType, fromIds.length])).toEqual([
      ['companies', 500],
      ['companies', 1],
      ['deals', 2],
    ]);
    expect(told).toEqual([500, 501, 503]);
    expect(readings.size).toBe(503);
    expect(readings.get('companies 1')).toEqual({
      kind: 'read',
      isComplete: true,
      to: [{ toId: '5', types: [EMPLOYER] }],
    });
  });

  it('ask for nothing where there is nothing to read', async () => {
    expect((await read([])).asked).toEqual([]);
  });

  it.each<[string, Answer]>([
    ['an answer is lost', LOST],
    ['HubSpot is busy', refusal('unavailable', true)],
    ['too much was asked', refusal('rate-limited', true)],
  ])('are asked for again, after a wait, when %s', async (_, first) => {
    const { asked, unread, failure, now } = await read(COMPANIES, ({ fromIds }, before) =>
      before === 0 ? first : reply(fromIds),
    );
    expect([asked.length, unread, failure]).toEqual([2, [], null]);
    expect(now).toBeGreaterThanOrEqual(1000);
  });

  it('stay unread, and say why, when nothing comes', async () => {
    const { asked, unread, failure } = await read(COMPANIES, () => LOST);
    expect(asked).toHaveLength(4);
    expect(unread).toEqual(['companies 1', 'companies 2']);
    expect(failure).toEqual({ kind: 'silent', message: 'timed out' });
  });

  it('are asked for once where a scope is missing, and those of other types still', async () => {
    const { asked, unread, failure } = await read(
      [{ toObjectType: 'deals', fromIds: ids(1200) }, ...COMPANIES],
      ({ toObjectType, fromIds }) =>
        toObjectType === 'deals' ? refusal('missing-scopes', false) : reply(fromIds),
    );
    expect(unread).toHaveLength(1200);
    expect(unread.every((id) => id.startsWith('deals '))).toBe(true);
    expect(failure).toMatchObject({ kind: 'said', error: { code: 'missing-scopes' } });
    expect(asked.filter(({ toObjectType }) => toObjectType === 'deals').length).toBeLessThan(3);
  });

  it('of a record the answer passes over are not taken for none', async () => {
    const { unread } = await read(COMPANIES, ({ fromIds }) => reply(fromIds.slice(1)));
    expect(unread).toEqual(['companies 1']);
  });

  it('are left unread when the admin stops, without another call', async () => {
    const { asked, unread } = await read(COMPANIES, undefined, () => true);
    expect([asked, unread]).toEqual([[], ['companies 1', 'companies 2']]);
  });
});

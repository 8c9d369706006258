import { describe, expect, it } from 'vitest';
import type { ReadRecordsReply, ReadRecordsRequest } from '../contract/read-records.ts';
import { VirtualTime } from '../testing/virtual-time.ts';
import { Pacer, type Pause } from './pacer.ts';
import type { FunctionAnswer } from '../contract/function-answer.ts';
import { readPaced, type PacedReading, type ReadQuestion } from './read-paced.ts';
import { DEFAULT_RUN_SETTINGS } from '../run/settings.ts';

type Answer = FunctionAnswer<ReadRecordsReply>;

interface Read {
  readonly reading: PacedReading;
  readonly requests: readonly ReadRecordsRequest[];
  readonly turns: readonly { readonly wait: Pause | null; readonly answeredCount: number }[];
  readonly tookMs: number;
}

/** Reads so many ids from functions that take a second for each call. */
async function read(
  count: number,
  {
    answer = missing,
    stopAfter = Infinity,
    question = {},
  }: {
    readonly answer?: (request: ReadRecordsRequest, call: number) => Answer;
    readonly stopAfter?: number;
    readonly question?: Partial<ReadQuestion>;
  } = {},
): Promise<Read> {
  const time = new VirtualTime();
  const requests: ReadRecordsRequest[] = [];
  const turns: { readonly wait: Pause | null; readonly answeredCount: number }[] = [];
  const ports = {
    now: () => time.now(),
    random: () => 0,
    sleep: (delayMs: number) => time.sleep(delayMs),
    readRecords: async (request: ReadRecordsRequest) => {
      requests.push(request);
      const call = requests.length;
      await time.sleep(1000);
      return answer(request, call);
    },
  };
  const startedAt = time.now();
  const reading = await time.pass(
    readPaced(
      {
        objectType: 'contacts',
        apiVersion: '2026-03',
        ids: Array.from({ length: count }, (_, index) => String(index)),
        properties: [],
        archived: false,
        workMs: 8000,
        ...question,
      },
      {
        ports,
        pacer: new Pacer(ports, DEFAULT_RUN_SETTINGS),
        isStopWanted: () => requests.length >= stopAfter,
        onTurn: (turn) => turns.push(turn),
      },
    ),
  );
  return { reading, requests, turns, tookMs: time.now() - startedAt };
}

function missing({ ids, maxRequests }: ReadRecordsRequest): Answer {
  const requests = Array.from({ length: Math.min(maxRequests, Math.ceil(ids.length / 100)) }, () => ({
    sentAt: 0,
    receivedAt: 500,
    status: 200,
    rate: {},
  }));
  return { kind: 'reply', reply: { ok: true, records: [], missingIds: ids, unreadIds: [], requests } };
}

function failing(code: 'rate-limited' | 'missing-scopes'): Answer {
  return { kind: 'reply', reply: { ok: false, error: { code, message: code, retryable: false, scopes: [] } } };
}

describe('readPaced', () => {
  it('asks every id once, in calls that keep to their allowance', async () => {
    const { reading, requests } = await read(2345);
    expect(reading).toMatchObject({ records: [], unreadIds: [], error: null });
    expect([...reading.missingIds].sort()).toEqual(Array.from({ length: 2345 }, (_, id) => String(id)).sort());
    expect(requests.flatMap(({ ids }) => ids)).toHaveLength(2345);
    for (const { ids, maxRequests } of requests) {
      expect(maxRequests).toBeLessThanOrEqual(5);
      expect(Math.ceil(ids.length / 100)).toBe(maxRequests);
    }
  });

  it('asks an id once that is wanted twice, and nothing for no ids', async () => {
    expect((await read(0, { question: { ids: ['7', '7'] } })).requests.map(({ ids }) => ids)).toEqual([['7']]);
    expect((await read(0)).requests).toEqual([]);
  });

  it('counts fifty ids for a request when histories are wanted', async () => {
    const { requests } = await read(300, { question: { propertiesWithHistory: ['email'] } });
    expect(requests.map(({ ids, maxRequests }) => [ids.length, maxRequests])).toEqual([
      [250, 5],
      [50, 1],
    ]);
  });

  it('waits for slots of the window, and says so', async () => {
    const { turns, tookMs } = await read(20_000);
    expect(turns.some(({ wait }) => wait?.reason === 'window-full')).toBe(true);
    expect(tookMs).toBeGreaterThan(20_000);
    expect(turns.at(-1)?.answeredCount).toBeGreaterThan(15_000);
  });

  it('leaves unread what a call lost, and goes on with the rest', async () => {
    const lost: Answer = { kind: 'no-reply', message: 'gone' };
    const { reading } = await read(1200, {
      answer: (request, call) => (call === 1 ? lost : missing(request)),
    });
    expect([reading.unreadIds.length, reading.missingIds.length]).toEqual([500, 700]);
    expect(reading.error).toBeNull();
  });

  it('names the first failure a function reported', async () => {
    const { reading } = await read(600, { answer: () => failing('missing-scopes') });
    expect(reading.error).toMatchObject({ code: 'missing-scopes' });
    expect(reading.unreadIds).toHaveLength(600);
  });

  it('pauses after a refusal for the rate limit', async () => {
    const { tookMs } = await read(1500, {
      answer: (request, call) => (call <= 2 ? failing('rate-limited') : missing(request)),
    });
    expect(tookMs).toBeGreaterThanOrEqual(3000);
  });

  it('leaves the rest unread when a stop is wanted', async () => {
    const { reading, requests } = await read(5000, { stopAfter: 2 });
    expect(requests).toHaveLength(2);
    expect([reading.missingIds.length, reading.unreadIds.length]).toEqual([1000, 4000]);
  });
});

import { describe, expect, it } from 'vitest';
import type { ReadRecordsQuestion, ReadRecordsReply, ReadRecordsRequest } from '../contract/read-records.ts';
import { VirtualTime } from '../testing/virtual-time.ts';
import { pacedReads } from './paced-reads.ts';
import { Pacer, type Pause } from './pacer.ts';
import type { FunctionAnswer } from '../contract/function-answer.ts';
import { DEFAULT_RUN_SETTINGS } from '../run/settings.ts';

type Answer = FunctionAnswer<ReadRecordsReply>;

interface Read {
  readonly answer: Answer;
  readonly requests: readonly ReadRecordsRequest[];
  readonly waits: readonly (Pause | null)[];
  readonly tookMs: number;
}

/** Reads so many ids from functions that take a second for each call. */
async function read(
  count: number,
  {
    answer = missing,
    question = {},
  }: {
    readonly answer?: (request: ReadRecordsRequest, call: number) => Answer;
    readonly question?: Partial<ReadRecordsQuestion>;
  } = {},
): Promise<Read> {
  const time = new VirtualTime();
  const requests: ReadRecordsRequest[] = [];
  const waits: (Pause | null)[] = [];
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
  const reads = pacedReads(ports, new Pacer(ports, DEFAULT_RUN_SETTINGS), (wait) => waits.push(wait));
  const read = await time.pass(
    reads.readRecords({
      objectType: 'contacts',
      apiVersion: '2026-03',
      ids: Array.from({ length: count }, (_, index) => String(index)),
      properties: [],
      archived: false,
      workMs: 8000,
      ...question,
    }),
  );
  return { answer: read, requests, waits, tookMs: time.now() - startedAt };
}

/** How many ids an answer calls missing and how many unread. */
function countsOf(answer: Answer): readonly number[] {
  if (answer.kind !== 'reply' || !answer.reply.ok) return [];
  return [answer.reply.missingIds.length, answer.reply.unreadIds.length];
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

function failing(code: 'rate-limited' | 'missing-scopes', retryable: boolean): Answer {
  return { kind: 'reply', reply: { ok: false, error: { code, message: code, retryable, scopes: [] } } };
}

const LOST: Answer = { kind: 'no-reply', message: 'gone' };

describe('reading by way of the pacer', () => {
  it('asks every id once, in calls that keep to their allowance', async () => {
    const { answer, requests } = await read(2345);
    expect(countsOf(answer)).toEqual([2345, 0]);
    const asked = requests.flatMap(({ ids }) => ids).sort((one, other) => Number(one) - Number(other));
    expect(asked).toEqual(Array.from({ length: 2345 }, (_, id) => String(id)));
    for (const { ids, maxRequests } of requests) {
      expect(maxRequests).toBeLessThanOrEqual(5);
      expect(Math.ceil(ids.length / 100)).toBe(maxRequests);
    }
  });

  it('asks an id once that is wanted twice, and nothing for no ids', async () => {
    const { requests } = await read(0, { question: { ids: ['7', '7'] } });
    expect(requests.map(({ ids }) => ids)).toEqual([['7']]);
    const none = await read(0);
    expect([none.requests, countsOf(none.answer)]).toEqual([[], [0, 0]]);
  });

  it('counts fifty ids for a request when histories are wanted', async () => {
    const { requests } = await read(300, { question: { propertiesWithHistory: ['email'] } });
    expect(requests.map(({ ids, maxRequests }) => [ids.length, maxRequests])).toEqual([
      [250, 5],
      [50, 1],
    ]);
  });

  it('waits for slots of the window, and says so', async () => {
    const { waits, tookMs } = await read(20_000);
    expect(waits.some((wait) => wait?.reason === 'window-full')).toBe(true);
    expect(tookMs).toBeGreaterThan(20_000);
  });

  it('leaves unread what a call lost, and goes on with the rest', async () => {
    const { answer } = await read(1200, {
      answer: (request, call) => (call === 1 ? LOST : missing(request)),
    });
    expect(countsOf(answer)).toEqual([700, 500]);
  });

  it('fails as the first call did when no call brought anything', async () => {
    expect((await read(600, { answer: () => LOST })).answer).toEqual(LOST);
  });

  it('makes no further call after a failure that would meet each of them', async () => {
    const failure = failing('missing-scopes', false);
    const { answer, requests } = await read(5000, { answer: () => failure });
    expect(answer).toEqual(failure);
    expect(requests).toHaveLength(2);
  });

  it('pauses after a refusal for the rate limit', async () => {
    const { tookMs, answer } = await read(1500, {
      answer: (request, call) => (call <= 2 ? failing('rate-limited', true) : missing(request)),
    });
    expect(countsOf(answer)).toEqual([500, 1000]);
    expect(tookMs).toBeGreaterThanOrEqual(3000);
  });
});

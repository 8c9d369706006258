import { gzipSync } from 'node:zlib';
import { decodeWith, runJournalReplySchema } from '@bulk-records/core/contract';
import type { RunJournalReply } from '@bulk-records/core/contract';
import { describe, expect, it } from 'vitest';
import { defaultToken, type Emulator } from '../../../../emulator/index.ts';
import { main } from './run-journal.ts';
import { runEmulator } from './testing/run-emulator.ts';

const RUN = 'run12345678';
const OTHER = 'run87654321';
const DIGEST = 'ab'.repeat(32);
const SUMMARY = {
  runId: RUN,
  digest: DIGEST,
  operation: 'upsert',
  objectType: 'contacts',
  rowCount: 3,
  startedAt: 1_700_000_000_000,
  startedBy: 'Ada',
  endedAt: null,
  state: 'running',
  counts: { created: 2, 'not-sent': 1 },
  undoes: null,
};
const DONE = { ok: true, journal: { kind: 'done' } };

async function call(parameters: object): Promise<RunJournalReply> {
  const reply = await main({ parameters });
  const decoded = decodeWith(runJournalReplySchema, JSON.parse(JSON.stringify(reply)));
  if (!decoded.ok) throw new Error(decoded.problems.join('; '));
  return decoded.value;
}

function store(piece: object, text: string, runId = RUN): Promise<RunJournalReply> {
  const content = Buffer.from(text).toString('base64');
  return call({ operation: 'store', runId, piece, content, keepDays: 30 });
}

async function read(piece: object, runId = RUN): Promise<string | null> {
  const reply = await call({ operation: 'fetch', runId, piece });
  if (!reply.ok || reply.journal.kind !== 'content') return null;
  return Buffer.from(reply.journal.content, 'base64').toString();
}

/** Requests that count against the limit; a signed address is no part of the API. */
function countApi({ requestLog }: Emulator): number {
  return requestLog.filter(({ path }) => path.startsWith('/files/')).length;
}

const HEAD = { kind: 'head' };
const PLAN = { kind: 'plan', number: 1 };
const ROWS = { kind: 'rows', number: 1 };

describe('run_journal keeps pieces', () => {
  it('and tells how many requests each call made, for they use the window of the run', async () => {
    const { emulator } = await runEmulator();
    const calls = [
      { operation: 'enlist', run: SUMMARY },
      { operation: 'claim', digest: DIGEST, holder: RUN, leaseMs: 60_000 },
      { operation: 'list' },
    ];
    await store(HEAD, '{}');
    for (const parameters of calls) {
      const before = countApi(emulator);
      const reply = await call(parameters);
      expect(reply).toMatchObject({ ok: true, requests: countApi(emulator) - before });
    }
  });

  it('and gives them back as they were', async () => {
    const { emulator } = await runEmulator();
    expect(await store(PLAN, 'the plan')).toMatchObject(DONE);
    expect(await store(HEAD, '{"planPieces":1}')).toMatchObject(DONE);
    expect([await read(PLAN), await read(HEAD), await read(ROWS)]).toEqual([
      'the plan',
      '{"planPieces":1}',
      null,
    ]);
    expect(emulator.files().map(({ path, access }) => [path, access])).toEqual([
      [`/bulk-records/runs/${RUN}/plan-1.gz`, 'PRIVATE'],
      [`/bulk-records/runs/${RUN}.json`, 'PRIVATE'],
    ]);
  });

  it('until their time is over', async () => {
    const { clock } = await runEmulator();
    await store(PLAN, 'the plan');
    clock.advance(31 * 86_400_000);
    expect(await read(PLAN)).toBeNull();
  });

  it('and says which scope it lacks', async () => {
    const { emulator } = await runEmulator();
    emulator.revokeScopes(defaultToken, ['files']);
    const lacking = { ok: false, error: { code: 'missing-scopes', scopes: ['files'] } };
    expect(await store(PLAN, 'the plan')).toMatchObject(lacking);
    expect(await call({ operation: 'list' })).toMatchObject(lacking);
  });
});

function fileOf(text: string, change: object = {}): Promise<RunJournalReply> {
  const content = gzipSync(text).toString('base64');
  return call({ operation: 'file-report', runId: RUN, report: 'failures', content, keepDays: 30, ...change });
}

async function urlOf(reply: RunJournalReply): Promise<string> {
  if (!reply.ok || reply.journal.kind !== 'filed') throw new Error(JSON.stringify(reply));
  return (await fetch(reply.journal.url)).text();
}

describe('run_journal files reports', () => {
  it('as private files, under an address that gives them', async () => {
    const { emulator } = await runEmulator();
    const filed = await fileOf('Email\r\nada@example.org\r\n');
    expect(await urlOf(filed)).toBe('Email\r\nada@example.org\r\n');
    expect(emulator.files().map(({ path, access }) => [path, access])).toEqual([
      [`/bulk-records/reports/failures-${RUN}.csv`, 'PRIVATE'],
    ]);
  });

  it('under an address that soon expires', async () => {
    const { clock } = await runEmulator();
    const filed = await fileOf('Email\r\n');
    if (!filed.ok || filed.journal.kind !== 'filed') throw new Error('not filed');
    clock.advance(3_601_000);
    expect((await fetch(filed.journal.url)).ok).toBe(false);
  });

  it('again, in the place of the one before', async () => {
    const { emulator } = await runEmulator();
    await fileOf('one');
    expect(await urlOf(await fileOf('two'))).toBe('two');
    expect(emulator.files()).toHaveLength(1);
  });

  it('which go with their run', async () => {
    const { emulator } = await runEmulator();
    await fileOf('one');
    await store(HEAD, '{"planPieces":0,"rowPieces":0}');
    await call({ operation: 'forget', runId: RUN });
    expect(emulator.files().filter(({ path }) => path.includes(RUN))).toEqual([]);
  });

  it.each([
    ['no gzip', Buffer.from('plain').toString('base64')],
    ['a bomb', gzipSync(Buffer.alloc(26_000_000)).toString('base64')],
  ])('but not what is %s', async (_, content) => {
    const { emulator } = await runEmulator();
    expect(await fileOf('', { content })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(emulator.files()).toEqual([]);
  });

  it('and says which scope it lacks', async () => {
    const { emulator } = await runEmulator();
    emulator.revokeScopes(defaultToken, ['files']);
    expect(await fileOf('one')).toMatchObject({ error: { code: 'missing-scopes', scopes: ['files'] } });
  });
});

describe('run_journal lists runs', () => {
  it('at once, the latest first, and those of others when HubSpot has found them', async () => {
    const { clock } = await runEmulator();
    await store(HEAD, '{}', OTHER);
    await store(HEAD, '{}');
    await call({ operation: 'enlist', run: SUMMARY });
    expect(await call({ operation: 'list' })).toMatchObject({
      ok: true,
      journal: { kind: 'runs', runs: [{ runId: RUN, summary: SUMMARY }] },
    });
    clock.advance(3_600_000);
    expect(await call({ operation: 'list' })).toMatchObject({
      ok: true,
      journal: {
        kind: 'runs',
        runs: [
          { runId: RUN, summary: SUMMARY },
          { runId: OTHER, summary: null },
        ],
      },
    });
  });

  it('only the recent ones where no more is asked for, in two requests to HubSpot', async () => {
    const { clock, emulator } = await runEmulator();
    await store(HEAD, '{}', OTHER);
    await call({ operation: 'enlist', run: SUMMARY });
    clock.advance(3_600_000);
    const before = emulator.requestLog.length;
    expect(await call({ operation: 'list', onlyRecent: true })).toMatchObject({
      ok: true,
      journal: { kind: 'runs', runs: [{ runId: RUN, summary: SUMMARY }] },
    });
    const asked = emulator.requestLog.slice(before).map(({ path }) => path);
    // The third is no request to the API: it goes to the address that was signed.
    expect(asked.filter((path) => path.startsWith('/files/'))).toHaveLength(2);
    expect(asked).toHaveLength(3);
  });

  it('and none in a portal without any', async () => {
    await runEmulator();
    expect(await call({ operation: 'list' })).toMatchObject({
      ok: true,
      journal: { kind: 'runs', runs: [] },
    });
  });
});

describe('run_journal gives a filed report again', () => {
  const REPORT = { runId: RUN, report: 'outcomes' };
  const FILED = { runs: [{ runId: RUN, hasReport: true }] };

  it('by a fresh address, and the list says that it is there, also when the run is listed anew', async () => {
    await runEmulator();
    await call({ operation: 'enlist', run: SUMMARY });
    expect(await call({ operation: 'list' })).toMatchObject({ journal: { runs: [{ hasReport: false }] } });
    const content = gzipSync('the outcomes').toString('base64');
    await call({ operation: 'file-report', ...REPORT, content, keepDays: 30 });
    expect(await call({ operation: 'list' })).toMatchObject({ journal: FILED });
    await call({ operation: 'enlist', run: SUMMARY });
    expect(await call({ operation: 'list' })).toMatchObject({ journal: FILED });
    const reply = await call({ operation: 'report-address', ...REPORT });
    const url = reply.ok && reply.journal.kind === 'filed' ? reply.journal.url : '';
    expect(await (await fetch(url)).text()).toBe('the outcomes');
  });

  it('or says that it is gone', async () => {
    await runEmulator();
    const reply = await call({ operation: 'report-address', ...REPORT });
    expect(reply).toMatchObject({ ok: true, journal: { kind: 'absent' } });
  });
});

describe('run_journal renews what the list says', () => {
  it('of a run, without listing it twice', async () => {
    await runEmulator();
    await call({ operation: 'enlist', run: SUMMARY });
    const later = { ...SUMMARY, runId: OTHER, startedAt: SUMMARY.startedAt + 1 };
    await call({ operation: 'enlist', run: later });
    const done = { ...SUMMARY, state: 'finished' };
    await call({ operation: 'enlist', run: done });
    expect(await call({ operation: 'list' })).toMatchObject({
      journal: { runs: [{ summary: later }, { summary: done }] },
    });
  });
});

describe('run_journal forgets a run', () => {
  it('with all its pieces, also one the head does not know yet', async () => {
    const { emulator, clock } = await runEmulator();
    await store(PLAN, 'the plan');
    await store(ROWS, 'rows');
    await store({ kind: 'rows', number: 2 }, 'more rows');
    await store(HEAD, '{"planPieces":1,"rowPieces":1}');
    await call({ operation: 'enlist', run: SUMMARY });
    await store(PLAN, 'another plan', OTHER);
    expect(await call({ operation: 'forget', runId: RUN })).toMatchObject({
      ok: true,
      journal: { kind: 'forgotten', isComplete: true },
    });
    clock.advance(3_600_000);
    expect(emulator.files().map(({ path }) => path)).toEqual([
      '/bulk-records/journal/recent-runs.json',
      `/bulk-records/runs/${OTHER}/plan-1.gz`,
    ]);
    expect(await call({ operation: 'list' })).toMatchObject({ journal: { runs: [] } });
  });

  it('that is not there, without a word', async () => {
    await runEmulator();
    expect(await call({ operation: 'forget', runId: RUN })).toMatchObject({ journal: { isComplete: true } });
  });
});

describe('run_journal says who may run a plan', () => {
  const claim = (holder: string, leaseMs = 60_000) =>
    call({ operation: 'claim', digest: DIGEST, holder, leaseMs });
  const CLAIMED = { ok: true, journal: { kind: 'claimed' } };

  it('to the first, and not to the second', async () => {
    await runEmulator();
    expect(await claim(RUN)).toMatchObject(CLAIMED);
    expect(await claim(OTHER)).toMatchObject({ journal: { kind: 'held' } });
    expect(await claim(RUN)).toMatchObject(CLAIMED);
  });

  it('to one of two who ask at the same moment, not to both', async () => {
    await runEmulator();
    const replies = await Promise.all([claim(RUN), claim(OTHER)]);
    const kinds = replies.map((reply) => (reply.ok ? reply.journal.kind : 'failed'));
    expect(kinds.filter((kind) => kind === 'claimed')).toHaveLength(1);
  });

  it('to the second once it is released, and only its holder releases it', async () => {
    await runEmulator();
    await claim(RUN);
    await call({ operation: 'release', digest: DIGEST, holder: OTHER });
    expect(await claim(OTHER)).toMatchObject({ journal: { kind: 'held' } });
    expect(await call({ operation: 'release', digest: DIGEST, holder: RUN })).toMatchObject(DONE);
    expect(await claim(OTHER)).toMatchObject(CLAIMED);
  });

  it('to the second when the first was silent for longer than its lease', async () => {
    await runEmulator();
    await claim(RUN, 1000);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await claim(OTHER)).toMatchObject(CLAIMED);
  });
});

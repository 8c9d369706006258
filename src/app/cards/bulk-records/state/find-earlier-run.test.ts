import { digestChunk, markOfRun, type ChunkChoices, type JournalFailure } from '@bulk-records/core';
import { describe, expect, it } from 'vitest';
import { longOrder } from '../../../packages/core/src/testing/long-inputs.ts';
import type { ListedRuns } from '../ports/run-keeper.ts';
import { findEarlierRun } from './find-earlier-run.ts';

const ORDER = longOrder(['email']);
const CHOICES: ChunkChoices = {
  duplicates: 'last',
  isCompared: true,
  associations: [],
  needsAllNamed: false,
};
const CHECK = {
  chunks: ['1', '2', '3'].map((digit) => ({
    ...{ number: Number(digit), firstRow: 2, lastRow: 5, rowCount: 4, digest: digit.repeat(64) },
  })),
};
const WANTED = { check: CHECK, order: ORDER, choices: CHOICES };
const SILENT: JournalFailure = { kind: 'silent', message: 'gone' };

function digestOf(number: number, choices = CHOICES): string {
  return digestChunk(String(number).repeat(64), ORDER.target, choices);
}

function runOf(number: number, digest = digestOf(number)) {
  const runId = `run0000${String(number)}${markOfRun(digest)}`;
  const chunk = { ...{ number, count: 3, firstRow: 2, lastRow: 5, digest }, before: {} };
  return { runId, chunk };
}

/** What the journal's head says of a run of a chunk. */
function headOf({ runId, chunk }: ReturnType<typeof runOf>): object {
  const kinds = ['created', 'updated', 'archived', 'unchanged', 'skipped', 'rejected', 'conflict', 'unknown'];
  return {
    ...{ version: 1, runId, digest: 'ab'.repeat(32), operation: 'upsert', objectType: 'contacts' },
    ...{ apiVersion: '2026-03', keyProperty: 'email', columns: [], associations: [], readAt: 0, rowCount: 4 },
    ...{ startedAt: 0, startedBy: 'Ada', endedAt: 1, state: 'finished', planPieces: 1, rowPieces: 1 },
    counts: Object.fromEntries([...kinds, 'not-sent'].map((kind) => [kind, kind === 'created' ? 4 : 0])),
    ...{ undoes: null, chunk },
  };
}

/** Pages of runs of which the list knows the ids alone; every request is noted. */
function keeperOf(pages: readonly (readonly ReturnType<typeof runOf>[] | JournalFailure)[]) {
  const asked: string[] = [];
  const runs = pages.flatMap((page) => ('kind' in page ? [] : page));
  const pageAt = (at: number): ListedRuns => {
    const page = pages[at] ?? [];
    if ('kind' in page) return { kind: 'failed', failure: page };
    const listed = page.map(({ runId }) => ({ runId, summary: null, hasReport: false }));
    return { kind: 'runs', runs: listed, after: at + 1 < pages.length ? String(at + 1) : null };
  };
  return {
    asked,
    first: pageAt(0),
    list: (after: string | null) => {
      asked.push(`page ${after ?? ''}`);
      return Promise.resolve(pageAt(Number(after)));
    },
    fetch: (runId: string) => {
      asked.push(runId);
      const run = runs.find((each) => each.runId === runId);
      if (run === undefined) return Promise.resolve({ kind: 'absent' as const });
      return Promise.resolve({
        kind: 'content' as const,
        bytes: new TextEncoder().encode(JSON.stringify(headOf(run))),
      });
    },
  };
}

async function find(pages: Parameters<typeof keeperOf>[0]) {
  const keeper = keeperOf(pages);
  const { first } = keeper;
  if (first.kind === 'failed') throw new Error('the first page is listed');
  const earlier = await findEarlierRun(WANTED, { entries: first.runs, after: first.after }, keeper);
  return { earlier, asked: keeper.asked };
}

const OTHERS = [runOf(1, 'cd'.repeat(32)), runOf(2, 'ef'.repeat(32))];

describe('findEarlierRun', () => {
  it('asks for nothing more where the list is at its end and no id may be one of these rows', async () => {
    const { earlier, asked } = await find([OTHERS]);
    expect(earlier).toEqual({ same: null, otherwise: null, seenCount: null });
    expect(asked).toEqual([]);
  });

  it('finds a run by the end of its id, and asks only for the one that came furthest', async () => {
    const furthest = runOf(2);
    const { earlier, asked } = await find([[...OTHERS, runOf(1), furthest]]);
    expect(earlier.same).toMatchObject({ runId: furthest.runId, chunk: { number: 2 }, isOpen: false });
    expect(earlier.same?.counts.created).toBe(4);
    expect(asked).toEqual([furthest.runId]);
  });

  it('turns pages until it is found, and no further', async () => {
    const { earlier, asked } = await find([OTHERS, OTHERS, [runOf(3)], OTHERS]);
    expect(earlier.same?.chunk.number).toBe(3);
    expect(asked).toEqual(['page 1', 'page 2', runOf(3).runId]);
  });

  it('is over at the end of the list', async () => {
    const { earlier, asked } = await find([OTHERS, OTHERS]);
    expect(earlier).toEqual({ same: null, otherwise: null, seenCount: null });
    expect(asked).toEqual(['page 1']);
  });

  it('says how far it came where the list broke off', async () => {
    const { earlier } = await find([OTHERS, OTHERS, SILENT]);
    expect(earlier).toEqual({ same: null, otherwise: null, seenCount: 4 });
  });

  it('does not take a run of other rows for one of these because of its id', async () => {
    const digest = `${markOfRun(digestOf(1))}${'0'.repeat(54)}`;
    const { earlier, asked } = await find([[runOf(1, digest)]]);
    expect(earlier.same).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it('tells of a run that was compared otherwise where there is no other', async () => {
    const blind = digestOf(2, { ...CHOICES, isCompared: false });
    const { earlier } = await find([[runOf(2, blind)]]);
    expect(earlier).toMatchObject({ same: null, otherwise: { chunk: { number: 2 } }, seenCount: null });
  });
});

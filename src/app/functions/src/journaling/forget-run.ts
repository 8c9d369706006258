import { MAX_JOURNAL_PIECES, RUN_REPORTS } from '@bulk-records/core/contract';
import * as v from 'valibot';
import type { Fetched } from '../hubspot/decode-answer.ts';
import type { Fetching } from '../hubspot/fetch-json.ts';
import { removePrivateFile } from '../hubspot/private-files.ts';
import { inParallel } from '../in-parallel.ts';
import { piecePath, reportPath } from './journal-path.ts';
import { delistRun } from './list-runs.ts';
import { readJsonFile } from './read-json-file.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MAX_JOURNAL_PIECES));
const sizeSchema = v.object({ planPieces: count, rowPieces: count });

const MAX_PARALLEL = 4;

/** Less time than this is not worth a deletion. */
const MIN_MS = 1500;

/**
 * Deletes a run's journal for good: its reports, rows, then plan, the head last, so that what is left can be found when the time did
 * not suffice. False where something is left.
 */
export async function forgetRun(runId: string, fetching: Fetching): Promise<Fetched<boolean>> {
  const head = piecePath(runId, { kind: 'head' });
  const size = await readJsonFile(fetching, { path: head, schema: sizeSchema });
  if (!size.ok) return size;
  const { planPieces = 0, rowPieces = 0 } = size.value ?? {};
  // One more than the head knows: its last piece may have been stored and the head not any more.
  const pieces = [
    ...RUN_REPORTS.map((report) => reportPath(runId, report)),
    ...numbers(rowPieces + 1).map((number) => piecePath(runId, { kind: 'rows', number })),
    ...numbers(planPieces).map((number) => piecePath(runId, { kind: 'plan', number })),
  ];
  const removed = await inParallel(pieces, MAX_PARALLEL, async (path) =>
    fetching.deadline.remainingMs() < MIN_MS
      ? ({ ok: true, value: 'no-time' } as const)
      : removePrivateFile(fetching, path),
  );
  for (const each of removed) if (!each.ok) return each;
  if (removed.some((each) => each.ok && each.value === 'no-time')) return { ok: true, value: false };
  const last = await removePrivateFile(fetching, head);
  if (!last.ok) return last;
  const delisted = await delistRun(runId, fetching);
  return delisted.ok ? { ok: true, value: true } : delisted;
}

function numbers(upTo: number): readonly number[] {
  return Array.from({ length: upTo }, (_, index) => index + 1);
}

import {
  addCounts,
  digestChunk,
  loadHead,
  markOfRun,
  NO_OUTCOMES,
  type ChunkChoices,
  type EarlierChunk,
  type LongCheck,
  type LongOrder,
  type RunHead,
} from '@bulk-records/core';
import type { CardKeeper } from '../ports/run-keeper.ts';
import type { HistoryEntry } from './history.ts';
import { mayBeBlind } from './long-order.ts';

/** Rows that were checked, and what is decided of them. */
export interface WantedRun {
  readonly check: Pick<LongCheck, 'chunks'>;
  readonly order: LongOrder;
  readonly choices: ChunkChoices;
}

/** What is known of earlier runs of the same rows. */
export interface EarlierRuns {
  /** The one that came furthest in this very way. */
  readonly same: EarlierChunk | null;
  /** Where there is none: one that was compared with HubSpot although this is not to be, or the other way round. */
  readonly otherwise: EarlierChunk | null;
  /** How many runs were looked through, where others could not be; null where all were, or one was found. */
  readonly seenCount: number | null;
}

interface ListedSoFar {
  readonly entries: readonly HistoryEntry[];
  readonly after: string | null;
}

/**
 * Looks for an earlier run of these rows: among the latest, of which everything is listed, then page by page among all
 * the portal has, whose ids tell which of them to ask for. Most portals have one page, and it is here already.
 */
export async function findEarlierRun(
  wanted: WantedRun,
  listed: ListedSoFar,
  keeper: Pick<CardKeeper, 'fetch' | 'list'>,
): Promise<EarlierRuns> {
  const sought = soughtOf(wanted);
  let { after } = listed;
  let seenCount = 0;
  for (let entries = listed.entries; ;) {
    const told = await withHeads(entries, sought, keeper);
    const { same, otherwise } = earlierAmong(sought, told.summaries);
    seenCount += entries.length;
    if (same !== null || otherwise !== null) return { same, otherwise, seenCount: null };
    if (after === null || !told.isWhole) return { ...NONE, seenCount: told.isWhole ? null : seenCount };
    const page = await keeper.list(after);
    if (page.kind === 'failed') return { ...NONE, seenCount };
    ({ runs: entries, after } = page);
  }
}

/** By what a run of the wanted rows is known: the digests of its chunks, in their order. */
interface Sought extends Pick<LongOrder, 'target'> {
  readonly same: readonly string[];
  /** With the other choice of comparing; none where there is no choice. */
  readonly otherwise: readonly string[];
}

function soughtOf({ check, order, choices }: WantedRun): Sought {
  const { target } = order;
  const digestsWith = (isCompared: boolean) =>
    check.chunks.map(({ digest }) => digestChunk(digest, target, { ...choices, isCompared }));
  const { isCompared } = choices;
  return {
    target,
    same: digestsWith(isCompared),
    otherwise: mayBeBlind(order) ? digestsWith(!isCompared) : [],
  };
}

const NONE = { same: null, otherwise: null };

type Summary = NonNullable<HistoryEntry['summary']> | RunHead;

interface Told {
  readonly summaries: readonly Summary[];
  /** False where one of these rows could not be asked for. */
  readonly isWhole: boolean;
}

/** What is known of the runs; of those whose id alone is known, the one that came furthest is asked for. */
async function withHeads(
  entries: readonly HistoryEntry[],
  sought: Sought,
  keeper: Pick<CardKeeper, 'fetch'>,
): Promise<Told> {
  const summaries: Summary[] = entries.flatMap(({ summary }) => summary ?? []);
  if (earlierAmong(sought, summaries).same !== null) return { summaries, isWhole: true };
  const ids = entries.flatMap(({ runId, summary }) => (summary === null ? [runId] : []));
  for (const runId of [...candidates(ids, sought.same), ...candidates(ids, sought.otherwise)]) {
    const loaded = await loadHead(runId, keeper);
    if (loaded.kind === 'head') summaries.push(loaded.head);
    else if (loaded.kind !== 'absent') return { summaries, isWhole: false };
    const { same, otherwise } = earlierAmong(sought, summaries);
    if (same !== null || otherwise !== null) break;
  }
  return { summaries, isWhole: true };
}

/** By their ends, those that came furthest first. */
function candidates(ids: readonly string[], digests: readonly string[]): readonly string[] {
  const marks = digests.map(markOfRun).reverse();
  return marks.flatMap((mark) => ids.filter((id) => id.endsWith(mark)));
}

function earlierAmong(
  { same: digests, otherwise: others, target }: Sought,
  summaries: readonly Summary[],
): Pick<EarlierRuns, 'same' | 'otherwise'> {
  const same = furthestAmong(digests, target, summaries);
  return { same, otherwise: same === null ? furthestAmong(others, target, summaries) : null };
}

function furthestAmong(
  digests: readonly string[],
  target: LongOrder['target'],
  summaries: readonly Summary[],
): EarlierChunk | null {
  const known = new Set(digests);
  const found = summaries.flatMap(({ runId, chunk, undoes, counts, state, operation, objectType }) => {
    if (chunk === undefined || undoes !== null) return [];
    const isSame = operation === target.operation && objectType === target.objectType;
    return isSame && known.has(chunk.digest)
      ? [{ chunk, runId, counts: addCounts(NO_OUTCOMES, counts), isOpen: state !== 'finished' }]
      : [];
  });
  return found.sort((one, other) => other.chunk.number - one.chunk.number)[0] ?? null;
}

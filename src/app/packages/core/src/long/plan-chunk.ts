import { pacedReads } from '../pace/paced-reads.ts';
import type { ReadTools } from '../pace/read-paced.ts';
import { associationsToRead } from '../plan/associations-to-read.ts';
import { makePlanSliced } from '../plan/make-plan.ts';
import type { KeyTable } from '../plan/key-table.ts';
import { namesToRead } from '../plan/named-question.ts';
import type { Plan } from '../plan/plan.ts';
import { readCurrent } from '../plan/read-current.ts';
import { readAssociations, type AssociatePort } from '../plan/read-associations.ts';
import type { ReadFailure, ReadOptions } from '../plan/read-keys.ts';
import { readNamed } from '../plan/read-named.ts';
import type { DraftRecord } from '../records/draft-record.ts';
import type { Sliced } from '../slices/sliced.ts';
import type { Turns } from '../slices/take-turns.ts';
import type { ChunkChoices, LongDuplicateChoice, LongOrder } from './long-input.ts';

/** Rows looked up between two pauses: a millisecond. */
const PIECE_ROWS = 256;

/** How a chunk's rows become a plan. */
export interface ChunkPlanning extends ChunkChoices {
  readonly order: LongOrder;
  readonly repeatedKeys: KeyTable;
}

export interface ChunkReads extends ReadTools {
  readonly turns: Turns;
  readonly associateRecords: AssociatePort;
  readonly options: ReadOptions;
}

export interface PlannedChunk {
  readonly plan: Plan;
  /** Why records could not be read; null where all were. */
  readonly failure: ReadFailure | null;
}

/** Plans the rows of one chunk as any other input, but for rows about a record that a row of another chunk writes. */
export async function planChunk(
  drafts: readonly DraftRecord[],
  planning: ChunkPlanning,
  reads: ChunkReads,
): Promise<PlannedChunk> {
  const { order, repeatedKeys, duplicates, isCompared, associations, needsAllNamed } = planning;
  const { target, columns } = order;
  const { apiVersion, operation } = target;
  const { turns } = reads;
  const writtenElsewhere = await turns.finish(rowsWrittenElsewhere(drafts, repeatedKeys, duplicates));
  const readAt = reads.ports.now();
  const written = drafts.filter(({ slot }) => !writtenElsewhere.has(slot));
  const propertyNames = target.operation === 'archive' ? [] : columns.map(({ property }) => property);
  const { options } = reads;
  const ports = pacedReads(reads.ports, reads.pacer);
  const current = isCompared ? await readCurrent(written, target, { ports, options, propertyNames }) : null;
  const named = await readNamed(namesToRead(written), { ports, options, apiVersion });
  const known = { readings: current?.readings ?? new Map(), named: named.readings };
  // Of records that were not read nobody knows what they are associated with: then all is made, and nothing twice.
  const asked = isCompared ? associationsToRead(written, { operation, associations }, known) : [];
  const held = await readAssociations(asked, { ...reads, apiVersion, fromObjectType: target.objectType });
  const work = makePlanSliced(drafts, {
    target,
    choices: {
      columns,
      duplicates: { otherwise: duplicates, byGroup: new Map() },
      associations,
      needsAllNamed,
    },
    ...known,
    held: held.readings,
    readAt,
    isUncompared: !isCompared,
    writtenElsewhere,
  });
  return { plan: await turns.finish(work), failure: current?.failure ?? named.failure };
}

/** By slot: the number of the row that is written in its place, where that is not among these rows. */
function* rowsWrittenElsewhere(
  drafts: readonly DraftRecord[],
  repeatedKeys: KeyTable,
  choice: LongDuplicateChoice,
): Sliced<ReadonlyMap<number, number>> {
  const firstRow = drafts[0]?.rowNumber ?? 0;
  const lastRow = drafts.at(-1)?.rowNumber ?? 0;
  const elsewhere = new Map<number, number>();
  for (const [done, { slot, key, issues }] of drafts.entries()) {
    if (done % PIECE_ROWS === PIECE_ROWS - 1) yield { stage: 'drafting', done, total: drafts.length };
    if (key === null || issues.length > 0) continue;
    const written = choice === 'first' ? repeatedKeys.firstRowOf(key) : repeatedKeys.lastRowOf(key);
    const isOwn = written === null || (written >= firstRow && written <= lastRow);
    if (!isOwn) elsewhere.set(slot, written);
  }
  return elsewhere;
}

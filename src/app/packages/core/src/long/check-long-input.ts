import { addIssues } from '../input/add-issues.ts';
import type { InputIssue, UnreadableInput } from '../input/input-issue.ts';
import type { TableChunk } from '../input/read-chunks.ts';
import type { Row } from '../input/table.ts';
import { KeyTable } from '../plan/key-table.ts';
import { draftRecordsSliced } from '../records/draft-records.ts';
import type { DraftRecord } from '../records/draft-record.ts';
import { IssueTally, type IssueGroup } from '../records/group-issues.ts';
import type { Sliced } from '../slices/sliced.ts';
import { Turns } from '../slices/take-turns.ts';
import { digestDraftsSliced } from './digest-drafts.ts';
import { eachChunk, type CheckTools } from './each-chunk.ts';
import type { LongInput, LongOrder } from './long-input.ts';
import { OpenSurvey, type LongSurvey } from './survey-columns.ts';

/** Rows that were checked together, and are written together: one run. */
export interface CheckedChunk {
  /** From 1. */
  readonly number: number;
  /** Row numbers as the admin sees them. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly rowCount: number;
  /** Of its rows as they were checked, and of all before them. */
  readonly digest: string;
}

/** What all rows of a long input say, held against nothing but themselves and the properties. */
export interface LongCheck {
  readonly rowCount: number;
  /** Rows with an issue; they are not written. */
  readonly blockedCount: number;
  /** Rows about a record that another row writes. */
  readonly repeatedCount: number;
  readonly groups: readonly IssueGroup[];
  /** Issues beyond the groups that are kept. */
  readonly ungroupedCount: number;
  readonly inputIssues: readonly InputIssue[];
  /** Why nothing can be read beyond these rows; null where they are all. */
  readonly problem: UnreadableInput | null;
  readonly survey: LongSurvey;
  /** Of rows that are about one record; the key of a single row is not among them. */
  readonly repeatedKeys: KeyTable;
  readonly chunks: readonly CheckedChunk[];
}

export interface LongCheckTools extends CheckTools {
  /** What an earlier check has found out of the columns: they are not read for it again. */
  readonly before?: LongSurvey | undefined;
}

/** So many different wrong texts are shown one by one; who has more has another problem. */
const MAX_GROUPS = 1000;
/** Rows counted between two pauses: a few milliseconds. */
const PIECE_ROWS = 256;

/**
 * Reads a long input twice: once to see how its columns are written, where that may differ and is not known, once to check
 * every row. Holds one chunk at a time, and of the rows before it only counts, fingerprints of their keys and a digest. Null where it was stopped.
 * Rejects where the file cannot be read any more.
 */
export async function checkLongInput(
  input: LongInput,
  order: LongOrder,
  tools: LongCheckTools,
): Promise<LongCheck | null> {
  const open = new OpenSurvey(input, order.drafting.targets, tools.before);
  const passes = open.passes === 0 ? 1 : 2;
  const survey = await open.finish(tools);
  if (survey === null) return null;
  const check = new OpenCheck(order, survey);
  const turns = new Turns(tools);
  const isWhole = await eachChunk(input, tools, async (chunk) => {
    const drafts = await turns.finish(
      draftRecordsSliced(chunk.table, { ...order.drafting, found: survey.formats }),
    );
    await turns.finish(check.note(chunk, drafts));
    tools.report({ stage: 'checking', bytesRead: chunk.bytesRead, rowCount: check.rowCount, passes });
  });
  return isWhole ? check.close() : null;
}

class OpenCheck {
  rowCount = 0;
  private blockedCount = 0;
  private inputIssues: readonly InputIssue[] = [];
  private problem: UnreadableInput | null = null;
  private readonly tally = new IssueTally(MAX_GROUPS);
  private readonly keys = new KeyTable();
  private readonly chunks: CheckedChunk[] = [];

  constructor(
    private readonly order: LongOrder,
    private readonly survey: LongSurvey,
  ) {}

  *note({ table, issues, problem }: TableChunk, drafts: readonly DraftRecord[]): Sliced<void> {
    this.problem = problem;
    this.inputIssues = addIssues(this.inputIssues, issues);
    if (drafts.length === 0) return;
    for (const [slot, draft] of drafts.entries()) {
      this.count(draft);
      const done = slot + 1;
      if (done % PIECE_ROWS === 0) yield { stage: 'drafting', done, total: drafts.length };
    }
    this.rowCount += drafts.length;
    const digest = yield* digestDraftsSliced(drafts, this.order, this.chunks.at(-1)?.digest ?? '');
    this.chunks.push(describeChunk(this.chunks.length + 1, table.rows, digest));
  }

  private count(draft: DraftRecord): void {
    this.tally.note(draft);
    if (draft.issues.length > 0) this.blockedCount += 1;
    else if (draft.key !== null) this.keys.note(draft.key, draft.rowNumber);
  }

  close(): LongCheck {
    const { rowCount, blockedCount, inputIssues, problem, survey, chunks, tally } = this;
    const repeatedKeys = this.keys.repeatedKeys();
    return {
      ...{ rowCount, blockedCount, inputIssues, problem, survey, repeatedKeys, chunks },
      repeatedCount: repeatedKeys.repeatedRowCount,
      groups: tally.groups(),
      ungroupedCount: tally.ungroupedCount,
    };
  }
}

function describeChunk(number: number, rows: readonly Row[], digest: string): CheckedChunk {
  const firstRow = rows[0]?.number ?? 0;
  return { number, firstRow, lastRow: rows.at(-1)?.number ?? firstRow, rowCount: rows.length, digest };
}

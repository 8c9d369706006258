import { strToU8 } from 'fflate';
import type { RunSummary } from '../../contract/run-journal.ts';
import type { OutcomeCounts } from '../../outcomes/count-outcomes.ts';
import type { Outcome } from '../../outcomes/outcome.ts';
import type { Plan, PlannedRow } from '../../plan/plan.ts';
import type { JournalFailure, JournalPorts, Stored } from './journal-ports.ts';
import { packLines } from './pack-lines.ts';
import { rowToKeep } from './planned-row-schema.ts';
import type { RowLine } from './row-lines.ts';
import { toRanges } from './slot-ranges.ts';
import type { AnnouncedImport } from '../importing/import-ports.ts';
import { summaryOf, type RunHead, type RunState } from './run-head.ts';

export interface JournalSettings {
  /** Of one piece before it is compressed; it has to fit into a function call even where nothing can be compressed. */
  readonly maxPieceBytes: number;
  /** Outcomes are stored when so many have gathered, or when the oldest is so old. */
  readonly maxOpenLines: number;
  readonly maxOpenMs: number;
}

export const DEFAULT_JOURNAL_SETTINGS: JournalSettings = {
  maxPieceBytes: 1_500_000,
  maxOpenLines: 2000,
  maxOpenMs: 5000,
};

export interface JournalWriterOptions {
  readonly ports: JournalPorts;
  readonly settings: JournalSettings;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Gives the event loop a turn between pieces of work. */
  readonly turn: () => Promise<void>;
}

/** What the head of a run's journal is made from. */
export interface RunStart extends Pick<RunHead, 'runId' | 'startedAt' | 'startedBy' | 'undoes' | 'chunk'> {
  readonly plan: Plan;
}

/** The head of a run that has not written anything yet. */
export function startHead({ plan, ...start }: RunStart, counts: OutcomeCounts): RunHead {
  const {
    digest,
    operation,
    objectType,
    apiVersion,
    keyProperty,
    columns,
    associations,
    readAt,
    isUncompared,
  } = plan;
  return {
    version: 1,
    ...start,
    digest,
    operation,
    objectType,
    apiVersion,
    keyProperty,
    columns: [...columns],
    associations: [...associations],
    readAt,
    ...(isUncompared === true ? { isUncompared } : {}),
    rowCount: plan.rows.length,
    endedAt: null,
    state: 'running',
    counts,
    planPieces: 0,
    rowPieces: 0,
  };
}

/** One by one: a copy of a large plan would be as large again. */
function* keptRows(rows: readonly PlannedRow[]): Generator {
  for (const row of rows) yield withoutHeld(rowToKeep(row));
}

/**
 * Keeps a run's journal (law 8): the plan with the values it replaces before anything is written, then what is about to
 * be sent, then outcomes. Pieces are stored one after another; what could not be stored is kept and goes with the next.
 */
export class JournalWriter {
  private lines: RowLine[] = [];
  private openSince: number | null = null;
  private chain: Promise<void> = Promise.resolve();
  private lastFailure: JournalFailure | null = null;

  constructor(
    private head: RunHead,
    private readonly options: JournalWriterOptions,
  ) {}

  /** Why the journal lacks something; null while it is complete. */
  get failure(): JournalFailure | null {
    return this.lastFailure;
  }

  /** How the run stands. */
  get summary(): RunSummary {
    return summaryOf(this.head);
  }

  /** Before the first write. The head comes last, so that a journal with a head has its whole plan. */
  async storePlan(plan: Plan): Promise<Stored> {
    const { ports, settings, turn } = this.options;
    let number = 0;
    for (const bytes of packLines(keptRows(plan.rows), settings.maxPieceBytes)) {
      number += 1;
      const stored = await ports.store(this.head.runId, { kind: 'plan', number }, bytes);
      if (stored.kind === 'failed') return this.note(stored);
      await turn();
    }
    this.head = { ...this.head, planPieces: number };
    return this.note(await this.storeHead());
  }

  /** Before these rows are sent. Waits until it is stored: what is not announced counts as never sent. */
  async announce(slots: readonly number[]): Promise<void> {
    this.add({ announced: [...slots] });
    await this.flush();
  }

  /** Before a file of these rows goes up. */
  async announceImport({ slice, slots, startedAt }: AnnouncedImport): Promise<void> {
    this.add({ importing: { slice, startedAt, slots: toRanges(slots) } });
    await this.flush();
  }

  async noteImport(slice: number, importId: string | null): Promise<void> {
    this.add({ imported: { slice, importId } });
    await this.flush();
  }

  /**
   * Before rows that had failed are sent as they are planned anew. They are announced here although the run announces
   * them again: a run goes on where that cannot be stored, and then nothing else would say that they may have been sent.
   * Nothing of them may be sent where this could not be stored.
   */
  async amend(rows: readonly PlannedRow[]): Promise<JournalFailure | null> {
    this.add({ amended: rows.map(rowToKeep) });
    this.add({ announced: rows.map(({ slot }) => slot) });
    await this.flush();
    return this.lastFailure;
  }

  /** Before records that are there are associated with others: what was written of them stands. */
  async rename(rows: readonly PlannedRow[], outcomes: readonly Outcome[]): Promise<JournalFailure | null> {
    this.add({ renamed: rows.map(rowToKeep) });
    for (const outcome of outcomes) this.add({ outcome });
    await this.flush();
    return this.lastFailure;
  }

  /** Outcomes gather and are stored together; nobody waits for it. */
  noteOutcomes(outcomes: readonly Outcome[]): void {
    for (const outcome of outcomes) this.add({ outcome });
    const { maxOpenLines, maxOpenMs } = this.options.settings;
    const ageMs = this.openSince === null ? 0 : this.options.now() - this.openSince;
    if (this.lines.length >= maxOpenLines || ageMs >= maxOpenMs) void this.flush();
  }

  /** The run is over, or left with rows unsent: everything is stored, and the head says how it stands. */
  async close(state: RunState, counts: OutcomeCounts): Promise<void> {
    await this.flush();
    this.head = { ...this.head, state, counts, endedAt: this.options.now() };
    this.note(await this.storeHead());
  }

  private add(line: RowLine): void {
    this.openSince ??= this.options.now();
    this.lines.push(line);
  }

  private flush(): Promise<void> {
    this.chain = this.chain.then(() => this.storeLines());
    return this.chain;
  }

  private async storeLines(): Promise<void> {
    const lines = this.lines;
    if (lines.length === 0) return;
    this.lines = [];
    this.openSince = null;
    const pieces = [...packLines(lines, this.options.settings.maxPieceBytes)];
    for (const [index, bytes] of pieces.entries()) {
      const number = this.head.rowPieces + index + 1;
      const stored = await this.options.ports.store(this.head.runId, { kind: 'rows', number }, bytes);
      if (stored.kind === 'failed') {
        // Stored again under the same numbers: a piece that was stored after all is replaced by what it held and more.
        this.lines = [...lines, ...this.lines];
        this.openSince ??= this.options.now();
        this.note(stored);
        return;
      }
    }
    this.head = { ...this.head, rowPieces: this.head.rowPieces + pieces.length };
    this.note(await this.storeHead());
  }

  private storeHead(): Promise<Stored> {
    return this.options.ports.store(this.head.runId, { kind: 'head' }, strToU8(JSON.stringify(this.head)));
  }

  private note(stored: Stored): Stored {
    this.lastFailure = stored.kind === 'failed' ? stored.failure : null;
    return stored;
  }
}

/** What was there when the plan was made is read again before anything is made of it. */
function withoutHeld(row: PlannedRow): unknown {
  if (row.held === undefined) return row;
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'held'));
}

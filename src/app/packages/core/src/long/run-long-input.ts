import { readChunks, type TableChunk } from '../input/read-chunks.ts';
import type { Table } from '../input/table.ts';
import {
  addCounts,
  countOutcomes,
  NO_OUTCOMES,
  sumCounts,
  type OutcomeCounts,
} from '../outcomes/count-outcomes.ts';
import { findStop } from '../outcomes/find-stop.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { Pacer } from '../pace/pacer.ts';
import type { Plan } from '../plan/plan.ts';
import { draftRecordsSliced } from '../records/draft-records.ts';
import { IMPORTS_AT_ONCE } from '../contract/limits.ts';
import type { RunChunk } from '../contract/run-journal.ts';
import { resumeRun, type SessionOptions } from '../run/journal/resume-run.ts';
import { runWithJournal, type JournaledRunPorts } from '../run/journal/run-with-journal.ts';
import { SLICE_LIMITS } from '../imports/slice-import.ts';
import { Turns } from '../slices/take-turns.ts';
import type { CheckedChunk } from './check-long-input.ts';
import { digestChunk, markOfRun } from './digest-chunk.ts';
import { digestDraftsSliced } from './digest-drafts.ts';
import type { LongInput } from './long-input.ts';
import type {
  EarlierChunk,
  ChunkSummary,
  LongProgress,
  LongRan,
  LongRunOptions,
  LongRunPorts,
  LongStop,
  RanChunk,
} from './long-run-ports.ts';
import { nextChunk } from './next-chunk.ts';
import { planChunk } from './plan-chunk.ts';
import { takeUpChunk } from './take-up-chunk.ts';

/**
 * Writes a long input that was checked: chunk after chunk is read again, planned and run as a run of its own, with a
 * journal of its own, and forgotten here once its outcomes are kept. What runs is what was confirmed: a chunk whose rows
 * are no longer the same ends it (law 7). Every row is counted exactly once (law 1).
 */
export async function runLongInput(
  input: LongInput,
  ports: LongRunPorts,
  options: LongRunOptions,
): Promise<LongRan> {
  const run = new LongRun(ports, options);
  const chunks = readChunks(input.source, input.form, { ...ports, limits: input.limits });
  for (;;) {
    const next = await nextChunk(chunks);
    if ('detail' in next) run.end(next);
    else if (next.done !== true && (await run.take(next.value))) continue;
    await chunks.return();
    return run.close();
  }
}

type Progressed = Pick<LongProgress, 'phase'> & Partial<Pick<LongProgress, 'askedCount' | 'run' | 'untilMs'>>;

class LongRun {
  private readonly chunks: ChunkSummary[] = [];
  private counts: OutcomeCounts = NO_OUTCOMES;
  private stop: LongStop | null = null;
  private unkept: RanChunk | null = null;
  private taken = 0;
  private hasRun = false;
  private readonly startedAt: number;
  private readonly pacer: Pacer;

  constructor(
    private readonly ports: LongRunPorts,
    private readonly options: LongRunOptions,
  ) {
    this.startedAt = ports.now();
    this.pacer = options.pacer ?? new Pacer(ports, options.settings);
  }

  /** True where the next chunk may come. */
  async take({ table }: TableChunk): Promise<boolean> {
    const { options } = this;
    if (table.rows.length === 0) return true;
    const checked = options.check.chunks[this.taken];
    if (checked === undefined || table.rows[0]?.number !== checked.firstRow) {
      return this.end({ kind: 'input-changed', fromRow: table.rows[0]?.number ?? 1 });
    }
    if (options.isStopWanted()) return this.end({ kind: 'stopped' });
    this.taken += 1;
    const { earlier } = options;
    if (earlier === null || checked.number > earlier.chunk.number) await this.runChunk(table, checked);
    else if (checked.number === earlier.chunk.number) await this.goOnFrom(earlier, table);
    return this.stop === null;
  }

  /** The first reason stands. */
  end(stop: LongStop): false {
    this.stop ??= stop;
    return false;
  }

  close(): LongRan {
    const { check } = this.options;
    const next = check.chunks[this.taken];
    if (this.stop === null && next !== undefined) this.end({ kind: 'input-changed', fromRow: next.firstRow });
    const left = check.rowCount - sumCounts(this.counts);
    const counts = addCounts(this.counts, { ...NO_OUTCOMES, 'not-sent': left });
    return { counts, rowCount: check.rowCount, chunks: this.chunks, stop: this.stop, unkept: this.unkept };
  }

  /** What was written before is counted; what was begun is taken up by its own journal. */
  private async goOnFrom(earlier: EarlierChunk, table: Table): Promise<void> {
    const { chunk, runId } = earlier;
    this.counts = addCounts(NO_OUTCOMES, chunk.before);
    if (!earlier.isOpen) {
      this.note(earlier);
      return;
    }
    const { ports, options } = this;
    const taken = await takeUpChunk(runId, options.order.target.properties, {
      ...{ ports, isStopWanted: () => options.isStopWanted() },
      onHeld: (untilMs) => {
        this.report(chunk, { phase: 'waiting', untilMs });
      },
    });
    if (taken.kind !== 'taken') {
      this.end(taken);
      return;
    }
    const { plan, outcomes, journal } = await resumeRun(taken, {
      ports: this.portsOf(chunk, taken.run.plan),
      options: { ...this.session(), ...this.way(taken.run.plan) },
    });
    await this.closeChunk({ chunk, runId, plan, table, outcomes, journal });
  }

  private async runChunk(table: Table, checked: CheckedChunk): Promise<void> {
    const { ports, options } = this;
    const { order, check } = options;
    const { number, firstRow, lastRow } = checked;
    const digest = digestChunk(checked.digest, order.target, options);
    const chunk = { number, firstRow, lastRow, digest, count: check.chunks.length, before: this.counts };
    this.report(chunk, { phase: 'reading' });
    const drafting = { ...order.drafting, found: check.survey.formats };
    const turns = new Turns(ports);
    const drafts = await turns.finish(draftRecordsSliced(table, drafting));
    const before = check.chunks[number - 2]?.digest ?? '';
    if ((await turns.finish(digestDraftsSliced(drafts, order, before))) !== checked.digest) {
      this.end({ kind: 'input-changed', fromRow: firstRow });
      return;
    }
    const { plan, failure } = await planChunk(
      drafts,
      { ...options, repeatedKeys: check.repeatedKeys },
      {
        ...{ ports, turns, pacer: this.pacer },
        associateRecords: (request) => ports.associateRecords(request),
        options: {
          workMs: options.settings.workMs,
          isStopWanted: () => options.isStopWanted(),
          report: (askedCount) => {
            this.report(chunk, { phase: 'comparing', askedCount });
          },
        },
      },
    );
    if (options.isStopWanted()) this.end({ kind: 'stopped' });
    else if (failure !== null && plan.rows.every(({ kind }) => kind === 'unread' || kind === 'blocked')) {
      this.end({ kind: 'not-read', failure });
    } else await this.runPlan({ plan, table, chunk });
  }

  private async runPlan({ plan, table, chunk }: Pick<RanChunk, 'plan' | 'table' | 'chunk'>): Promise<void> {
    const runId = `${this.ports.newRunId()}${markOfRun(chunk.digest)}`;
    const ran = await runWithJournal(plan, this.portsOf(chunk, plan), {
      ...{ runId, chunk, confirmedDigest: plan.digest, undoes: null },
      startedBy: this.options.startedBy,
      ...this.session(),
      ...this.way(plan),
    });
    if (ran.kind === 'held') this.end(ran);
    if (ran.kind === 'ran') await this.closeChunk({ ...ran, chunk, runId, plan, table });
  }

  private async closeChunk(ran: RanChunk): Promise<void> {
    const { chunk, runId, outcomes, journal } = ran;
    this.hasRun = true;
    this.note({ chunk, runId, counts: countOutcomes(outcomes) });
    this.report(chunk, { phase: 'filing' });
    await this.ports.onChunkRan(ran);
    this.endAfter(outcomes);
    if (journal === 'kept') return;
    this.unkept = ran;
    this.end({ kind: 'no-journal' });
  }

  private endAfter(outcomes: readonly Outcome[]): void {
    const stop = findStop(outcomes);
    if (stop === null) return;
    const { reason, detail } = stop;
    this.end(reason === 'stopped' ? { kind: 'stopped' } : { kind: 'run-stopped', reason, detail });
  }

  private portsOf(chunk: RunChunk, plan: Plan): JournaledRunPorts {
    const { ports } = this;
    return {
      ...ports,
      confirmCanary: (report) => ports.confirmCanary(report, plan),
      report: (run) => {
        this.report(chunk, { phase: 'writing', run });
      },
    };
  }

  /** What the first records of the first chunk have shown need not be shown again. */
  private session(): SessionOptions {
    const { settings, journalSettings } = this.options;
    return {
      settings: this.hasRun ? { ...settings, canaryAboveWrites: null } : settings,
      ...{ journalSettings, pacer: this.pacer },
      isStopWanted: () => this.options.isStopWanted(),
    };
  }

  /** HubSpot works at three imports at once, so a chunk is cut in three. */
  private way({ rows }: Plan): Pick<SessionOptions, 'importing'> {
    const { importing } = this.options;
    if (importing === null) return {};
    const limits = importing.limits ?? SLICE_LIMITS;
    const maxRecords = Math.min(limits.maxRecords, Math.ceil(rows.length / IMPORTS_AT_ONCE));
    return { importing: { ...importing, limits: { ...limits, maxRecords } } };
  }

  private note(summary: ChunkSummary): void {
    this.chunks.push(summary);
    this.counts = addCounts(this.counts, summary.counts);
  }

  private report(chunk: RunChunk, { phase, askedCount = 0, run = null, untilMs = null }: Progressed): void {
    const { ports, options, counts, startedAt } = this;
    ports.report({
      ...{ phase, chunk, askedCount, run, untilMs },
      counts: run === null ? counts : addCounts(counts, run.counts),
      settledCount: sumCounts(counts) + (run?.settledCount ?? 0),
      totalCount: options.check.rowCount,
      elapsedMs: ports.now() - startedAt,
    });
  }
}

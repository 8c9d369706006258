import { hashText } from '../randomness.ts';
import { createIdSource } from '../store/id-source.ts';
import type { IdSource } from '../store/id-source.ts';
import type { ImportJob, ImportOrder } from './import-job.ts';
import { isOpen } from './import-job.ts';

const firstImportId = 57_120_000;
const firstErrorId = 31_000_000;

export interface ImportTableOptions {
  readonly seed: number;
  /** How many run at once; the others are deferred. */
  readonly atOnce: number;
  readonly startDelayMs: number;
  readonly listDelayMaxMs: number;
}

/** The imports of a portal. */
export class ImportTable {
  private readonly jobs = new Map<string, ImportJob>();
  private readonly plannedFailures: number[] = [];
  private readonly ids: IdSource;
  private readonly errorIds: IdSource;
  private readonly options: ImportTableOptions;

  constructor(options: ImportTableOptions) {
    this.options = options;
    this.ids = createIdSource(firstImportId, options.seed);
    this.errorIds = createIdSource(firstErrorId, options.seed);
  }

  /** In the order in which they came. */
  all(): readonly ImportJob[] {
    return [...this.jobs.values()];
  }

  get(id: string): ImportJob | undefined {
    return this.jobs.get(id);
  }

  nextErrorId(): string {
    return this.errorIds.next();
  }

  /** The next import to come fails after so many rows. */
  planFailure(afterRows: number): void {
    this.plannedFailures.push(afterRows);
  }

  add({ rows, ...order }: ImportOrder, nowMs: number): ImportJob {
    const id = this.ids.next();
    const { atOnce, startDelayMs, listDelayMaxMs } = this.options;
    const isFree = this.all().filter((job) => isOpen(job) && job.beginsAtMs !== undefined).length < atOnce;
    const delayMs = listDelayMaxMs === 0 ? 0 : hashText(`import ${id}`) % listDelayMaxMs;
    const job: ImportJob = {
      ...{
        id,
        order,
        rows,
        rowCount: rows.length,
        createdAtMs: nowMs,
        updatedAtMs: nowMs,
        visibleInListAtMs: nowMs + delayMs,
      },
      state: isFree ? 'STARTED' : 'DEFERRED',
      beginsAtMs: isFree ? nowMs + startDelayMs : undefined,
      failsAfterRows: order.lateProblem === undefined ? this.plannedFailures.shift() : 0,
      ...{ rowsDone: 0, updatedCount: 0, valueCount: 0, errors: [], createdIds: [] },
      ...{ writtenIds: new Set<string>(), seenKeys: new Set<string>() },
    };
    this.jobs.set(id, job);
    return job;
  }

  /** An import is over: the one that waits longest takes its place. */
  freeSlot(atMs: number): void {
    const next = this.all().find((job) => job.state === 'DEFERRED' && job.beginsAtMs === undefined);
    if (next === undefined) return;
    next.beginsAtMs = atMs + this.options.startDelayMs;
    next.state = 'STARTED';
    next.updatedAtMs = atMs;
  }

  /** Rows taken since a moment, for the limit of a day. */
  rowsSince(sinceMs: number): number {
    const recent = this.all().filter(({ createdAtMs }) => createdAtMs > sinceMs);
    return recent.reduce((sum, { rowCount }) => sum + rowCount, 0);
  }
}

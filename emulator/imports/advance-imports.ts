import type { Kernel } from '../http/kernel.ts';
import { loggedRow } from '../routes/log-write.ts';
import type { TypeStore } from '../store/portal.ts';
import type { Row } from '../writes/row.ts';
import type { WriteScene } from '../writes/write-scene.ts';
import type { ImportJob, ImportJobError } from './import-job.ts';
import type { CsvRecord } from './read-csv.ts';
import { writeImportRow } from './write-import-row.ts';

/**
 * Lets every import get as far as it has by now. Nothing ticks in between: whoever looks at the portal, by a request or
 * from outside, finds it as if imports had been at work all the time. One that ends makes room for the next at the moment
 * it ended.
 */
export function advanceImports(kernel: Kernel): void {
  const nowMs = kernel.clock.nowMs();
  for (let ending = nextToEnd(kernel, nowMs); ending !== undefined; ending = nextToEnd(kernel, nowMs)) {
    const atMs = endMsOf(ending, kernel);
    writeRows(ending, lastRowOf(ending), kernel);
    finish(ending, atMs);
    kernel.imports.freeSlot(atMs);
  }
  for (const job of kernel.imports.all()) {
    if (!isRunning(job) || job.beginsAtMs === undefined || job.beginsAtMs > nowMs) continue;
    if (job.state === 'STARTED') job.updatedAtMs = job.beginsAtMs;
    job.state = 'PROCESSING';
    const { importRowsPerSecond } = kernel.behaviour;
    writeRows(job, Math.floor(((nowMs - job.beginsAtMs) / 1000) * importRowsPerSecond), kernel);
  }
}

function isRunning({ state, beginsAtMs }: ImportJob): boolean {
  return beginsAtMs !== undefined && (state === 'STARTED' || state === 'PROCESSING');
}

function lastRowOf({ rowCount, failsAfterRows }: ImportJob): number {
  return Math.min(rowCount, failsAfterRows ?? rowCount);
}

function endMsOf(job: ImportJob, { behaviour }: Kernel): number {
  return (job.beginsAtMs ?? 0) + Math.ceil((lastRowOf(job) / behaviour.importRowsPerSecond) * 1000);
}

function nextToEnd(kernel: Kernel, nowMs: number): ImportJob | undefined {
  const running = kernel.imports.all().filter(isRunning);
  const due = running.filter((job) => endMsOf(job, kernel) <= nowMs);
  return due.sort((one, other) => endMsOf(one, kernel) - endMsOf(other, kernel))[0];
}

function finish(job: ImportJob, atMs: number): void {
  job.state = job.failsAfterRows === undefined ? 'DONE' : 'FAILED';
  job.updatedAtMs = atMs;
  job.rows = [];
}

/** Writes up to the row with this number, counted from 1, each at the moment it is due. */
function writeRows(job: ImportJob, upTo: number, kernel: Kernel): void {
  const { order } = job;
  const store = kernel.portal.findType(order.objectTypeId);
  if (store === undefined) return;
  if (order.lateProblem !== undefined) {
    const fileWide = { ...order.lateProblem, lineNumber: 0, rowData: [] };
    if (job.errors.length === 0) note(job, kernel, fileWide);
    return;
  }
  const due = job.rows.slice(job.rowsDone, upTo);
  if (due.length === 0) return;
  const written = due.flatMap((record) => writeRow(record, { job, store, kernel }));
  logRows(written, job, kernel);
}

interface RowPlace {
  readonly job: ImportJob;
  readonly store: TypeStore;
  readonly kernel: Kernel;
}

function writeRow(record: CsvRecord, { job, store, kernel }: RowPlace): readonly Row[] {
  const { row, problems } = writeImportRow(record.cells, job, sceneAt(job, store, kernel));
  job.rowsDone += 1;
  const lineNumber = lineNumberOf(record, kernel);
  for (const problem of problems) note(job, kernel, { ...problem, lineNumber, rowData: record.cells });
  if (row?.outcome.kind !== 'written') return row === undefined ? [] : [row];
  const { record: stored, isNew } = row.outcome;
  if (isNew) job.createdIds.push(stored.id);
  else job.updatedCount += 1;
  job.writtenIds.add(stored.id);
  job.valueCount += record.cells.filter((cell) => cell !== '').length - problems.length;
  return [row];
}

/** The row being written is due at its own moment, not when somebody looks. */
function sceneAt(job: ImportJob, store: TypeStore, { portal, behaviour }: Kernel): WriteScene {
  const { version, appId } = job.order;
  const dueMs = Math.ceil(((job.rowsDone + 1) / behaviour.importRowsPerSecond) * 1000);
  return { portal, store, version, behaviour, appId, nowMs: (job.beginsAtMs ?? 0) + dueMs };
}

function lineNumberOf({ recordNumber, lineNumber }: CsvRecord, { behaviour }: Kernel): number {
  switch (behaviour.importLineNumbers) {
    case 'records':
      return recordNumber;
    case 'lines':
      return lineNumber;
    case 'records-without-header':
      return recordNumber - 1;
  }
}

function note(job: ImportJob, kernel: Kernel, error: Omit<ImportJobError, 'id' | 'atMs'>): void {
  job.errors.push({ ...error, id: kernel.imports.nextErrorId(), atMs: kernel.clock.nowMs() });
}

function logRows(rows: readonly Row[], { order }: ImportJob, kernel: Kernel): void {
  const { version, operation, path } = order;
  const objectType = kernel.portal.findType(order.objectTypeId)?.objectType.plural ?? order.objectTypeId;
  kernel.writeLog.push({
    ...{ atMs: kernel.clock.nowMs(), method: 'POST', path, version, objectType, operation },
    ...{ inputs: rows.length, status: 200 },
    rows: rows.map((row, index) => loggedRow(row, index, false)),
  });
}

import { checkLongInput, readHead } from '@bulk-records/core';
import type { ByteSource, ChunkTools, LongCheck, LongInput, LongOrder } from '@bulk-records/core';
import { makePortal } from '../portal/make-portal.ts';
import { findTargets, startDecoding } from '../read-drafts.ts';
import type { CheckReport, CheckTask, Stage } from './check-plan.ts';
import { cpuMs } from './cpu-ms.ts';
import { GeneratedFile } from './generated-file.ts';
import { liveMegabytes } from './live-megabytes.ts';

/** As the card cuts a file unless a deploy profile says otherwise. */
const PART = { maxRows: 30_000, maxBytes: 16_777_216 };

/** Checks a generated file as the card does, and notes what it took on the way. */
export async function watchCheck(task: Exclude<CheckTask, 'peer'>, rowCount: number): Promise<CheckReport> {
  const file = new GeneratedFile(rowCount);
  const stretch = new Stretch();
  const tools = { startDecoding, now: () => performance.now(), turn: () => stretch.rest() };
  const source: ByteSource = {
    size: file.size,
    // Reading a real file gives the event loop a turn.
    read: (from, to) => stretch.pause(() => file.read(from, to)),
  };
  const { input, order } = await readOrder(source, tools);
  const stages: Stage[] = [
    { stage: 'surveying', marks: [] },
    { stage: 'checking', marks: [] },
  ];
  const base = liveMegabytes();
  let highest = base;
  stretch.forget();
  const startMs = cpuMs() - file.spentMs;
  const check = await checkLongInput(input, order, {
    ...tools,
    isStopWanted: () => false,
    report: (progress) => {
      const ms = cpuMs() - startMs - file.spentMs;
      const found = stages.find(({ stage }) => stage === progress.stage);
      found?.marks.push({ rowCount: progress.rowCount, ms });
      // A chunk with all its drafts is held at this moment: it is never more.
      if (task === 'memory') highest = Math.max(highest, liveMegabytes());
    },
  });
  if (check === null) throw new Error('Nobody stopped it');
  const { longestMs } = stretch;
  return { rowCount, stages, longestMs, base, highest, ...endOf(check) };
}

/** The check is still held when the memory is looked at, as the card holds it. */
function endOf(check: LongCheck) {
  const end = liveMegabytes();
  const { blockedCount, repeatedCount } = check;
  return { end, blockedCount, repeatedCount };
}

async function readOrder(
  source: ByteSource,
  tools: ChunkTools,
): Promise<{ readonly input: LongInput; readonly order: LongOrder }> {
  const head = await readHead(source, {}, tools);
  if (head.kind !== 'head') throw new Error(`The file is ${head.kind}`);
  const properties = makePortal('contacts');
  const targets = findTargets(head.reading.table, properties);
  const { columns } = head.form;
  const target = {
    operation: 'upsert',
    objectType: 'contacts',
    apiVersion: '2026-03',
    keyProperty: 'email',
    properties: new Map(properties.map((property) => [property.name, property])),
  } as const;
  return {
    input: { source, form: head.form, limits: PART },
    order: {
      target,
      drafting: { operation: 'upsert', keyProperty: 'email', targets },
      columns: targets.map(({ columnIndex, property }) => ({
        header: columns[columnIndex]?.header ?? '',
        property: property.name,
        policy: 'overwrite',
      })),
    },
  };
}

/** How long work goes on without a turn of the event loop. */
class Stretch {
  longestMs = 0;
  private sinceMs = cpuMs();

  async rest(): Promise<void> {
    this.longestMs = Math.max(this.longestMs, cpuMs() - this.sinceMs);
    await new Promise((resolve) => setImmediate(resolve));
    this.sinceMs = cpuMs();
  }

  /** What is not counted, after a turn. */
  async pause<T>(work: () => Promise<T>): Promise<T> {
    await this.rest();
    const value = await work();
    this.sinceMs = cpuMs();
    return value;
  }

  forget(): void {
    this.longestMs = 0;
    this.sinceMs = cpuMs();
  }
}

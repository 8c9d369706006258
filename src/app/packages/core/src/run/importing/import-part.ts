import { layOutImport, type ImportLayout } from '../../imports/import-layout.ts';
import { sortForImport } from '../../imports/importable-records.ts';
import { placeErrors } from '../../imports/place-import-errors.ts';
import { settleImported } from '../../imports/settle-import.ts';
import { sliceImport, type ImportSlice, type SliceLimits } from '../../imports/slice-import.ts';
import type { RunTarget } from '../../outcomes/attempt.ts';
import type { Outcome } from '../../outcomes/outcome.ts';
import type { PlanPart, RecordToWrite } from '../../plan/plan-part.ts';
import { readKeys, type ReadPorts } from '../../plan/read-keys.ts';
import type { StopCause } from '../run-state.ts';
import { askImports, type AskImports } from './ask-imports.ts';
import type { ImportJournal, ImportPort, ImportProgress, TakenUpImport } from './import-ports.ts';
import { ImportWork, type EndedImport } from './import-work.ts';
import { searchUpload } from './upload-slice.ts';

export interface ImportTools extends ImportJournal {
  readonly importRecords: ImportPort;
  /** By way of the pacer. */
  readonly reads: ReadPorts;
  readonly workMs: number;
  now(): number;
  sleep(delayMs: number): Promise<void>;
  /** Gives the event loop a turn. */
  turn(): Promise<void>;
  toBase64(bytes: Uint8Array): string;
  readonly limits: SliceLimits;
  isStopWanted(): boolean;
  isOurs(): Promise<boolean>;
  onProgress(progress: ImportProgress): void;
  onOutcome(outcome: Outcome): void;
}

export interface ImportOrder {
  readonly runId: string;
  /** Of the first file that goes up. */
  readonly firstSlice: number;
  /** Files of an earlier session with rows of this part. */
  readonly takenUp: readonly TakenUpImport[];
}

export interface ImportedPart {
  /** Rows that only the batch endpoints can write, and those nobody has taken. */
  readonly left: readonly RecordToWrite[];
  readonly stop: StopCause | null;
  readonly nextSlice: number;
}

/**
 * Writes what it can of a part by HubSpot's imports and tells `onOutcome` of one outcome per row, found by reading it back:
 * an import tells of errors only. Rows it cannot write are left to the batch endpoints.
 */
export async function importPart(
  part: PlanPart,
  order: ImportOrder,
  tools: ImportTools,
): Promise<ImportedPart> {
  const { toImport, toBatches } = sortForImport(part);
  const layout = layOutImport(part, toImport);
  // Without a key nothing can be read back, and every row would stay unknown.
  if (typeof layout === 'string' || !layout.hasKey || toImport.length === 0) {
    return { left: part.toWrite, stop: null, nextSlice: order.firstSlice };
  }
  const run = new PartImport(part, { order, tools, layout });
  const { unsent, ...imported } = await run.toEnd(toImport);
  const left = [...toBatches.map(({ record }) => record), ...unsent];
  return { ...imported, left };
}

interface PartScene {
  readonly order: ImportOrder;
  readonly tools: ImportTools;
  readonly layout: ImportLayout;
}

class PartImport {
  private readonly ask: AskImports;
  private readonly work: ImportWork;
  private readonly claimedIds = new Set<string>();
  private readonly unsent: RecordToWrite[] = [];
  private nextSlice: number;

  constructor(
    private readonly part: PlanPart,
    private readonly scene: PartScene,
  ) {
    const { tools, order, layout } = scene;
    const { apiVersion, objectType } = part;
    this.ask = askImports(tools.importRecords, { apiVersion, workMs: tools.workMs });
    this.work = new ImportWork({ ...tools, ask: this.ask, runId: order.runId, objectType, layout });
    this.nextSlice = order.firstSlice;
  }

  async toEnd(records: readonly RecordToWrite[]) {
    const { tools, order, layout } = this.scene;
    const known = new Set(order.takenUp.flatMap((each) => each.records.map(({ slot }) => slot)));
    for (const each of order.takenUp) await this.takeUp(each);
    const fresh = records.filter(({ slot }) => !known.has(slot));
    for (const step of sliceImport(fresh, layout, tools.limits)) {
      if (step.kind === 'working') await tools.turn();
      else await this.send({ ...step.slice, number: this.nextSlice });
    }
    while (!this.work.isIdle) await this.wait();
    const { unsent, nextSlice } = this;
    return { unsent, nextSlice, stop: this.work.stop };
  }

  private async send(slice: ImportSlice): Promise<void> {
    while (this.work.isFull) await this.wait();
    const handed = await this.work.handOver(slice);
    if (handed === 'unsent') this.unsent.push(...slice.records);
    else this.nextSlice += 1;
    if (typeof handed !== 'string') await this.settle(handed);
  }

  private pollCount = 0;

  private async wait(): Promise<void> {
    const ended = await this.work.poll(this.pollCount);
    this.pollCount = ended.length > 0 ? 0 : this.pollCount + 1;
    for (const each of ended) await this.settle(each);
  }

  /** A file of an earlier session is followed, or looked for; it is not sent again from here. */
  private async takeUp({ slice: number, records, startedAt, importId }: TakenUpImport): Promise<void> {
    const { tools, order, layout } = this.scene;
    const slice = { ...onlySlice(records, layout), number };
    const scene = { ...tools, ask: this.ask, runId: order.runId };
    const found = importId === null ? await searchUpload(number, scene, false) : [importId];
    if (typeof found === 'string') await this.settle({ slice, startedAt, state: 'LOST', errors: null });
    else this.work.follow({ slice, startedAt, importIds: found });
  }

  /** Reads every row of an import back, whatever it said. */
  private async settle(ended: EndedImport): Promise<void> {
    const { part, scene } = this;
    const { tools, layout } = scene;
    const { slice, startedAt, state, errors } = ended;
    const placed = placeErrors(errors ?? [], slice, layout);
    const keys = slice.records.flatMap(({ key }) => key ?? []);
    const names = layout.columns.map(({ property }) => property).filter((name) => part.properties.has(name));
    const question = { target: part, keys, propertyNames: names, archived: false };
    const { readings } = await readKeys(question, tools.reads, { workMs: tools.workMs });
    for (const record of slice.records) {
      const ofRecord = placed.ofRecords.get(record) ?? [];
      const row = {
        record,
        errors: ofRecord,
        state: state === 'LOST' ? 'FAILED' : state,
        startedAt,
      } as const;
      const target: RunTarget = { ...part, claimedIds: this.claimedIds };
      const reading = readings.get(record.key ?? '') ?? { kind: 'unread' };
      const outcome = settleImported(row, reading, { layout, target });
      this.record(state === 'LOST' ? inDoubt(outcome) : outcome);
    }
  }

  private record(outcome: Outcome): void {
    if (outcome.kind === 'created') this.claimedIds.add(outcome.recordId);
    this.scene.tools.onOutcome(outcome);
  }
}

/** An import that nobody has seen end may write the row yet. */
function inDoubt(outcome: Outcome): Outcome {
  if (outcome.kind !== 'not-sent') return outcome;
  const { slot, rowNumber, key, detail } = outcome;
  return { slot, rowNumber, key, kind: 'unknown', reason: 'import-silent', detail };
}

/** The same records make the same file again. */
function onlySlice(records: readonly RecordToWrite[], layout: ImportLayout): ImportSlice {
  for (const step of sliceImport(records, layout)) if (step.kind === 'slice') return step.slice;
  throw new Error('A file of an import has at least one record');
}

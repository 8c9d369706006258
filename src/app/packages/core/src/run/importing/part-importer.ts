import type { PlanPart } from '../../plan/plan-part.ts';
import { SLICE_LIMITS, type SliceLimits } from '../../imports/slice-import.ts';
import type { StopCause } from '../run-state.ts';
import { importPart, type ImportTools } from './import-part.ts';
import type { ImportPort, NotedImport } from './import-ports.ts';

/** A run's way over HubSpot's imports. */
export interface Importing {
  readonly importRecords: ImportPort;
  toBase64(bytes: Uint8Array): string;
  /** Gives the event loop a turn. */
  turn(): Promise<void>;
  /** Files of earlier sessions of the run. */
  readonly takenUp: readonly NotedImport[];
  /** Of a file; absent: what a function can carry. */
  readonly limits?: SliceLimits;
}

interface Order {
  readonly runId: string;
  /** Rows that an earlier session may have sent some way: those that were in no file are settled by reading. */
  readonly announced: ReadonlySet<number>;
}

export interface PartAfterImport {
  /** What is left of the part for the batch endpoints. */
  readonly rest: PlanPart;
  readonly stop: StopCause | null;
}

/** Imports the parts of a run one after another, with files numbered through. */
export class PartImporter {
  private nextSlice: number;

  constructor(
    private readonly importing: Importing,
    private readonly order: Order,
    private readonly tools: Omit<ImportTools, keyof Importing>,
  ) {
    this.nextSlice = 1 + importing.takenUp.reduce((highest, { slice }) => Math.max(highest, slice), 0);
  }

  async write(part: PlanPart): Promise<PartAfterImport> {
    const { importing, order, tools } = this;
    const bySlot = new Map(part.toWrite.map((record) => [record.slot, record]));
    const takenUp = importing.takenUp
      .map(({ slots, ...file }) => ({ ...file, records: slots.flatMap((slot) => bySlot.get(slot) ?? []) }))
      .filter(({ records }) => records.length > 0);
    const inFiles = new Set(takenUp.flatMap(({ records }) => records.map(({ slot }) => slot)));
    const isFirst = firstOfKeys(part);
    const mayGo = ({ slot }: { readonly slot: number }): boolean =>
      inFiles.has(slot) || (!order.announced.has(slot) && isFirst.has(slot));
    const imported = await importPart(
      { ...part, toWrite: part.toWrite.filter(mayGo) },
      { runId: order.runId, firstSlice: this.nextSlice, takenUp },
      {
        ...tools,
        importRecords: (request) => importing.importRecords(request),
        toBase64: (bytes) => importing.toBase64(bytes),
        turn: () => importing.turn(),
        limits: importing.limits ?? SLICE_LIMITS,
      },
    );
    this.nextSlice = imported.nextSlice;
    const left = new Set(imported.left.map(({ slot }) => slot));
    const rest = part.toWrite.filter((record) => left.has(record.slot) || !mayGo(record));
    return { rest: { ...part, toWrite: rest }, stop: imported.stop };
  }
}

/** Rows of one key are written in their order, which several imports at once would not keep: the later ones wait. */
function firstOfKeys({ toWrite }: PlanPart): ReadonlySet<number> {
  const slots = new Map<string | null, number>();
  for (const { key, slot } of toWrite) if (!slots.has(key)) slots.set(key, slot);
  return new Set(slots.values());
}

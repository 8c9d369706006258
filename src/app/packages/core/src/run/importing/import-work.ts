import type { FollowedImport, ImportError } from '../../contract/import-records.ts';
import { IMPORTS_AT_ONCE, MAX_FOLLOWED_IMPORTS } from '../../contract/limits.ts';
import { recognisingColumns } from '../../imports/place-import-errors.ts';
import { isOver, type OverState } from '../../imports/settle-import.ts';
import type { ImportSlice } from '../../imports/slice-import.ts';
import type { StopCause } from '../run-state.ts';
import { readErrors } from './ask-imports.ts';
import type { ImportJournal, ImportProgress } from './import-ports.ts';
import { uploadSlice, type UploadScene } from './upload-slice.ts';

export interface ImportWorkScene extends UploadScene, ImportJournal {
  isStopWanted(): boolean;
  /** False where another session has taken the run up. */
  isOurs(): Promise<boolean>;
  onProgress(progress: ImportProgress): void;
}

/** How an import came to its end, and everything it said of its rows. */
export interface EndedImport {
  readonly slice: ImportSlice;
  readonly startedAt: number;
  /** `LOST`: nobody could say what became of it. */
  readonly state: OverState | 'LOST';
  /** Null where they could not be read. */
  readonly errors: readonly ImportError[] | null;
}

export interface OpenImport {
  readonly slice: ImportSlice;
  readonly startedAt: number;
  /** More than one where a file arrived that had counted as lost. */
  readonly importIds: readonly string[];
}

const FIRST_POLL_MS = 1000;
const LONGEST_POLL_MS = 10_000;

/** So often in a row nothing is learned of any import before its rows are left to be read. */
const MAX_BLIND_POLLS = 30;

/**
 * The imports of a part of a run: handed over a few at once, followed to their end, canceled where the admin stops. What
 * became of single rows is for others to find out.
 */
export class ImportWork {
  private readonly open: OpenImport[] = [];
  private readonly followed = new Map<string, FollowedImport>();
  private readonly missing = new Set<string>();
  private readonly canceled = new Set<string>();
  private handedOverCount = 0;
  private blindPolls = 0;
  private stopCause: StopCause | null = null;

  constructor(private readonly scene: ImportWorkScene) {}

  /** Why nothing more may be handed over; null while it may. */
  get stop(): StopCause | null {
    return this.stopCause;
  }

  get isFull(): boolean {
    return this.open.length >= IMPORTS_AT_ONCE;
  }

  get isIdle(): boolean {
    return this.open.length === 0;
  }

  /** `unsent` where the file was surely not taken. */
  async handOver(slice: ImportSlice): Promise<'open' | 'unsent' | EndedImport> {
    const { scene } = this;
    if (this.stopCause === null && !(await scene.isOurs()))
      this.stopCause = { reason: 'taken-over', detail: '' };
    if (this.stopCause === null && scene.isStopWanted()) this.stopCause = { reason: 'stopped', detail: '' };
    if (this.stopCause !== null) return 'unsent';
    const startedAt = scene.now();
    const slots = slice.records.map(({ slot }) => slot);
    await scene.announceImport({ slice: slice.number, slots, startedAt });
    const uploaded = await uploadSlice(slice, scene);
    if (uploaded.kind === 'refused') {
      this.stopCause = uploaded.stop;
      await scene.noteImport(slice.number, null);
      return 'unsent';
    }
    if (uploaded.kind === 'lost') {
      this.stopCause = uploaded.stop;
      return { slice, startedAt, state: 'LOST', errors: null };
    }
    const { importIds } = uploaded;
    for (const importId of importIds) await scene.noteImport(slice.number, importId);
    this.follow({ slice, startedAt, importIds });
    return 'open';
  }

  follow(open: OpenImport): void {
    this.open.push(open);
    this.handedOverCount += open.slice.records.length;
    this.report();
  }

  /** Waits a little and asks how the imports stand; gives those that are over. */
  async poll(pollCount: number): Promise<readonly EndedImport[]> {
    await this.scene.sleep(Math.min(FIRST_POLL_MS * 1.5 ** pollCount, LONGEST_POLL_MS));
    await this.cancelIfWanted();
    const importIds = this.openIds.slice(0, MAX_FOLLOWED_IMPORTS);
    const result = await this.scene.ask({ task: 'follow', importIds: [...importIds] });
    const isBlind = result.kind !== 'followed' || result.unreadIds.length === importIds.length;
    this.blindPolls = isBlind ? this.blindPolls + 1 : 0;
    if (this.blindPolls >= MAX_BLIND_POLLS) {
      return this.open.splice(0).map((each) => ({ ...each, state: 'LOST', errors: null }));
    }
    if (result.kind !== 'followed') return [];
    for (const id of result.missingIds) this.missing.add(id);
    for (const each of result.imports) this.followed.set(each.importId, each);
    const ended = await this.closeEnded();
    this.report();
    return ended;
  }

  private get openIds(): readonly string[] {
    return this.open.flatMap(({ importIds }) => importIds).filter((id) => this.stateOf(id) === null);
  }

  /** Null while it goes on. */
  private stateOf(importId: string): EndedImport['state'] | null {
    if (this.missing.has(importId)) return 'LOST';
    const state = this.followed.get(importId)?.state;
    return state !== undefined && isOver(state) ? state : null;
  }

  private async closeEnded(): Promise<readonly EndedImport[]> {
    const ended: EndedImport[] = [];
    for (const each of [...this.open]) {
      const states = each.importIds.map((id) => this.stateOf(id));
      const known = states.flatMap((state) => state ?? []);
      if (known.length < states.length) continue;
      this.open.splice(this.open.indexOf(each), 1);
      ended.push(await this.close(each, known.find((state) => state !== 'DONE') ?? 'DONE'));
    }
    return ended;
  }

  /** An import that is over says no more than it has said. */
  private async close(
    { slice, startedAt, importIds }: OpenImport,
    state: EndedImport['state'],
  ): Promise<EndedImport> {
    const { scene } = this;
    const cellsOf = [...recognisingColumns(scene.layout)];
    const errors: ImportError[] = [];
    for (const importId of importIds.filter((id) => !this.missing.has(id))) {
      const read = await readErrors(scene.ask, { importId, cellsOf }, (delayMs) => scene.sleep(delayMs));
      if (read === null) return { slice, startedAt, state, errors: null };
      errors.push(...read);
    }
    return { slice, startedAt, state, errors };
  }

  private async cancelIfWanted(): Promise<void> {
    if (!this.scene.isStopWanted()) return;
    this.stopCause ??= { reason: 'stopped', detail: '' };
    for (const importId of this.openIds) {
      if (this.canceled.has(importId)) continue;
      const { kind } = await this.scene.ask({ task: 'cancel', importId });
      if (kind === 'canceling') this.canceled.add(importId);
    }
  }

  private report(): void {
    const { open, openIds, canceled, followed, handedOverCount } = this;
    this.scene.onProgress({
      handedOverCount,
      writtenCount: [...followed.values()].reduce((sum, each) => sum + writtenBy(each), 0),
      openImports: open.length,
      isDeferred: openIds.some((id) => followed.get(id)?.state === 'DEFERRED'),
      isCanceling: openIds.some((id) => canceled.has(id)),
    });
  }
}

function writtenBy({ counters }: FollowedImport): number {
  return (counters['CREATED_OBJECTS'] ?? 0) + (counters['UPDATED_OBJECTS'] ?? 0);
}

import type { JournalPiece, RunSummary } from '../contract/run-journal.ts';
import type { Claimed, Fetched, RunKeeper, Stored } from '../run/journal/journal-ports.ts';

/** A journal in memory; stores fail as long as `isDown`, and when `storesLeft` are over. */
export class MemoryJournal implements RunKeeper {
  readonly pieces = new Map<string, Uint8Array>();
  readonly stored: string[] = [];
  readonly runs = new Map<string, RunSummary>();
  readonly holders = new Map<string, string>();
  isDown = false;
  storesLeft = Infinity;

  enlist(run: RunSummary): Promise<Stored> {
    this.runs.set(run.runId, run);
    return Promise.resolve({ kind: 'stored' });
  }

  claim(digest: string, holder: string): Promise<Claimed> {
    if (this.isDown) return Promise.resolve({ kind: 'failed', failure: { kind: 'silent', message: 'down' } });
    const other = this.holders.get(digest);
    if (other !== undefined && other !== holder) return Promise.resolve({ kind: 'held', untilMs: 9 });
    this.holders.set(digest, holder);
    return Promise.resolve({ kind: 'claimed' });
  }

  release(digest: string): Promise<void> {
    this.holders.delete(digest);
    return Promise.resolve();
  }

  store(runId: string, piece: JournalPiece, bytes: Uint8Array): Promise<Stored> {
    this.storesLeft -= 1;
    const isFull = this.isDown || this.storesLeft < 0;
    if (isFull) return Promise.resolve({ kind: 'failed', failure: { kind: 'silent', message: 'down' } });
    this.pieces.set(nameOf(runId, piece), bytes);
    this.stored.push(nameOf(runId, piece));
    return Promise.resolve({ kind: 'stored' });
  }

  fetch(runId: string, piece: JournalPiece): Promise<Fetched> {
    const bytes = this.pieces.get(nameOf(runId, piece));
    return Promise.resolve(bytes === undefined ? { kind: 'absent' } : { kind: 'content', bytes });
  }
}

export function nameOf(runId: string, piece: JournalPiece): string {
  return piece.kind === 'head' ? runId : `${runId}/${piece.kind}-${String(piece.number)}`;
}

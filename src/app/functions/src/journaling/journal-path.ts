import type { JournalPiece, RunReport } from '@bulk-records/core/contract';
import type { PrivatePath } from '../hubspot/private-path.ts';
import { privateFolder, privatePath } from '../hubspot/private-path.ts';

/** Heads of runs stand together, so that a folder's list is the list of runs. */
const HEADS = 'runs';

export const HEADS_FOLDER = privateFolder(HEADS);

export function piecePath(runId: string, piece: JournalPiece): PrivatePath {
  return piece.kind === 'head'
    ? privatePath(HEADS, `${runId}.json`)
    : privatePath(`${HEADS}/${runId}`, `${piece.kind}-${piece.number}.gz`);
}

/** Beside the journals, with a name that says what it is when it is loaded. */
export function reportPath(runId: string, report: RunReport): PrivatePath {
  return privatePath('reports', `${report}-${runId}.csv`);
}

/** The run a head's file name belongs to; null for any other name. */
export function runIdOf(fileName: string): string | null {
  return /^([a-z0-9]{8,40})\.json$/.exec(fileName)?.[1] ?? null;
}

export const RECENT_PATH = privatePath('journal', 'recent-runs.json');

export function leasePath(digest: string): PrivatePath {
  return privatePath('leases', `${digest}.json`);
}

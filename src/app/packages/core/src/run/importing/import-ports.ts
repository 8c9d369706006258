import type { FunctionAnswer } from '../../contract/function-answer.ts';
import type { ImportRecordsReply, ImportRecordsRequest } from '../../contract/import-records.ts';
import type { RecordToWrite } from '../../plan/plan-part.ts';

export type ImportPort = (request: ImportRecordsRequest) => Promise<FunctionAnswer<ImportRecordsReply>>;

/** How the imports of a run stand. */
export interface ImportProgress {
  /** Rows of files that went up. */
  readonly handedOverCount: number;
  /** Rows HubSpot says it has written. */
  readonly writtenCount: number;
  readonly openImports: number;
  /** HubSpot has put some of them off. */
  readonly isDeferred: boolean;
  readonly isCanceling: boolean;
}

/** Where a run notes its imports, so that another session finds them. */
export interface ImportJournal {
  /** Waited for before a file goes up. */
  announceImport(announced: AnnouncedImport): Promise<void>;
  /** Null: HubSpot took nothing of the file. */
  noteImport(slice: number, importId: string | null): Promise<void>;
}

/** Rows of a file, before it goes up. */
export interface AnnouncedImport {
  /** Of the run, from 1; the import's name holds it. */
  readonly slice: number;
  /** In the order of the file's lines. */
  readonly slots: readonly number[];
  /** Milliseconds since the epoch: what was written before is not of this import. */
  readonly startedAt: number;
}

/** A file of an earlier session, as the journal knows it. */
export interface NotedImport extends AnnouncedImport {
  /** Null where the answer to the upload was lost, or not noted any more. */
  readonly importId: string | null;
}

export interface TakenUpImport extends Omit<NotedImport, 'slots'> {
  readonly records: readonly RecordToWrite[];
}

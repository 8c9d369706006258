import type { ApiVersion } from '../model/api-version.ts';
import type { WriteOperation } from '../writes/write-batch.ts';
import type { CsvRecord } from './read-csv.ts';

export type ImportState = 'STARTED' | 'PROCESSING' | 'DONE' | 'FAILED' | 'CANCELED' | 'DEFERRED' | 'REVERTED';

export type ColumnType = 'HUBSPOT_OBJECT_ID' | 'HUBSPOT_ALTERNATE_ID' | 'STANDARD';

export interface ImportColumn {
  readonly propertyName: string;
  readonly columnType: ColumnType;
}

/** Why a row, or a cell of it, was not written. */
export interface ImportProblem {
  readonly errorType: string;
  readonly message: string;
  readonly column?: number;
  readonly invalidValue?: string;
}

export interface ImportJobError extends ImportProblem {
  readonly id: string;
  readonly atMs: number;
  /** 0 speaks of the whole file. */
  readonly lineNumber: number;
  readonly rowData: readonly string[];
}

/** What a request asks for, once nothing is wrong with it as a whole. */
export interface ImportOrder {
  readonly name: string;
  readonly objectTypeId: string;
  readonly operation: WriteOperation;
  readonly columns: readonly ImportColumn[];
  readonly rows: readonly CsvRecord[];
  readonly appId: string;
  readonly version: ApiVersion;
  readonly path: string;
  /** Found out only once the import is under way. */
  readonly lateProblem?: ImportProblem;
}

/** An import at work. */
export interface ImportJob {
  readonly id: string;
  readonly order: Omit<ImportOrder, 'rows'>;
  readonly rowCount: number;
  /** Let go of when the import is over: a large portal's imports would not fit into memory. */
  rows: readonly CsvRecord[];
  readonly createdAtMs: number;
  readonly visibleInListAtMs: number;
  state: ImportState;
  updatedAtMs: number;
  /** When its first row is due; undefined while it waits for others. */
  beginsAtMs: number | undefined;
  /** It fails after so many rows. */
  readonly failsAfterRows: number | undefined;
  rowsDone: number;
  readonly createdIds: string[];
  readonly writtenIds: Set<string>;
  /** Record ids, alternate ids, or whole rows where a file has neither: what may stand in it once only. */
  readonly seenKeys: Set<string>;
  readonly errors: ImportJobError[];
  updatedCount: number;
  valueCount: number;
}

const openStates: ReadonlySet<ImportState> = new Set(['STARTED', 'PROCESSING', 'DEFERRED']);

export function isOpen({ state }: ImportJob): boolean {
  return openStates.has(state);
}

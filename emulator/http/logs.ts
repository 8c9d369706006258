import type { ApiVersion } from '../model/api-version.ts';

export interface RequestLogEntry {
  readonly atMs: number;
  readonly method: string;
  readonly path: string;
  /** 0 for a request that got no answer. */
  readonly status: number;
}

export type LoggedOutcome =
  'created' | 'updated' | 'archived' | 'rejected' | 'missing' | 'dropped' | 'rolled-back';

/** What one input of a write request did. Values are the stored texts of the properties it named; null means none. */
export interface LoggedRow {
  readonly inputIndex: number;
  readonly outcome: LoggedOutcome;
  readonly recordId?: string;
  readonly inputId?: string;
  readonly traceId?: string;
  readonly before: Readonly<Record<string, string | null>>;
  readonly after: Readonly<Record<string, string | null>>;
  readonly reason?: string;
}

export interface WriteLogEntry {
  readonly atMs: number;
  readonly method: string;
  readonly path: string;
  readonly version: ApiVersion;
  readonly objectType: string;
  readonly operation: 'create' | 'update' | 'upsert' | 'archive';
  readonly inputs: number;
  readonly status: number;
  readonly rows: readonly LoggedRow[];
}

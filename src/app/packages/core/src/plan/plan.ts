import type { ApiVersion } from '../contract/api-version.ts';
import type { Property } from '../contract/describe-object-type.ts';
import type { Operation } from '../contract/operation.ts';
import type { Association } from '../contract/write-records.ts';
import type { RecordIssue } from '../records/draft-record.ts';

/** One record the run will send. */
export interface RecordToWrite {
  readonly slot: number;
  readonly rowNumber: number;
  readonly key: string | null;
  readonly properties: Readonly<Record<string, string>>;
  readonly associations: readonly Association[];
}

/** A row the run leaves out, and why. */
export interface BlockedRecord {
  readonly slot: number;
  readonly rowNumber: number;
  readonly key: string | null;
  readonly issues: readonly RecordIssue[];
}

/** What the admin confirms is what runs. Frozen; a change makes a new plan. */
export interface Plan {
  readonly operation: Operation;
  readonly objectType: string;
  readonly apiVersion: ApiVersion;
  /** Property records are matched by; `hs_object_id` is the record id; null for a create without a key. */
  readonly keyProperty: string | null;
  /** Every property of the object type, by name. */
  readonly properties: ReadonlyMap<string, Property>;
  readonly toWrite: readonly RecordToWrite[];
  readonly blocked: readonly BlockedRecord[];
  /** Rows that share their key with an earlier row: they are written after it, so the last one stays. */
  readonly repeatedKeys: readonly RepeatedKey[];
}

export interface RepeatedKey {
  readonly key: string;
  readonly rowNumbers: readonly number[];
}

import type { CrmRecord } from '../model/crm-record.ts';
import type { ValueWarning } from '../values/value-verdict.ts';
import type { Rejection } from './rejection.ts';

export interface AssociationInput {
  readonly toId: string;
  readonly types: readonly { readonly category: string; readonly typeId: number }[];
}

/** One input of a batch, decoded. */
export interface RowInput {
  readonly traceId?: string;
  /** Update and archive: a record id or the value of `idProperty`. Upsert: the value. Create: none. */
  readonly id?: string;
  readonly idProperty?: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly associations: readonly AssociationInput[];
}

export type RowOutcome =
  | {
      readonly kind: 'written';
      readonly record: CrmRecord;
      readonly before: CrmRecord | undefined;
      readonly isNew: boolean;
      /** Names the write named itself, in contrast to what HubSpot computed. */
      readonly sentNames: readonly string[];
      readonly warnings: readonly ValueWarning[];
      readonly associationRejection?: Rejection;
    }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'missing'; readonly id: string }
  /** Neither in results nor in errors: the record was merged away. */
  | { readonly kind: 'dropped'; readonly id: string };

export interface Row {
  readonly input: RowInput;
  readonly outcome: RowOutcome;
}

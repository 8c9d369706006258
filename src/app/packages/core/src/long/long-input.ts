import type { PlannedAssociation } from '../contract/associate-records.ts';
import type { ByteSource } from '../input/byte-source.ts';
import type { LongForm } from '../input/long-form.ts';
import type { ChunkLimits } from '../input/read-chunks.ts';
import type { PlannedColumn, PlanTarget } from '../plan/plan.ts';
import type { DraftChoices } from '../records/draft-choices.ts';

/** A file too long to be held whole, and how it is read. */
export interface LongInput {
  readonly source: ByteSource;
  readonly form: LongForm;
  readonly limits: ChunkLimits;
}

/** Which of several rows about one record is written. Cells of rows far apart are not merged. */
export const LONG_DUPLICATE_CHOICES = ['last', 'first'] as const;

export type LongDuplicateChoice = (typeof LONG_DUPLICATE_CHOICES)[number];

/** What is to be done with the rows. */
export interface LongOrder {
  readonly target: PlanTarget;
  /** Without `found`: that comes from all rows. */
  readonly drafting: DraftChoices;
  readonly columns: readonly PlannedColumn[];
}

/** What is decided of rows that are checked: it changes nothing of what they say, only what becomes of them. */
export interface ChunkChoices {
  readonly duplicates: LongDuplicateChoice;
  /** False: HubSpot's records are not read before they are written. */
  readonly isCompared: boolean;
  /** Of every row whose record is there. */
  readonly associations: readonly PlannedAssociation[];
  readonly needsAllNamed: boolean;
}

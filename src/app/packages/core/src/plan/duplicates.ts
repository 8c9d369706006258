/** Which of several rows about one record is written: the first, the last, or all their cells as one row, the last. */
export const DUPLICATE_CHOICES = ['merge', 'last', 'first'] as const;

export type DuplicateChoice = (typeof DUPLICATE_CHOICES)[number];

/** Rows that are about one record, in the order of the input. */
export interface DuplicateGroup {
  /** What they share: the record where there is one, else the key. Stable for the same input and portal. */
  readonly id: string;
  readonly key: string;
  readonly slots: readonly number[];
  readonly rowNumbers: readonly number[];
  readonly choice: DuplicateChoice;
  /** The row that is written for all. */
  readonly writtenSlot: number;
}

export interface DuplicateChoices {
  readonly otherwise: DuplicateChoice;
  /** By the id of a group. */
  readonly byGroup: ReadonlyMap<string, DuplicateChoice>;
}

/** Where a row stands in the input, and by what it is known. */
export interface RowIdentity {
  /** Position among the rows that were read, from 0. */
  readonly slot: number;
  /** Row number as the admin sees it. */
  readonly rowNumber: number;
  readonly key: string | null;
}

export function identityOf({ slot, rowNumber, key }: RowIdentity): RowIdentity {
  return { slot, rowNumber, key };
}

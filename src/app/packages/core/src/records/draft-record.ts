/** Found before anything is written; data only, the card makes the sentence. */
export type RecordIssue =
  | { readonly code: 'key-missing'; readonly property: string }
  | { readonly code: 'record-id-not-a-number'; readonly property: string; readonly found: string }
  | {
      readonly code: 'value-too-long';
      readonly property: string;
      readonly length: number;
      readonly maxLength: number;
    }
  | { readonly code: 'nothing-to-write' };

/** One row as a record in the making: typed values, its key, and all its issues at once. */
export interface DraftRecord {
  /** Position among the rows that were read, from 0. Identifies the record inside a run. */
  readonly slot: number;
  /** Row number as the admin sees it. */
  readonly rowNumber: number;
  /** Normalised value of the key property; null where the operation has none or the cell is blank. */
  readonly key: string | null;
  /** Values to send, by property name. Blank cells are not here: they leave HubSpot's value alone. */
  readonly properties: Readonly<Record<string, string>>;
  readonly issues: readonly RecordIssue[];
}

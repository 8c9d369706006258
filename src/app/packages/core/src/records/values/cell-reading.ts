import type { CellFormat, DateOrder, DecimalMark } from './cell-format.ts';

/** Why a cell has no value yet. */
export const CELL_ISSUE_CODES = [
  'not-a-number',
  'not-a-date',
  'not-a-boolean',
  'not-an-email',
  'not-a-domain',
  'unknown-option',
  'ambiguous-option',
  /** The column can be read in several ways, and this cell means something else in each. */
  'format-open',
  /** A date property takes no time of day, and the cell has one. */
  'time-in-date',
  /** A time of day without offset, and no time zone to place it in. */
  'time-zone-missing',
  /** Clocks were put forward over this time, or back over it: it never was, or it was twice. */
  'time-skipped',
  'time-repeated',
  /** Stage and pipeline of one row do not belong together. */
  'stage-of-other-pipeline',
  /** Characters nobody sees, in what has to be equal to be found: a key or an address. */
  'invisible-characters',
  /** Null characters, halves of surrogate pairs, or letters that a wrong encoding has replaced. */
  'damaged-characters',
  'value-too-long',
  /** The cell names no record to associate with, or several, or HubSpot could not be asked about it. */
  'no-such-record',
  'several-records',
  'record-not-read',
  'record-id-not-a-number',
] as const;

export type CellIssueCode = (typeof CELL_ISSUE_CODES)[number];

/** What the cell should have held; sentences are the card's. */
export type ExpectedValue =
  | { readonly kind: 'number'; readonly decimalMarks: readonly DecimalMark[] }
  | { readonly kind: 'date' | 'date-time'; readonly orders: readonly DateOrder[] }
  /** One of the property's options, or several of them. */
  | { readonly kind: 'option' | 'options' }
  /** A record of another type, by `label`, a property of it. */
  | { readonly kind: 'record'; readonly label: string }
  | { readonly kind: 'boolean' | 'email' | 'domain' | 'record-id' }
  /** Characters that can be seen, or at least stored. */
  | { readonly kind: 'visible-text' }
  | { readonly kind: 'text'; readonly maxLength: number };

/** A value that the cell may have meant: HubSpot's text to send, and how to show it. */
export interface Candidate {
  readonly value: string;
  readonly label: string;
  /** The column's format under which the cell has this value; only where the format is open. */
  readonly format?: CellFormat;
}

export interface CellIssue {
  readonly code: CellIssueCode;
  /** The cell as it was typed. */
  readonly raw: string;
  /** The part of the cell that is wrong: one option of several, else all of it without outer blanks. */
  readonly found: string;
  readonly expected: ExpectedValue;
  /** One candidate is a suggestion; several are a question; none: retype it. */
  readonly candidates: readonly Candidate[];
}

/** One cell in its property's terms. A `value` is HubSpot's text and never blank; blank cells change nothing. */
export type CellReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'issue'; readonly issue: CellIssue };

export function readAs(value: string): CellReading {
  return { kind: 'value', value };
}

export function refuse(
  raw: string,
  { code, expected, found, candidates = [] }: Pick<CellIssue, 'code' | 'expected'> & Partial<CellIssue>,
): CellReading {
  return { kind: 'issue', issue: { code, raw, found: found ?? raw.trim(), expected, candidates } };
}

import { cellKind, isValueKind } from './cell-kind.ts';
import type { CellKind } from './cell-kind.ts';
import { hasHeaderWord } from './header-words.ts';

/** `index` counts the given records from 0; `none` means that the first record is already a value row. */
export type HeaderChoice =
  | { readonly kind: 'row'; readonly index: number; readonly confidence: number }
  | { readonly kind: 'none'; readonly confidence: number };

/** Title lines, filters and dates that reports put above their table. */
const MAX_PREAMBLE = 15;
/** More records than these do not change the answer. */
export const HEADER_SAMPLE_RECORDS = 60;

/**
 * Finds the header among records that are not blank. Records above it with far fewer cells are titles. A
 * candidate that holds values (an e-mail address, a date, a number), or whose cells look like those below,
 * is no header.
 */
export function findHeader(records: readonly (readonly string[])[]): HeaderChoice {
  const sample = records.slice(0, HEADER_SAMPLE_RECORDS);
  const index = firstFullRecord(sample);
  const candidate = sample[index] ?? [];
  const below = sample.slice(index + 1);
  const evidence = headerEvidence(candidate, below);
  if (evidence < 0) return { kind: 'none', confidence: Math.min(0.98, 0.5 - evidence / 2) };
  return { kind: 'row', index, confidence: Math.min(0.99, 0.5 + evidence / 2) };
}

/** The first record with more than half as many filled cells as the table usually has. */
function firstFullRecord(records: readonly (readonly string[])[]): number {
  const widths = records.map((record) => record.filter((cell) => cell.trim() !== '').length);
  const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1;
  return Math.max(
    0,
    widths.slice(0, MAX_PREAMBLE + 1).findIndex((width) => width > usual / 2),
  );
}

/** From -1 (surely values) to 1 (surely names). */
function headerEvidence(candidate: readonly string[], below: readonly (readonly string[])[]): number {
  const kinds = candidate.map(cellKind);
  const filled = kinds.filter((kind) => kind !== 'blank').length;
  if (filled === 0) return -1;
  const valueCells = kinds.filter((kind) => isValueKind(kind) && !isAlsoName(kind)).length;
  const contrast = kinds.filter((kind, column) => contrasts(kind, kindsBelow(below, column))).length;
  const words = candidate.filter((cell) => hasHeaderWord(cell)).length;
  if (valueCells > 0) return valuesInHeader(valueCells, contrast + words, filled);
  if (contrast > 0 || words > 0)
    return Math.min(1, 0.5 + (contrast + words) / filled / 2 + (contrast > 0 ? 0.2 : 0));
  return repeatsBelow(candidate, below) ? -0.4 : plainTextEvidence(filled, below.length);
}

/** Years and codes do occur as headers ("2024", "2025"), but only beside real names. */
function valuesInHeader(valueCells: number, nameCells: number, filled: number): number {
  return nameCells > valueCells ? 0.3 * (nameCells / filled) : -Math.min(1, 0.4 + valueCells / filled);
}

/** Nothing but plain texts everywhere: several columns usually come with a header, one column often without. */
function plainTextEvidence(filled: number, rowsBelow: number): number {
  if (rowsBelow === 0) return filled > 1 ? 0.2 : -0.1;
  return filled > 1 ? 0.4 : 0.1;
}

function kindsBelow(below: readonly (readonly string[])[], column: number): readonly CellKind[] {
  return below.map((record) => cellKind(record[column] ?? '')).filter((kind) => kind !== 'blank');
}

/** "No" is a number's name as often as an answer, "x" an axis. */
function isAlsoName(kind: CellKind): boolean {
  return kind === 'boolean';
}

/** A name over values. */
function contrasts(kind: CellKind, below: readonly CellKind[]): boolean {
  if (kind !== 'text' || below.length === 0) return false;
  return below.filter(isValueKind).length / below.length > 0.6;
}

/** A text that occurs again in its own column is a value ("Berlin"), not a name. */
function repeatsBelow(candidate: readonly string[], below: readonly (readonly string[])[]): boolean {
  return candidate.some(
    (cell, column) => cell.trim() !== '' && below.some((record) => record[column] === cell),
  );
}

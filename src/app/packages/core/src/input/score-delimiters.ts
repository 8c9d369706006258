import { DELIMITERS } from './delimiter.ts';
import type { Delimiter } from './delimiter.ts';

/** How well one delimiter explains a sample; `score` from 0 to 1, `fieldCount` is what most lines have. */
export interface DelimiterScore {
  readonly delimiter: Delimiter;
  readonly score: number;
  readonly fieldCount: number;
}

/** These also stand in times, addresses and emoticons: they need a grid without exceptions. */
const UNUSUAL: ReadonlySet<Delimiter> = new Set(['^', '~', ':']);

/** A separator inside prose and names ("Lovelace, Ada") is followed by a blank. */
const BLANK_AFTER_PENALTY = 0.25;
/** The header of a table holds its delimiter; a character that starts in a later row stands inside cells. */
const ABSENT_FROM_HEADER_PENALTY = 0.3;
/** A title line above a wide table lacks the delimiter too. */
const TITLE_LINE_PENALTY = 0.05;
/** Between digits only, beside another delimiter, a comma is a decimal sign. */
const DECIMAL_PENALTY = 0.2;
const TITLE_LINE_TOLERANCE = 3;

/**
 * Scores every delimiter that occurs in the lines (quoted cells masked), best first. How constant the
 * number of fields is counts before how many fields there are.
 */
export function scoreDelimiters(lines: readonly string[]): readonly DelimiterScore[] {
  return DELIMITERS.map((delimiter) => scoreOf(lines, delimiter))
    .filter((candidate) => candidate.fieldCount > 1 && candidate.score > 0)
    .sort((a, b) => b.score - a.score || b.fieldCount - a.fieldCount);
}

function scoreOf(lines: readonly string[], delimiter: Delimiter): DelimiterScore {
  const counts = lines.map((line) => line.split(delimiter).length);
  const fieldCount = usualFieldCount(counts);
  const consistency = consistencyOf(counts, fieldCount);
  const score = Math.max(0, consistency - penaltyOf(lines, delimiter, counts));
  if (UNUSUAL.has(delimiter) && !isGrid(counts, fieldCount, delimiter))
    return { delimiter, score: 0, fieldCount };
  return { delimiter, score, fieldCount };
}

/** The most frequent count above one; a tie goes to the larger. */
function usualFieldCount(counts: readonly number[]): number {
  const frequencies = new Map<number, number>();
  for (const count of counts) if (count > 1) frequencies.set(count, (frequencies.get(count) ?? 0) + 1);
  let usual = 1;
  let best = 0;
  for (const [count, frequency] of frequencies) {
    if (frequency > best || (frequency === best && count > usual)) [usual, best] = [count, frequency];
  }
  return usual;
}

/** Ragged rows are common, so a near miss still counts half; title lines above the table count nothing. */
function consistencyOf(counts: readonly number[], fieldCount: number): number {
  const first = counts.findIndex((count) => count > 1);
  const table = first > 0 && first <= TITLE_LINE_TOLERANCE ? counts.slice(first) : counts;
  const points = table.map((count) => {
    if (count === fieldCount) return 1;
    return count > 1 && fieldCount > 2 ? 0.5 : 0;
  });
  return points.reduce<number>((sum, point) => sum + point, 0) / Math.max(1, table.length);
}

function penaltyOf(lines: readonly string[], delimiter: Delimiter, counts: readonly number[]): number {
  return (
    headerPenalty(lines, counts) +
    (isFollowedByBlanks(lines, delimiter) ? BLANK_AFTER_PENALTY : 0) +
    (isDecimalSign(lines, delimiter) ? DECIMAL_PENALTY : 0)
  );
}

function headerPenalty(lines: readonly string[], counts: readonly number[]): number {
  const [header] = lines;
  if (header === undefined || counts[0] !== 1 || lines.length === 1) return 0;
  const mayBeTitle = usualFieldCount(counts) > 2 && !DELIMITERS.some((other) => header.includes(other));
  return mayBeTitle ? TITLE_LINE_PENALTY : ABSENT_FROM_HEADER_PENALTY;
}

function isFollowedByBlanks(lines: readonly string[], delimiter: Delimiter): boolean {
  if (delimiter === '\t') return false;
  let all = 0;
  let blank = 0;
  for (const line of lines) {
    all += line.split(delimiter).length - 1;
    blank += line.split(`${delimiter} `).length - 1;
  }
  return all > 0 && blank / all > 0.9;
}

function isDecimalSign(lines: readonly string[], delimiter: Delimiter): boolean {
  if (delimiter !== ',' || !lines.some((line) => line.includes(';'))) return false;
  return lines.every((line) => !/(?:^|\D),|,(?:\D|$)/.test(line));
}

function isGrid(counts: readonly number[], fieldCount: number, delimiter: Delimiter): boolean {
  const least = delimiter === ':' ? 3 : 2;
  return counts.length > 1 && fieldCount >= least && counts.every((count) => count === fieldCount);
}

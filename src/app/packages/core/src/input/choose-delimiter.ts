import { DELIMITERS } from './delimiter.ts';
import type { Delimiter } from './delimiter.ts';
import { maskQuotedCells } from './mask-quoted-cells.ts';
import { scoreDelimiters } from './score-delimiters.ts';
import type { DelimiterScore } from './score-delimiters.ts';

/** `none` is one column. */
export type DelimiterOrNone = Delimiter | 'none';

/** `confidence` from 0 to 1; `runnerUp` only where the second reading is close enough to ask. */
export interface DelimiterChoice {
  readonly delimiter: DelimiterOrNone;
  readonly confidence: number;
  readonly runnerUp: DelimiterOrNone | null;
}

const SAMPLE_LENGTH = 65_536;
const SAMPLE_LINES = 200;
/** Below this a delimiter explains the lines worse than "one column of sentences". */
const LEAST_SCORE = 0.5;
/** A runner-up further behind is not worth a question. */
const CLOSE = 0.35;
/** Longer is no `sep=` line. */
export const LONGEST_SEPARATOR_LINE = 16;
const SEPARATOR_LINE = /^sep=([\t,;|^~:])\s*$/i;
const DECIMAL_COMMA = /^[-+]?[\d.]*\d,\d+\s*%?$/;

/**
 * Chooses the delimiter of a text from its first lines. Excel's `sep=` line decides; a tab outside quotes
 * decides (only a copied table or a TSV file has one); else the most constant grid wins.
 */
export function chooseDelimiter(text: string): DelimiterChoice {
  const declared = declaredDelimiter(text);
  if (declared !== undefined) return { delimiter: declared, confidence: 1, runnerUp: null };
  const lines = sampleLines(text);
  const scores = scoreDelimiters(lines);
  const tab = scores.find((score) => score.delimiter === '\t');
  if (tab !== undefined) return choiceForTab(tab, scores);
  return choiceAmong(scores, lines);
}

/** The delimiter in Excel's first line `sep=;`, if the text has one. */
export function declaredDelimiter(text: string): Delimiter | undefined {
  const [firstLine] = text.slice(0, LONGEST_SEPARATOR_LINE).split(/[\r\n]/, 1);
  const found = SEPARATOR_LINE.exec(firstLine ?? '')?.[1];
  return DELIMITERS.find((delimiter) => delimiter === found);
}

function sampleLines(text: string): readonly string[] {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const lines = maskQuotedCells(sample).split(/\r\n|\n|\r/);
  const isCut = text.length > SAMPLE_LENGTH && lines.length > 1;
  return (isCut ? lines.slice(0, -1) : lines)
    .filter((line) => line.trim() !== '' || line.includes('\t'))
    .slice(0, SAMPLE_LINES);
}

function choiceForTab(tab: DelimiterScore, scores: readonly DelimiterScore[]): DelimiterChoice {
  const rival = scores.find((score) => score.delimiter !== '\t');
  const isClearRival = rival !== undefined && rival.score > tab.score && rival.fieldCount > tab.fieldCount;
  if (isClearRival) return { delimiter: '\t', confidence: 0.5, runnerUp: rival.delimiter };
  return { delimiter: '\t', confidence: 0.7 + 0.3 * tab.score, runnerUp: null };
}

function choiceAmong(scores: readonly DelimiterScore[], lines: readonly string[]): DelimiterChoice {
  const [best, second] = scores;
  if (best === undefined) return { delimiter: 'none', confidence: 1, runnerUp: null };
  if (best.score < LEAST_SCORE || isDecimalColumn(best, lines)) {
    return { delimiter: 'none', confidence: Math.min(0.9, 1 - best.score / 2), runnerUp: best.delimiter };
  }
  const rival = second ?? { delimiter: 'none' as const, score: oneColumnScore(best, lines) };
  const margin = Math.min(1, Math.max(0, best.score - rival.score));
  const isClose = margin < CLOSE;
  const confidence = isClose ? 0.5 + margin / 2 : 0.7 + 0.3 * best.score;
  return {
    delimiter: best.delimiter,
    confidence: Math.min(1, confidence),
    runnerUp: isClose ? rival.delimiter : null,
  };
}

/** How well "one column" explains lines that have the same number of fields: badly, unless they are few or prose. */
function oneColumnScore(best: DelimiterScore, lines: readonly string[]): number {
  if (best.fieldCount > 2) return best.score < 0.7 ? 0.5 : 0.2;
  if (best.score < 0.9) return 0.6;
  return lines.length > 1 ? 0.3 : 0.7;
}

/** A header without a comma over nothing but numbers like 1,50: decimals in one column, not two columns. */
function isDecimalColumn(best: DelimiterScore, lines: readonly string[]): boolean {
  if (best.delimiter !== ',' || best.fieldCount !== 2) return false;
  const [header, ...values] = lines;
  const isHeaderOrDecimal = header !== undefined && (!header.includes(',') || DECIMAL_COMMA.test(header));
  return (
    isHeaderOrDecimal &&
    values.length > 0 &&
    values.every((line) => DECIMAL_COMMA.test(line.trim()) || !line.includes(','))
  );
}

import { declaredDelimiter } from './choose-delimiter.ts';
import type { InputIssue, TextPlace } from './input-issue.ts';
import { isBlank } from './input-record.ts';
import type { InputRecord } from './input-record.ts';
import { readRecords } from './read-records.ts';
import type { TablePart } from './read-records.ts';
import type { ReadingChoices } from './reading.ts';
import { splitCells } from './split-cells.ts';
import type { SplitText, StrayQuote } from './split-cells.ts';

/** Reads delimited text (one column when `delimiter` is empty); no BOM at its start. */
export function readDelimited(text: string, delimiter: string, choices: ReadingChoices): TablePart {
  const split = splitCells(text, delimiter);
  const part = readRecords(numberedRecords(text, split), choices);
  if (part.kind === 'unreadable') return part;
  return { ...part, issues: [...part.issues, ...quoteIssues(split)] };
}

/** Blank records keep their number but are no records. Excel's `sep=` line is an instruction, not a record. */
function numberedRecords(text: string, split: SplitText): readonly InputRecord[] {
  const instructionCount = declaredDelimiter(text) === undefined ? 0 : 1;
  const records: InputRecord[] = [];
  split.records.forEach(({ line, cells }, index) => {
    if (index >= instructionCount && !isBlank(cells)) records.push({ number: index + 1, line, cells });
  });
  return records;
}

function quoteIssues({ unclosedQuote, strayQuotes, strayQuoteCount }: SplitText): readonly InputIssue[] {
  const issues: InputIssue[] = [];
  if (unclosedQuote !== undefined)
    issues.push({ code: 'unclosed-quote', count: 1, places: [placeOf(unclosedQuote)] });
  if (strayQuoteCount > 0) {
    issues.push({ code: 'literal-quotes', count: strayQuoteCount, places: strayQuotes.map(placeOf) });
  }
  return issues;
}

function placeOf({ recordNumber, line, found }: StrayQuote): TextPlace {
  return { rowNumber: recordNumber, line, found };
}

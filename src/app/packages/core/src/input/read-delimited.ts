import type { Sliced } from '../slices/sliced.ts';
import { declaredDelimiter } from './choose-delimiter.ts';
import type { InputIssue, TextPlace } from './input-issue.ts';
import { eachRecord } from './each-record.ts';
import { isBlank } from './input-record.ts';
import type { InputRecord } from './input-record.ts';
import { readRecords } from './read-records.ts';
import type { TablePart } from './read-records.ts';
import type { ReadingChoices } from './reading.ts';
import { splitCellsSliced } from './split-cells.ts';
import type { SplitText, StrayQuote } from './split-cells.ts';

/** Reads delimited text (one column when `delimiter` is empty); no BOM at its start. */
export function* readDelimited(text: string, delimiter: string, choices: ReadingChoices): Sliced<TablePart> {
  const split = yield* splitCellsSliced(text, delimiter);
  if (split.problem !== undefined) return { kind: 'unreadable', issue: split.problem };
  const records = yield* recordsOf(text, split);
  if (records.length === 0)
    return { kind: 'unreadable', issue: { code: 'blank-rows', count: split.records.length } };
  const part = yield* readRecords(records, choices);
  if (part.kind === 'unreadable') return part;
  return { ...part, issues: [...part.issues, ...quoteIssues(split)] };
}

/** Blank records keep their number but are no records. Excel's `sep=` line is an instruction, not a record. */
function* recordsOf(text: string, split: SplitText): Sliced<readonly InputRecord[]> {
  const instructionCount = declaredDelimiter(text) === undefined ? 0 : 1;
  const records: InputRecord[] = [];
  yield* eachRecord(split.records, (record) => {
    if (record.number > instructionCount && !isBlank(record.cells)) records.push(record);
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

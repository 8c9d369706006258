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
import type { SplitText } from './split-cells.ts';
import type { StrayQuote, StrayQuotes } from './stray-quotes.ts';

/** Reads delimited text (one column when `delimiter` is empty); no BOM at its start. */
export function* readDelimited(text: string, delimiter: string, choices: ReadingChoices): Sliced<TablePart> {
  const split = yield* splitCellsSliced(text, delimiter);
  if (split.problem !== undefined) return { kind: 'unreadable', issue: split.problem };
  const records = yield* recordsOf(text, split);
  if (records.length === 0)
    return { kind: 'unreadable', issue: { code: 'blank-rows', count: split.records.length } };
  const part = yield* readRecords(records, choices);
  if (part.kind === 'unreadable') return part;
  return { ...part, issues: [...part.issues, ...quoteIssues(split.quotes)] };
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

/** Issues of quotes that enclose no cell. */
export function quoteIssues({ unclosed, stray }: StrayQuotes): readonly InputIssue[] {
  const issues: readonly InputIssue[] = [
    { code: 'unclosed-quote', count: unclosed.count, places: unclosed.places.map(placeOf) },
    { code: 'literal-quotes', count: stray.count, places: stray.places.map(placeOf) },
  ];
  return issues.filter(({ count }) => count > 0);
}

function placeOf({ recordNumber, line, found }: StrayQuote): TextPlace {
  return { rowNumber: recordNumber, line, found };
}

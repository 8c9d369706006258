import { finish } from '../../slices/sliced.ts';
import type { Sliced } from '../../slices/sliced.ts';
import type { UnreadableInput } from '../input-issue.ts';
import type { Reading, ReadingChoices } from '../reading.ts';
import { makeSheetReader } from './sheet-reader.ts';
import type { SheetChoices } from './sheet-reader.ts';
import type { Workbook } from './workbook.ts';

/**
 * Reads one sheet, by its index in `workbook.sheets`, as a table: rows bear the sheet's numbers, cells the texts
 * of `writeCell`, a merged range has its text in its first cell only. Never throws.
 */
export function readSheet(workbook: Workbook, sheetIndex: number, choices: SheetChoices = {}): Reading {
  return finish(makeSheetReader(workbook, { inflatedBytes: 0 })(sheetIndex, choices));
}

/**
 * Reads the chosen sheet, else the first visible one that has rows below a header; where none has, the first
 * visible one, with the reason.
 */
export function readWorkbook(workbook: Workbook, choices: ReadingChoices = {}): Reading {
  return finish(readWorkbookSliced(workbook, choices));
}

/** The same in slices. */
export function* readWorkbookSliced(workbook: Workbook, choices: ReadingChoices = {}): Sliced<Reading> {
  const read = makeSheetReader(workbook, { inflatedBytes: 0 });
  if (choices.sheetIndex !== undefined) return yield* read(choices.sheetIndex, choices);
  const all = workbook.sheets.map((_, index) => index);
  const visible = all.filter((index) => workbook.sheets[index]?.visibility === 'visible');
  let first: Reading | undefined;
  for (const index of visible.length > 0 ? visible : all) {
    const reading = yield* read(index, choices);
    if (reading.kind === 'table' || !hasNoRows(reading.issue)) return reading;
    first ??= reading;
  }
  return first ?? { kind: 'unreadable', issue: { code: 'empty' }, form: null };
}

function hasNoRows({ code }: UnreadableInput): boolean {
  return code === 'empty' || code === 'header-only' || code === 'no-such-header-row';
}

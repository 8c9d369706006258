import type { Sliced } from '../slices/sliced.ts';
import { CellScanner } from './cell-scanner.ts';
import type { LongTextForm } from './long-form.ts';

/** The start of a text, as much of it as is complete records; blank when not even one is. */
export function* completeRecords(text: string, form: LongTextForm): Sliced<string> {
  switch (form.format) {
    case 'delimited':
      return yield* completeRows(text, form.delimiter);
    case 'one-column':
      return yield* completeRows(text, '');
    case 'json-lines':
      return text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
  }
}

function* completeRows(text: string, delimiter: string): Sliced<string> {
  const scanner = new CellScanner(delimiter);
  scanner.feed(text, false);
  for (let done = 0; scanner.hasMore;) {
    if (scanner.next() !== undefined) done += 1;
    else if (scanner.problem() !== undefined) return text;
    else yield { stage: 'splitting', done, total: Math.round(done / scanner.share()) };
  }
  return text.slice(0, scanner.completeLength());
}

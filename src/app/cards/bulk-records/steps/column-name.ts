import type { Column } from '@bulk-records/core';
import { WORDS } from '../copy/flow-words.ts';

/** What a column is called on the screen; one without a header goes by its place. */
export function headerOf(column: Column): string {
  return column.header.trim() === '' ? WORDS.noHeaderName(column.index) : column.header;
}

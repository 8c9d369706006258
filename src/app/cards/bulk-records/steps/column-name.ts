import type { Column } from '@bulk-records/core';
import { say } from '../copy/say.ts';

/** What a column is called on the screen; one without a header goes by its place. */
export function headerOf(column: Column): string {
  return column.header.trim() === '' ? say('flow.noHeaderName', { place: column.index + 1 }) : column.header;
}

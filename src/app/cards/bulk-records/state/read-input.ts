import { readBackFailures, readText, recogniseFailures, type ReadingChoices } from '@bulk-records/core';
import type { Input, SourceFile } from './flow-state.ts';

/** Reads a text as far as the choices and the text itself say; our own file of failures becomes what it was. */
export function readInput(text: string, file: SourceFile | null, choices: ReadingChoices): Input {
  const reading = readText(text, { ...recogniseFailures(text), ...choices });
  if (reading.kind === 'unreadable') return { text, file, choices, reading };
  return { text, file, choices, reading: { ...reading, table: readBackFailures(reading.table) } };
}

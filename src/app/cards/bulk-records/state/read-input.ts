import {
  readBackFailures,
  readText,
  readWorkbook,
  recogniseFailures,
  type Reading,
  type ReadingChoices,
} from '@bulk-records/core';
import type { Input, SourceFile } from './flow-state.ts';

/** Reads a text or workbook as far as the choices and itself say; our own file of failures becomes what it was. */
export function readInput(text: string, file: SourceFile | null, choices: ReadingChoices): Input {
  const reading = readSource(text, file, choices);
  if (reading.kind === 'unreadable') return { text, file, choices, reading };
  return { text, file, choices, reading: { ...reading, table: readBackFailures(reading.table) } };
}

function readSource(text: string, file: SourceFile | null, choices: ReadingChoices): Reading {
  if (file?.kind === 'workbook') return readWorkbook(file.workbook, choices);
  return readText(text, { ...recogniseFailures(text), ...choices });
}

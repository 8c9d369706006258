import { readText, type ReadingChoices } from '@bulk-records/core';
import type { Input } from './flow-state.ts';

/** Reads a text as far as the choices and the text itself say. Never throws. */
export function readInput(text: string, fileName: string | null, choices: ReadingChoices): Input {
  return { text, fileName, choices, reading: readText(text, choices) };
}

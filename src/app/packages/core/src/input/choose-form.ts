import { chooseDelimiter } from './choose-delimiter.ts';
import type { DelimiterOrNone } from './choose-delimiter.ts';
import { startsAsJsonLines } from './read-json-lines.ts';
import type { TextForm } from './reading.ts';

/** `confidence` from 0 to 1; `runnerUp` is a form close enough to ask about. */
export interface FormChoice {
  readonly form: TextForm;
  readonly confidence: number;
  readonly runnerUp: TextForm | null;
}

/** How JSON starts; a delimited text may start with a bracket too, but hardly like this. */
const JSON_START = /^\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:["{[\]]|-?\d|true\b|false\b|null\b|$))/;

/** Chooses how to read a text that is not blank: JSON by its start, JSON Lines by its first line, else delimited. */
export function chooseForm(text: string): FormChoice {
  if (JSON_START.test(text.slice(0, 1000))) {
    const format = startsAsJsonLines(text) ? 'json-lines' : 'json';
    return { form: { format }, confidence: 1, runnerUp: null };
  }
  const { delimiter, confidence, runnerUp } = chooseDelimiter(text);
  return {
    form: delimitedForm(delimiter),
    confidence,
    runnerUp: runnerUp === null ? null : delimitedForm(runnerUp),
  };
}

function delimitedForm(delimiter: DelimiterOrNone): TextForm {
  return delimiter === 'none' ? { format: 'one-column' } : { format: 'delimited', delimiter };
}

import { finish } from '../slices/sliced.ts';
import type { Sliced } from '../slices/sliced.ts';
import { chooseForm } from './choose-form.ts';
import type { FormChoice } from './choose-form.ts';
import { detectUnreadable } from './detect-unreadable.ts';
import { readDelimited } from './read-delimited.ts';
import type { TablePart } from './read-records.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readJson } from './read-json.ts';
import type { Reading, ReadingChoices, TextForm, UnreadableReading } from './reading.ts';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Reads pasted or decoded text as a table: JSON, JSON Lines or delimited text, whose dialect and header row
 * are found unless `choices` name them. Never throws; in time linear to the text. Cells are raw text.
 */
export function readText(text: string, choices: ReadingChoices = {}): Reading {
  return finish(readTextSliced(text, choices));
}

/** The same in slices. */
export function* readTextSliced(text: string, choices: ReadingChoices = {}): Sliced<Reading> {
  const start = readStart(text, choices);
  if (start.kind === 'unreadable') return start;
  return yield* readInForm(start.content, start.choice, choices);
}

/** What the start of a text tells: how to read its `content`, or that it cannot be read. */
export type TextStart =
  { readonly kind: 'form'; readonly content: string; readonly choice: FormChoice } | UnreadableReading;

export function readStart(text: string, choices: ReadingChoices): TextStart {
  const content = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  if (content.trim() === '') return { kind: 'unreadable', issue: { code: 'empty' }, form: null };
  const problem = detectUnreadable(content);
  if (problem !== undefined) return { kind: 'unreadable', issue: problem, form: null };
  return { kind: 'form', content, choice: chosenForm(content, choices) };
}

export function* readInForm(content: string, choice: FormChoice, choices: ReadingChoices): Sliced<Reading> {
  const part = yield* readAs(content, choice.form, choices);
  switch (part.kind) {
    case 'table':
      return { ...part, ...choice };
    case 'unreadable':
      return { ...part, form: choice.form };
  }
}

function chosenForm(text: string, { form }: ReadingChoices): FormChoice {
  return form === undefined ? chooseForm(text) : { form, confidence: 1, runnerUp: null };
}

function readAs(text: string, form: TextForm, choices: ReadingChoices): Sliced<TablePart> {
  switch (form.format) {
    case 'delimited':
      return readDelimited(text, form.delimiter, choices);
    case 'one-column':
      return readDelimited(text, '', choices);
    case 'json':
      return readJson(text, choices);
    case 'json-lines':
      return readJsonLines(text, choices);
  }
}

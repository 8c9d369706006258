import type { RunSummary } from '@bulk-records/core';
import type { LAUNCHER_WORDS } from './launcher-words.ts';

type LauncherWords = (typeof LAUNCHER_WORDS)['en'];

/** Figures and dates are written as the admin writes them: nothing has been said yet that would tell. */
export interface LauncherTongue {
  readonly words: LauncherWords;
  readonly locale: string;
}

export function nameLatestState({ state, undoes }: RunSummary, { words }: LauncherTongue): string {
  return undoes === null ? words[state] : `${words.undone} · ${words[state]}`;
}

/** "1,131 of 1,143 rows done"; of a run that nobody has ended only how many rows it has. */
export function countLatest(
  { state, counts, rowCount }: RunSummary,
  { words, locale }: LauncherTongue,
): string {
  const figures = new Intl.NumberFormat(locale);
  const done = DONE.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  const text = state === 'running' ? words.rows : words.done;
  return text.replace('{done}', figures.format(done)).replace('{rows}', figures.format(rowCount));
}

const DONE = ['created', 'updated', 'unchanged', 'archived'] as const;

/** "27 Nov 2026, 14:02 · Ada" */
export function placeLatest({ startedAt, startedBy }: RunSummary, { locale }: LauncherTongue): string {
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const when = moment.format(startedAt);
  return startedBy === '' ? when : `${when} · ${startedBy}`;
}

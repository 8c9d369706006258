import { say, spoken } from './say.ts';

/** Counts in the admin's locale. */
export function formatCount(count: number): string {
  return spoken().number.format(count);
}

/** `1, 2, 3 and 14 more`. */
export function listSome(items: readonly (string | number)[], total: number = items.length): string {
  const shown = items.slice(0, 5);
  const left = total - shown.length;
  const list = listAll(shown.map(String));
  return left > 0 ? say('list.more', { list, left }) : list;
}

/** `a, b, c`, with the language's own comma. */
export function listAll(items: readonly string[]): string {
  return items.join(say('list.comma'));
}

/** Sentences one after the other, with the blank the language puts between them. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(say('list.sentences'));
}

/** `340 B`, `12 KB`, `9.5 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${formatCount(Math.round(bytes / 1000))} KB`;
  const megabytes = new Intl.NumberFormat(spoken().locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return `${megabytes.format(bytes / 1_000_000)} MB`;
}

/** `less than a second`, `45 s`, `3 min 20 s`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1000) return say('duration.instant');
  const seconds = Math.round(durationMs / 1000);
  return seconds < 60
    ? say('duration.seconds', { seconds })
    : say('duration.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

/** `12 Mar 2026, 10:21`, in the time zone of this machine. */
export function formatMoment(momentMs: number): string {
  return formatDate(momentMs, { dateStyle: 'medium', timeStyle: 'short' });
}

export function formatDate(momentMs: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(spoken().locale, options).format(momentMs);
}

/** `Mobile or Phone`, as the language lists choices. */
export function listEither(items: readonly string[]): string {
  return new Intl.ListFormat(spoken().locale, { type: 'disjunction' }).format(items);
}

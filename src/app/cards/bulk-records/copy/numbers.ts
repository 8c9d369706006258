/** Counts in the admin's locale. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat('en').format(count);
}

/** `1 row`, `1,204 rows`. */
export function countOf(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** `1, 2, 3 and 14 more`. */
export function listSome(items: readonly (string | number)[], total: number = items.length): string {
  const shown = items.slice(0, 5);
  const left = total - shown.length;
  const text = shown.map(String).join(', ');
  return left > 0 ? `${text} and ${formatCount(left)} more` : text;
}

/** `340 B`, `12 KB`, `9.5 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${formatCount(Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `less than a second`, `45 s`, `3 min 20 s`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1000) return 'less than a second';
  const seconds = Math.round(durationMs / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** `12 Mar 2026, 10:21`, in the time zone of this machine. */
export function formatMoment(momentMs: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(momentMs);
}

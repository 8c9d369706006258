import type { InputIssue } from './input-issue.ts';
import { MAX_NAMED } from './limits.ts';

/** Names blank headers, and headers that several columns share (compared without case and outer blanks). */
export function describeHeaders(headers: readonly string[]): readonly InputIssue[] {
  const indexesByHeader = new Map<string, number[]>();
  headers.forEach((header, index) => {
    const key = header.trim().toLowerCase();
    const indexes = indexesByHeader.get(key);
    if (indexes === undefined) indexesByHeader.set(key, [index]);
    else indexes.push(index);
  });
  const blank = indexesByHeader.get('') ?? [];
  indexesByHeader.delete('');
  const repeated = [...indexesByHeader.values()].filter((indexes) => indexes.length > 1);
  return [...describeBlank(blank), ...describeRepeated(headers, repeated)];
}

function describeBlank(indexes: readonly number[]): readonly InputIssue[] {
  if (indexes.length === 0) return [];
  return [{ code: 'blank-headers', count: indexes.length, columnIndexes: indexes.slice(0, MAX_NAMED) }];
}

function describeRepeated(
  headers: readonly string[],
  repeated: readonly (readonly number[])[],
): readonly InputIssue[] {
  if (repeated.length === 0) return [];
  const named = repeated.slice(0, MAX_NAMED).map((indexes) => ({
    header: headers[indexes[0] ?? 0] ?? '',
    columnIndexes: indexes.slice(0, MAX_NAMED),
  }));
  return [{ code: 'repeated-headers', count: repeated.length, headers: named }];
}

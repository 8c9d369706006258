import type { InputIssue } from './input-issue.ts';
import { MAX_NAMED, MAX_PLACES } from './limits.ts';

/**
 * Adds issues of later rows to known ones of the same input: one entry per kind (and column), counts added, the
 * first places kept. Columns with unusual characters are counted exactly as long as all are named.
 */
export function addIssues(
  known: readonly InputIssue[],
  more: readonly InputIssue[],
): readonly InputIssue[] {
  const sums = new Map(known.map((issue) => [kindOf(issue), issue]));
  for (const issue of more) {
    const kind = kindOf(issue);
    const sum = sums.get(kind);
    if (sum !== undefined) sums.set(kind, sumOf(sum, issue));
    else sums.set(kind, issue);
  }
  return withColumnCounts([...sums.values()]);
}

/** Issues of the same kind are one entry. */
function kindOf(issue: InputIssue): string {
  return issue.code === 'unusual-characters'
    ? `${issue.code} ${issue.character} ${issue.columnIndex}`
    : issue.code;
}

function sumOf(known: InputIssue, more: InputIssue): InputIssue {
  switch (known.code) {
    case 'long-rows':
    case 'short-rows':
      return more.code === 'long-rows' || more.code === 'short-rows' ? withMore(known, more) : known;
    case 'broken-lines':
      return more.code === known.code ? withMore(known, more) : known;
    case 'unusual-characters': {
      if (more.code !== known.code) return known;
      const columnCount = Math.max(known.columnCount, more.columnCount);
      return { ...withMore(known, more), columnCount };
    }
    case 'merged-cells':
    case 'hidden-rows':
      return more.code === 'merged-cells' || more.code === 'hidden-rows' ? withMore(known, more) : known;
    case 'repeated-keys': {
      if (more.code !== known.code) return known;
      const keys = [...new Set([...known.keys, ...more.keys])].slice(0, MAX_NAMED);
      return { ...known, count: known.count + more.count, keys };
    }
    case 'literal-quotes':
    case 'unclosed-quote':
    case 'rows-above-header':
    case 'not-records':
    case 'cell-errors':
    case 'uncomputed-formulas':
    case 'long-numbers':
      return 'places' in more && hasTexts(more) ? withMore(known, more) : known;
    // There is one header, whoever tells of it.
    case 'no-header':
    case 'blank-headers':
    case 'repeated-headers':
      return known;
  }
}

import type { InputIssue, TextPlace, UnusualCharacter } from './input-issue.ts';
import { MAX_NAMED, MAX_PLACES } from './limits.ts';

type TextualIssue = Extract<InputIssue, { readonly places: readonly TextPlace[] }>;

const TEXTUAL_CODES: Readonly<Record<TextualIssue['code'], true>> = {
  'literal-quotes': true,
  'unclosed-quote': true,
  'rows-above-header': true,
  'not-records': true,
  'cell-errors': true,
  'uncomputed-formulas': true,
  'long-numbers': true,
};

/**
 * Adds issues of later rows to the known ones of the same input: one entry per kind (and column), counts added, the
 * first places kept. In how many columns there are unusual characters is exact as long as all of them are named.
 */
export function addIssues(known: readonly InputIssue[], more: readonly InputIssue[]): readonly InputIssue[] {
  const sums = new Map<string, InputIssue>();
  for (const issue of [...known, ...more]) {
    const kind = kindOf(issue);
    const sum = sums.get(kind);
    sums.set(kind, sum === undefined ? issue : sumOf(sum, issue));
  }
  return withColumnCounts([...sums.values()]);
}

/** Issues of one kind are one entry. */
function kindOf(issue: InputIssue): string {
  if (issue.code !== 'unusual-characters') return issue.code;
  return `${issue.code} ${issue.character} ${issue.columnIndex}`;
}

function sumOf(known: InputIssue, more: InputIssue): InputIssue {
  if (isTextual(known)) return isTextual(more) ? { ...known, ...bothOf(known, more) } : known;
  switch (known.code) {
    case 'long-rows':
    case 'short-rows':
      return more.code === 'long-rows' || more.code === 'short-rows'
        ? { ...known, ...bothOf(known, more) }
        : known;
    case 'merged-cells':
    case 'hidden-rows':
      return more.code === 'merged-cells' || more.code === 'hidden-rows'
        ? { ...known, ...bothOf(known, more) }
        : known;
    case 'broken-lines':
      return more.code === known.code ? { ...known, ...bothOf(known, more) } : known;
    case 'unusual-characters':
      if (more.code !== known.code) return known;
      return { ...known, ...bothOf(known, more), columnCount: Math.max(known.columnCount, more.columnCount) };
    case 'repeated-keys': {
      if (more.code !== known.code) return known;
      const keys = [...new Set([...known.keys, ...more.keys])].slice(0, MAX_NAMED);
      return { ...known, count: known.count + more.count, keys };
    }
    // An input has one header, however often it is told of.
    case 'no-header':
    case 'blank-headers':
    case 'repeated-headers':
      return known;
  }
}

function isTextual(issue: InputIssue): issue is TextualIssue {
  return issue.code in TEXTUAL_CODES;
}

interface Places<P> {
  readonly count: number;
  readonly places: readonly P[];
}

function bothOf<P>(known: Places<P>, more: Places<P>): Places<P> {
  return {
    count: known.count + more.count,
    places: [...known.places, ...more.places].slice(0, MAX_PLACES),
  };
}

function withColumnCounts(issues: readonly InputIssue[]): readonly InputIssue[] {
  const named = new Map<UnusualCharacter, number>();
  const kept = issues.filter((issue) => {
    if (issue.code !== 'unusual-characters') return true;
    const count = (named.get(issue.character) ?? 0) + 1;
    named.set(issue.character, count);
    return count <= MAX_NAMED;
  });
  return kept.map((issue) => {
    if (issue.code !== 'unusual-characters') return issue;
    return { ...issue, columnCount: Math.max(issue.columnCount, named.get(issue.character) ?? 0) };
  });
}

import type { Sliced } from '../slices/sliced.ts';
import { isJsonObject } from './flatten-json.ts';
import type { BrokenJson, InputIssue } from './input-issue.ts';
import { MAX_JSON_DEPTH, MAX_NAMED, MAX_PLACES } from './limits.ts';
import { parseJson } from './parse-json.ts';
import type { RepeatedKeys } from './parse-json.ts';
import { readValues } from './read-json.ts';
import type { NumberedValue } from './read-json.ts';
import type { TablePart } from './read-records.ts';
import type { ReadingChoices } from './reading.ts';

type ParsedLines =
  | {
      readonly kind: 'lines';
      readonly values: readonly NumberedValue[];
      readonly broken: readonly BrokenJson[];
      readonly repeatedKeys: RepeatedKeys;
    }
  | { readonly kind: 'not-json-lines'; readonly first: BrokenJson }
  | { readonly kind: 'too-deep' };

/** With more broken lines than this, and than good ones, a text is no JSON Lines; reading on only costs time. */
const MAX_BROKEN_LINES = 1000;

/** True when too little of a text is JSON to go on. */
export function isHopeless(brokenCount: number, parsedCount: number): boolean {
  return brokenCount > MAX_BROKEN_LINES && brokenCount > parsedCount;
}

/** Reads one JSON value per line; a line that is no JSON is named in an issue and the others are kept. */
export function* readJsonLines(text: string, choices: ReadingChoices): Sliced<TablePart> {
  const parsed = yield* parseLines(text);
  switch (parsed.kind) {
    case 'too-deep':
      return { kind: 'unreadable', issue: { code: 'json-too-deep', maxDepth: MAX_JSON_DEPTH } };
    case 'not-json-lines':
      return { kind: 'unreadable', issue: { code: 'broken-json', ...parsed.first } };
    case 'lines': {
      const part = yield* readValues(parsed.values, parsed.repeatedKeys, choices);
      return withBrokenLines(part, parsed.broken);
    }
  }
}

/** True when the first line with text is a JSON object or array by itself, and more lines follow. */
export function startsAsJsonLines(text: string): boolean {
  const start = text.trimStart();
  const end = start.search(/[\r\n]/);
  // A whole document on one line ends with a line end, too.
  if (end === -1 || !/\S/.test(start.slice(end))) return false;
  const parsed = parseJson(start.slice(0, end));
  return parsed.kind === 'parsed' && (isJsonObject(parsed.value) || Array.isArray(parsed.value));
}

function* parseLines(text: string): Sliced<ParsedLines> {
  const values: NumberedValue[] = [];
  const broken: BrokenJson[] = [];
  const keys = new Set<string>();
  let keyCount = 0;
  const lines = text.split(/\r\n|\n|\r/);
  for (const [index, source] of lines.entries()) {
    yield { stage: 'splitting', done: index, total: lines.length };
    if (source.trim() === '') continue;
    const line = index + 1;
    const parsed = parseJson(source);
    switch (parsed.kind) {
      case 'too-deep':
        return parsed;
      case 'broken':
        broken.push({ ...parsed.broken, line });
        break;
      case 'parsed':
        values.push({ number: line, line, value: parsed.value });
        keyCount += parsed.repeatedKeys.count;
        parsed.repeatedKeys.keys.forEach((key) => keys.add(key));
    }
    const [first] = broken;
    if (first !== undefined && isHopeless(broken.length, values.length))
      return { kind: 'not-json-lines', first };
  }
  const repeatedKeys = { count: keyCount, keys: [...keys].slice(0, MAX_NAMED) };
  return { kind: 'lines', values, broken, repeatedKeys };
}

function withBrokenLines(part: TablePart, broken: readonly BrokenJson[]): TablePart {
  const [first] = broken;
  if (first === undefined) return part;
  if (part.kind === 'unreadable') return { kind: 'unreadable', issue: { code: 'broken-json', ...first } };
  const places = broken.slice(0, MAX_PLACES);
  const issue: InputIssue = { code: 'broken-lines', count: broken.length, places };
  return { ...part, issues: [...part.issues, issue] };
}

import type { Sliced } from '../slices/sliced.ts';
import { findJsonRecords, unwrapHubSpotRecord } from './find-json-records.ts';
import { flattenObject, isJsonObject, scalarText } from './flatten-json.ts';
import type { InputIssue } from './input-issue.ts';
import { isBlank } from './input-record.ts';
import type { InputRecord } from './input-record.ts';
import { MAX_JSON_DEPTH, MAX_PLACES, MAX_QUOTED_LENGTH } from './limits.ts';
import { KeyGrid } from './key-grid.ts';
import { parseJsonSliced } from './parse-json.ts';
import type { RepeatedKeys } from './parse-json.ts';
import { readRecords } from './read-records.ts';
import type { TablePart } from './read-records.ts';
import type { ReadingChoices } from './reading.ts';

/** A value that stands for one record; `number` is its row as the user sees it. */
export interface NumberedValue {
  readonly number: number;
  readonly line: number;
  readonly value: unknown;
}

/** Reads one JSON document. */
export function* readJson(text: string, choices: ReadingChoices): Sliced<TablePart> {
  const parsed = yield* parseJsonSliced(text);
  switch (parsed.kind) {
    case 'broken':
      return { kind: 'unreadable', issue: { code: 'broken-json', ...parsed.broken } };
    case 'too-deep':
      return tooDeep();
    case 'parsed':
      return yield* readParsed(parsed.value, parsed.repeatedKeys, choices);
  }
}

function* readParsed(
  parsed: unknown,
  repeatedKeys: RepeatedKeys,
  choices: ReadingChoices,
): Sliced<TablePart> {
  const records = findJsonRecords(parsed);
  switch (records.kind) {
    case 'records': {
      const values = records.values.map((value, index) => ({ number: index + 1, line: 1, value }));
      return yield* readValues(values, repeatedKeys, choices);
    }
    case 'empty':
      return { kind: 'unreadable', issue: { code: 'empty' } };
    case 'lone-value': {
      const found = scalarText(parsed).slice(0, MAX_QUOTED_LENGTH);
      return { kind: 'unreadable', issue: { code: 'json-without-records', found } };
    }
  }
}

/** Reads parsed values as records: objects by their keys, arrays by position, scalars as one column. */
export function* readValues(
  values: readonly NumberedValue[],
  repeatedKeys: RepeatedKeys,
  choices: ReadingChoices,
): Sliced<TablePart> {
  const part = values.some(({ value }) => isJsonObject(value))
    ? yield* readObjects(values)
    : yield* readRecords(positionalRecords(values), choices);
  if (part.kind === 'unreadable' || repeatedKeys.count === 0) return part;
  return { ...part, issues: [...part.issues, { code: 'repeated-keys', ...repeatedKeys }] };
}

function positionalRecords(values: readonly NumberedValue[]): readonly InputRecord[] {
  return values
    .map(({ number, line, value }) => ({
      number,
      line,
      cells: Array.isArray(value) ? value.map(scalarText) : [scalarText(value)],
    }))
    .filter(({ cells }) => !isBlank(cells));
}

function* readObjects(values: readonly NumberedValue[]): Sliced<TablePart> {
  const grid = new KeyGrid();
  const others: NumberedValue[] = [];
  for (const [index, place] of values.entries()) {
    yield { stage: 'splitting', done: index, total: values.length };
    if (!isJsonObject(place.value)) {
      others.push(place);
      continue;
    }
    const flat = flattenObject(unwrapHubSpotRecord(place.value));
    if (flat.kind === 'too-deep') return tooDeep();
    grid.add({ number: place.number, line: place.line }, flat.cells);
  }
  const built = yield* grid.toTable();
  if (built.kind === 'unreadable') return built;
  return { ...built, headerRow: null, headerConfidence: 1, issues: [...built.issues, ...notRecords(others)] };
}

function notRecords(others: readonly NumberedValue[]): readonly InputIssue[] {
  if (others.length === 0) return [];
  const places = others.slice(0, MAX_PLACES).map(({ number, line, value }) => ({
    rowNumber: number,
    line,
    found: scalarText(value).slice(0, MAX_QUOTED_LENGTH),
  }));
  return [{ code: 'not-records', count: others.length, places }];
}

function tooDeep(): TablePart {
  return { kind: 'unreadable', issue: { code: 'json-too-deep', maxDepth: MAX_JSON_DEPTH } };
}

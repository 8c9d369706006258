import type { ResultRecord } from '../contract/batch-body.ts';
import type { Property } from '../contract/describe-object-type.ts';
import { canonicalValue } from '../records/same-value.ts';
import type { SentRecord } from './attempt.ts';

type Pair = readonly [SentRecord, ResultRecord];

/**
 * Pairs created records that HubSpot returned without any identity with the rows they were made from, by all
 * the values that were sent. Rows with exactly equal values are interchangeable and take the records by id;
 * where a result would fit different rows, or more results than rows fit, nothing is paired: a guess is not
 * evidence. The order of the results plays no part.
 */
export function matchByValues(
  rows: readonly SentRecord[],
  results: readonly ResultRecord[],
  properties: ReadonlyMap<string, Property>,
): readonly Pair[] {
  const paired: Pair[] = [];
  let groups = groupEqualRows(rows, properties);
  // A record that is named twice is still one record, made from one row.
  const records = new Map(results.map((result) => [result.id, result]));
  let open = [...records.values()].sort((one, other) => compareIds(one.id, other.id));
  for (;;) {
    const pairs = pairUnambiguous(groups, open, properties);
    if (pairs.length === 0) return paired;
    paired.push(...pairs);
    // A group that has been used up may leave another result with one group only.
    const usedRows = new Set(pairs.map(([row]) => row));
    const usedResults = new Set(pairs.map(([, result]) => result));
    groups = groups
      .map((group) => group.filter((row) => !usedRows.has(row)))
      .filter(({ length }) => length > 0);
    open = open.filter((result) => !usedResults.has(result));
  }
}

function pairUnambiguous(
  groups: readonly (readonly SentRecord[])[],
  results: readonly ResultRecord[],
  properties: ReadonlyMap<string, Property>,
): readonly Pair[] {
  const fitting = groups.map((group) => results.filter((result) => holdsValues(result, group, properties)));
  const fits = new Map(
    results.map((result) => [result, fitting.filter((list) => list.includes(result)).length]),
  );
  return groups.flatMap((group, index) => {
    const own = (fitting[index] ?? []).filter((result) => fits.get(result) === 1);
    if (own.length > group.length) return [];
    return group.slice(0, own.length).flatMap((row, place) => {
      const result = own[place];
      return result ? [[row, result] as const] : [];
    });
  });
}

/** Record ids as numbers of any length: the shorter one is the smaller. */
function compareIds(one: string, other: string): number {
  if (one.length !== other.length) return one.length - other.length;
  return one < other ? -1 : 1;
}

function groupEqualRows(
  rows: readonly SentRecord[],
  properties: ReadonlyMap<string, Property>,
): SentRecord[][] {
  const groups = new Map<string, SentRecord[]>();
  for (const row of rows) {
    const signature = signatureOf(row, properties);
    const group = groups.get(signature);
    if (group) group.push(row);
    else groups.set(signature, [row]);
  }
  return [...groups.values()];
}

function signatureOf(row: SentRecord, properties: ReadonlyMap<string, Property>): string {
  const pairs = Object.entries(row.record.properties).map(([name, value]) => {
    const property = properties.get(name);
    return [name, property ? canonicalValue(property, value) : value] as const;
  });
  return JSON.stringify(pairs.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function holdsValues(
  result: ResultRecord,
  group: readonly SentRecord[],
  properties: ReadonlyMap<string, Property>,
): boolean {
  const [row] = group;
  if (!row) return false;
  return Object.entries(row.record.properties).every(([name, value]) => {
    const property = properties.get(name);
    const stored = result.properties[name] ?? '';
    return property ? canonicalValue(property, stored) === canonicalValue(property, value) : stored === value;
  });
}

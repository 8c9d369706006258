import { PLANNED_KINDS } from '../plan/count-plan.ts';
import type { PlannedKind, PlannedRow } from '../plan/plan.ts';
import type { RowIdentity } from '../records/row-identity.ts';
import { readAssociations } from './association-text.ts';
import type { PLAN_COLUMNS } from './plan-file.ts';

/** One line of a plan's file: its cell in a column. */
export type PlanLine = (column: (typeof PLAN_COLUMNS)[number]) => string;

export type ReadRows =
  | { readonly kind: 'rows'; readonly rows: readonly PlannedRow[]; readonly propertyNames: readonly string[] }
  | { readonly kind: 'unreadable'; readonly index: number };

/** Puts the lines of a plan's file together to the rows they were written from. */
export function readPlannedRows(lines: readonly PlanLine[]): ReadRows {
  const rows: PlannedRow[] = [];
  const propertyNames = new Set<string>();
  for (let index = 0; index < lines.length;) {
    const cells = linesOfRow(lines, index);
    const row = readRow(cells, rows.length);
    if (row === null) return { kind: 'unreadable', index };
    rows.push(row);
    for (const cell of cells) if (cell('Property') !== '') propertyNames.add(cell('Property'));
    index += cells.length;
  }
  return { kind: 'rows', rows, propertyNames: [...propertyNames] };
}

function linesOfRow(lines: readonly PlanLine[], start: number): readonly PlanLine[] {
  const rowNumber = lines[start]?.('Row');
  let end = start + 1;
  while (end < lines.length && lines[end]?.('Row') === rowNumber) end += 1;
  return lines.slice(start, end);
}

function readRow(lines: readonly PlanLine[], slot: number): PlannedRow | null {
  const [first] = lines;
  const kind = PLANNED_KINDS.find((each) => each === first?.('Action'));
  const rowNumber = first?.('Row') ?? '';
  if (first === undefined || kind === undefined || !/^\d{1,9}$/.test(rowNumber)) return null;
  const key = first('Key') === '' ? null : first('Key');
  const associations = readAssociations(first('Associate with'));
  if (associations === null) return null;
  const row = rowOf(kind, { identity: { slot, rowNumber: Number(rowNumber), key }, first, lines });
  return row === null || associations.length === 0 ? row : { ...row, associations };
}

interface RowLines {
  readonly identity: RowIdentity;
  readonly first: PlanLine;
  readonly lines: readonly PlanLine[];
}

function rowOf(kind: PlannedKind, { identity, first, lines }: RowLines): PlannedRow | null {
  const cells = lines.filter((line) => line('Property') !== '');
  const recordId = first('Record ID');
  switch (kind) {
    case 'create':
      return { ...identity, kind, properties: valuesOf(cells, sentOf) };
    case 'update': {
      const before = valuesOf(cells, (line) => line('Old value'));
      return recordId === ''
        ? null
        : { ...identity, kind, recordId, properties: valuesOf(cells, sentOf), before, kept: [] };
    }
    case 'archive':
      return recordId === '' ? null : { ...identity, kind, recordId };
    case 'unchanged':
      return recordId === '' ? null : { ...identity, kind, recordId, kept: [] };
    case 'blocked':
      return { ...identity, kind, issues: [{ code: 'left-out-by-plan' }] };
    case 'duplicate':
      return { ...identity, kind, ofRow: Number(first('Same record as row')), choice: 'merge' };
    case 'missing':
    case 'unread':
      return { ...identity, kind };
  }
}

function sentOf(line: PlanLine): string {
  const sent = line('Sent');
  return sent === '' ? line('New value') : sent;
}

function valuesOf(
  lines: readonly PlanLine[],
  valueOf: (line: PlanLine) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(lines.map((line) => [line('Property'), valueOf(line)]));
}

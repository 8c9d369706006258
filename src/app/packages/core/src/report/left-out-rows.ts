import type { Plan, PlannedRow, LeftOutDraft } from '../plan/plan.ts';
import type { ColumnIssue } from '../records/column-issue.ts';
import type { RecordIssue } from '../records/draft-record.ts';

/** What is wrong with equal cells of rows that were left out before the run: one fix stands in for all of them. */
export interface LeftOutGroup {
  readonly id: string;
  readonly issue: RecordIssue;
  /** What the fix is a value of. */
  readonly property: string;
  readonly slots: readonly number[];
  readonly rowNumbers: readonly number[];
}

/** One fault of a row. Equal ids are mended by one fix. */
export interface Fault extends Pick<LeftOutGroup, 'id' | 'issue' | 'property'> {
  readonly cell: 'value' | 'key' | 'name';
}

export type LeftOutRow = Extract<PlannedRow, { kind: 'blocked' | 'missing' | 'unread' }>;

export interface MendableRow {
  readonly row: LeftOutRow;
  readonly draft: LeftOutDraft;
  /** Each of them needs a fix; none where reading again is all it takes. */
  readonly faults: readonly Fault[];
}

/** Rows that the plan leaves out and a fix can bring in. */
export function mendableRows(plan: Plan): readonly MendableRow[] {
  return plan.rows.flatMap((row) => {
    if (!isLeftOut(row) || row.draft === undefined) return [];
    const faults = faultsOf(row, plan);
    return faults === null ? [] : [{ row, draft: row.draft, faults }];
  });
}

/** All their faults by column, cause and text, the largest group first. A key is its row's alone. */
export function groupLeftOut(plan: Plan): readonly LeftOutGroup[] {
  return groupFaults(mendableRows(plan));
}

interface FaultyRow {
  readonly row: Pick<PlannedRow, 'slot' | 'rowNumber'>;
  readonly faults: readonly Pick<Fault, 'id' | 'issue' | 'property'>[];
}

export function groupFaults(rows: readonly FaultyRow[]): readonly LeftOutGroup[] {
  const groups = new Map<string, LeftOutGroup & { slots: number[]; rowNumbers: number[] }>();
  for (const { row, faults } of rows) {
    for (const { id, issue, property } of faults) {
      const group = groups.get(id) ?? { id, issue, property, slots: [], rowNumbers: [] };
      groups.set(id, group);
      if (group.slots.at(-1) === row.slot) continue;
      group.slots.push(row.slot);
      group.rowNumbers.push(row.rowNumber);
    }
  }
  return [...groups.values()].sort((one, other) => other.slots.length - one.slots.length);
}

/** Rows that were left out because HubSpot could not be asked about their records: they need no fix. */
export function unreadSlots(plan: Plan): ReadonlySet<number> {
  return new Set(mendableRows(plan).flatMap(({ row, faults }) => (faults.length === 0 ? [row.slot] : [])));
}

/** Rows left out because of a record that is there, under their key or in the place of theirs: it may be updated. */
export function existingRecords({ operation, rows }: Plan): ReadonlyMap<number, string> {
  if (operation === 'archive') return new Map();
  return new Map(
    rows.flatMap((row) => {
      if (row.kind !== 'blocked' || row.draft === undefined) return [];
      const [issue, ...others] = row.issues;
      if (issue === undefined || others.length > 0) return [];
      if (issue.code === 'record-exists') return [[row.slot, issue.recordId] as const];
      return issue.code === 'record-merged' ? [[row.slot, issue.into] as const] : [];
    }),
  );
}

/** How many rows were left out for a fault of a cell, and what they held is not known any more. */
export function countForgotten({ rows }: Plan): number {
  return rows.filter((row) => row.kind === 'blocked' && row.draft === undefined && row.issues.some(isOfInput))
    .length;
}

function isOfInput({ code }: RecordIssue): boolean {
  return (
    code !== 'not-undone' && code !== 'changed-since' && code !== 'record-exists' && code !== 'record-merged'
  );
}

function isLeftOut(row: PlannedRow): row is LeftOutRow {
  return row.kind === 'blocked' || row.kind === 'missing' || row.kind === 'unread';
}

/** Null where one of its faults is none of a cell: no fix of a cell would mend it. */
function faultsOf(row: LeftOutRow, plan: Plan): readonly Fault[] | null {
  if (row.kind === 'unread') return [];
  const issues: readonly RecordIssue[] = row.kind === 'missing' ? [{ code: 'record-missing' }] : row.issues;
  const faults = issues.flatMap((issue) => faultOf(issue, row, plan) ?? []);
  return faults.length === issues.length ? faults : null;
}

/** A stage is another one in another pipeline: only cells that may mean the same are equal. */
export function idOfCell({ columnIndex, property, code, raw, candidates }: ColumnIssue): string {
  return JSON.stringify([columnIndex, property, code, raw, candidates.map(({ value }) => value)]);
}

function faultOf(issue: RecordIssue, { slot }: LeftOutRow, { keyProperty }: Plan): Fault | null {
  if ('columnIndex' in issue) {
    const { property } = issue;
    const id = idOfCell(issue);
    if (issue.relatedType !== undefined) return { id, issue, property, cell: 'name' };
    return { id, issue, property, cell: property === keyProperty ? 'key' : 'value' };
  }
  const isOfKey = issue.code === 'key-missing' || issue.code === 'record-missing';
  if (!isOfKey || keyProperty === null) return null;
  return { id: JSON.stringify(['key', slot]), issue, property: keyProperty, cell: 'key' };
}

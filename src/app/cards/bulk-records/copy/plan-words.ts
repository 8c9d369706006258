import {
  issuesOf,
  type Breach,
  type ColumnPolicy,
  type DuplicateChoice,
  type KeptCell,
  type Operation,
  type PlanCounts,
  type PlannedKind,
  type PlannedRow,
  type SideEffect,
} from '@bulk-records/core';
import { countOf, formatCount, listSome } from './numbers.ts';
import { describeRecordIssue } from './issue-words.ts';

export const PLANNED_NAMES: Readonly<Record<PlannedKind, string>> = {
  create: 'Create',
  update: 'Update',
  archive: 'Archive',
  unchanged: 'Unchanged',
  blocked: 'Blocked',
  duplicate: 'Duplicate',
  missing: 'Not found',
  unread: 'Not read',
};

/** "820 create · 311 update · 61 unchanged · 12 blocked = 1,204 rows" */
export function describeCounts(counts: PlanCounts, kinds: readonly PlannedKind[], rowCount: number): string {
  const terms = kinds.map((kind) => `${formatCount(counts[kind])} ${PLANNED_NAMES[kind].toLowerCase()}`);
  return `${terms.join(' · ')} = ${countOf(rowCount, 'row', 'rows')}`;
}

/** What the button does: "Write 1,131 records", and what it leaves out. Pressing it is the consent. */
export function nameOfRun(operation: Operation, writeCount: number, leftOutCount: number): string {
  if (writeCount === 0) return 'Nothing to write';
  const leftOut = leftOutCount > 0 ? `, leave out ${countOf(leftOutCount, 'row', 'rows')}` : '';
  return `${RUN_VERBS[operation]} ${countOf(writeCount, 'record', 'records')}${leftOut}`;
}

const RUN_VERBS: Readonly<Record<Operation, string>> = {
  upsert: 'Write',
  create: 'Create',
  update: 'Update',
  archive: 'Archive',
};

type LabelOf = (property: string) => string;

/** One line about a row of the plan. */
export function summariseRow(row: PlannedRow, labelOf: LabelOf): string {
  switch (row.kind) {
    case 'create':
      return summariseCells('set', Object.keys(row.properties), labelOf);
    case 'update':
      return `${summariseCells('changed', Object.keys(row.properties), labelOf)}${summariseKept(row.kept)}`;
    case 'archive':
      return `Record ${row.recordId}`;
    case 'unchanged':
      return row.kept.length === 0
        ? 'HubSpot already holds this'
        : `Nothing is written${summariseKept(row.kept)}`;
    case 'blocked':
    case 'duplicate':
    case 'missing':
    case 'unread':
      return issuesOf(row)
        .map((issue) => describeRecordIssue(issue, { labelOf }))
        .join(' ');
  }
}

function summariseCells(verb: string, names: readonly string[], labelOf: LabelOf): string {
  return `${countOf(names.length, 'cell', 'cells')} ${verb}: ${listSome(names.slice(0, 3).map(labelOf), names.length)}`;
}

function summariseKept(kept: readonly KeptCell[]): string {
  return kept.length === 0 ? '' : `; ${formatCount(kept.length)} left alone`;
}

export const KEPT_REASONS: Readonly<Record<KeptCell['reason'], string>> = {
  'fill-blanks': 'left alone: this column only fills blanks',
  never: 'left alone: this column never changes existing records',
  'moves-backwards': 'left alone: HubSpot ignores a move to an earlier stage',
  'changed-since': 'left alone: somebody changed it in HubSpot since',
};

export const POLICY_NAMES: Readonly<Record<ColumnPolicy, string>> = {
  overwrite: 'Overwrite',
  'fill-blanks': 'Only fill blanks',
  never: 'Never change it',
};

export const DUPLICATE_NAMES: Readonly<Record<DuplicateChoice, string>> = {
  merge: 'Merge cells: the last filled one wins',
  last: 'Last row wins',
  first: 'First row wins',
};

/** "Owner changes in 3 records (rows 2, 3, 7)." */
export function describeSideEffect(
  { kind, property, count, firstRowNumbers }: SideEffect,
  labelOf: LabelOf,
): string {
  const label = property === null ? '' : labelOf(property);
  const records = countOf(count, 'record', 'records');
  const rows = `(${count === 1 ? 'row' : 'rows'} ${listSome(firstRowNumbers, count)})`;
  switch (kind) {
    case 'owner-changes':
      return `${label}: ${records} ${count === 1 ? 'gets' : 'get'} another owner ${rows}. Workflows and notifications may follow.`;
    case 'value-cleared':
      return `${label}: emptied in ${records} ${rows}.`;
    case 'stage-kept':
      return `${label}: ${records} ${count === 1 ? 'stays' : 'stay'} at the present stage ${rows}, because HubSpot ignores a move to an earlier one. Clear the stage first if it has to go back.`;
    case 'stage-of-other-pipeline':
      return `${label}: the stage belongs to another pipeline in ${records} ${rows}. HubSpot may refuse the row or move the record.`;
    case 'associations-added':
      return `${countOf(count, 'new record is', 'new records are')} associated ${rows}.`;
  }
}

/** What no longer holds of a plan that was loaded, and what happens instead. */
export function describeBreach(breach: Breach, labelOf: LabelOf): string {
  const row = `Row ${formatCount(breach.rowNumber)}${breach.key === null ? '' : ` (${breach.key})`}`;
  switch (breach.kind) {
    case 'changed':
      return `${row}: changed in HubSpot since: ${breach.properties.map(labelOf).join(', ')}. Left alone.`;
    case 'gone':
      return `${row}: the record is no longer there. The row is left out.`;
    case 'exists':
      return `${row}: there is a record of this key by now (ID ${breach.recordId}). The row is left out.`;
    case 'unread':
      return `${row}: the record could not be read. The row is left out.`;
  }
}

import {
  associationsToMake,
  countWrites,
  issuesOf,
  type Breach,
  type KeptCell,
  type Operation,
  type Plan,
  type PlanCounts,
  type PlannedKind,
  type PlannedRow,
  type SideEffect,
} from '@bulk-records/core';
import { joinSentences, listAll, listSome } from './numbers.ts';
import { describeRecordIssue } from './issue-words.ts';
import { say } from './say.ts';

/** "820 create · 311 update · 61 unchanged · 12 blocked = 1,204 rows" */
export function describeCounts(counts: PlanCounts, kinds: readonly PlannedKind[], rowCount: number): string {
  const terms = kinds.map((kind) => say(`plannedCount.${kind}`, { count: counts[kind] }));
  return `${terms.join(' · ')} = ${say('flow.rowCount', { count: rowCount })}`;
}

export interface RunCounts {
  readonly writes: number;
  /** Records that are only associated. */
  readonly ties: number;
  readonly leftOut: number;
}

/** What the button does: "Write 1,131 records", and what it leaves out. Pressing it is the consent. */
export function nameOfRun(operation: Operation, { writes, ties, leftOut: leftOutCount }: RunCounts): string {
  if (writes + ties === 0) return say('write.nothing');
  const run =
    writes > 0 ? say(`write.${operation}`, { count: writes }) : say('write.associate', { count: ties });
  return leftOutCount > 0 ? say('write.leaveOut', { run, count: leftOutCount }) : run;
}

/** What the button has to speak of: the plan that takes a run back updates some records and archives others. */
export function verbOf({ operation }: Pick<Plan, 'operation'>, counts: PlanCounts): Operation {
  if (operation === 'archive' || counts.archive === 0) return operation;
  return counts.archive === countWrites(counts) ? 'archive' : 'upsert';
}

type LabelOf = (property: string) => string;

/** One line about a row of the plan. */
export function summariseRow(row: PlannedRow, plan: Pick<Plan, 'associations'>, labelOf: LabelOf): string {
  const summary = summariseWrite(row, labelOf);
  const count = associationsToMake(row, plan).length;
  const heldCount = row.held?.length ?? 0;
  const told = [
    summary,
    count === 0 ? '' : say('row.associated', { count }),
    heldCount === 0 ? '' : say('row.held', { count: heldCount }),
  ];
  return told.filter((each) => each !== '').join(' · ');
}

function summariseWrite(row: PlannedRow, labelOf: LabelOf): string {
  switch (row.kind) {
    case 'create':
      return summariseCells('set', Object.keys(row.properties), labelOf);
    case 'update':
      return addKept(summariseCells('changed', Object.keys(row.properties), labelOf), row.kept);
    case 'archive':
      return say('row.record', { id: row.recordId });
    case 'unchanged':
      return row.kept.length === 0 ? say('row.same') : addKept(say('row.nothing'), row.kept);
    case 'blocked':
    case 'duplicate':
    case 'missing':
    case 'unread':
      return joinSentences(issuesOf(row).map((issue) => describeRecordIssue(issue, { labelOf })));
  }
}

function summariseCells(verb: 'set' | 'changed', names: readonly string[], labelOf: LabelOf): string {
  const count = names.length;
  return say(`row.${verb}`, { count, names: listSome(names.slice(0, 3).map(labelOf), count) });
}

function addKept(summary: string, kept: readonly KeptCell[]): string {
  return kept.length === 0 ? summary : say('row.kept', { summary, count: kept.length });
}

/** "Phone: left alone: this column only fills blanks." */
export function describeKeptCell({ reason }: KeptCell, label: string): string {
  return say('keptCell', { label, reason: say(`kept.${reason}`) });
}

/** "Owner changes in 3 records (rows 2, 3, 7)." */
export function describeSideEffect(
  { kind, property, count, firstRowNumbers }: SideEffect,
  labelOf: LabelOf,
): string {
  const label = property === null ? '' : labelOf(property);
  return say(`effect.${kind}`, { label, count, rows: listSome(firstRowNumbers, count) });
}

/** What no longer holds of a plan that was loaded, and what happens instead. */
export function describeBreach(breach: Breach, labelOf: LabelOf): string {
  const { rowNumber: row, key } = breach;
  const place = key === null ? say('breach.row', { row }) : say('breach.rowOf', { row, key });
  switch (breach.kind) {
    case 'changed':
      return say('breach.changed', { place, properties: listAll(breach.properties.map(labelOf)) });
    case 'exists':
      return say('breach.exists', { place, id: breach.recordId });
    case 'gone':
    case 'unread':
      return say(`breach.${breach.kind}`, { place });
  }
}

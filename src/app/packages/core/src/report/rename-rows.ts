import { joinTypes, unresolvedOf } from '../plan/associations-of.ts';
import { namesToRead, type NamedQuestion } from '../plan/named-question.ts';
import type { NamedReadings } from '../plan/named-reading.ts';
import type { PlannedRow } from '../plan/plan.ts';
import { settleNamed } from '../plan/settle-named.ts';
import type { UnresolvedAssociation } from '../plan/unresolved-association.ts';
import type { CellFix } from '../records/draft-choices.ts';
import { fixName, readNames } from '../records/make-name-reader.ts';
import type { NamedRecord } from '../records/named-record.ts';
import { groupFaults, idOfCell, type LeftOutGroup } from './left-out-rows.ts';
import type { EndedRun } from './make-undo-plan.ts';
import type { CellFixesById } from './read-fix.ts';

/** A row whose record is there, and what its names that led to no record are to be read as. */
export interface RenamedRow {
  readonly row: PlannedRow;
  readonly named: readonly NamedRecord[];
  /** Names that nobody has fixed. */
  readonly open: readonly UnresolvedAssociation[];
}

type OpenName = UnresolvedAssociation & Required<Pick<UnresolvedAssociation, 'issue' | 'column'>>;

/** The names that led to no record, of rows whose own record is there: equal ones are fixed together. */
export function groupOpenNames(run: EndedRun): readonly LeftOutGroup[] {
  return groupFaults(
    rowsWithOpenNames(run).map(({ row, names }) => ({
      row,
      faults: names
        .filter(isFixable)
        .map(({ issue }) => ({ id: idOfCell(issue), issue, property: issue.property })),
    })),
  );
}

/** The rows any of whose open names has a fix that names records, or none. Nobody has looked for those records yet. */
export function renameRows(run: EndedRun, fixes: CellFixesById): readonly RenamedRow[] {
  if (fixes.size === 0) return [];
  return rowsWithOpenNames(run).flatMap(({ row, names }) => {
    const fixed = names.map((name) => ({ name, named: namedBy(name, fixes) }));
    const open = fixed.flatMap(({ name, named }) => (named === null ? [name] : []));
    if (open.length === names.length) return [];
    return [{ row, named: fixed.flatMap(({ named }) => named ?? []), open }];
  });
}

/** What has to be asked before such rows can be planned. */
export function namesOfRenamed(rows: readonly RenamedRow[]): readonly NamedQuestion[] {
  return namesToRead(rows.map(({ row, named }) => ({ ...row, properties: {}, named, issues: [] })));
}

/** Such rows as rows of the plan: what is written of them stays as it is, whatever their names lead to. */
export function planRenamed(rows: readonly RenamedRow[], readings: NamedReadings): readonly PlannedRow[] {
  return rows.map(({ row, named, open }) => {
    const { associations = [], unresolved = [] } = settleNamed(named, readings);
    const all = joinTypes([...(row.associations ?? []), ...associations]);
    return {
      ...row,
      ...(all.length === 0 ? {} : { associations: all }),
      unresolved: [...open, ...unresolved],
    };
  });
}

function rowsWithOpenNames({ plan, outcomes }: EndedRun) {
  return plan.rows.flatMap((row, place) => {
    const names = unresolvedOf(row);
    const kind = outcomes[place]?.kind;
    const hasRecord = kind === 'created' || kind === 'updated' || kind === 'unchanged';
    return names.length === 0 || !hasRecord ? [] : [{ row, names }];
  });
}

function isFixable(name: UnresolvedAssociation): name is OpenName {
  return name.issue !== undefined && name.column !== undefined;
}

/** Null where a name has no fix, or one that can be no name. */
function namedBy(name: UnresolvedAssociation, fixes: CellFixesById): readonly NamedRecord[] | null {
  if (!isFixable(name)) return null;
  const fix = fixes.get(idOfCell(name.issue));
  if (fix === undefined) return null;
  const named = readFixed(name, fix);
  return named.some(({ kind }) => kind === 'issue') ? null : named;
}

/** A text that is typed stands for itself from then on; a record that is chosen is still called as in the cell. */
function readFixed({ column, issue: { raw } }: OpenName, fix: CellFix): readonly NamedRecord[] {
  return fix.kind === 'text' ? readNames(column, fix.text) : fixName({ column, raw }, fix);
}

import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { Row, Table } from '../input/table.ts';
import { finish } from '../slices/sliced.ts';
import type { Sliced } from '../slices/sliced.ts';
import type { DraftChoices } from './draft-choices.ts';
import type { DraftRecord, RecordIssue } from './draft-record.ts';
import { makeKeyReader } from './make-key-reader.ts';
import { makeNameReader } from './make-name-reader.ts';
import { findPipeline, isStage } from './pipeline-columns.ts';
import { prepareColumn } from './prepare-column.ts';
import type { PreparedColumn } from './prepared-column.ts';

/** Cells read between two pauses. Most are read in no time; looking for the option nearest to a wrong text takes long. */
const PIECE_CELLS = 64;

/**
 * Every row becomes one draft with all its issues; no row is dropped, whatever is in it. A row with an issue is not
 * written until the cell is fixed, left blank by a fix, or its column's format chosen.
 */
export function draftRecords(table: Table, choices: DraftChoices): readonly DraftRecord[] {
  return finish(draftRecordsSliced(table, choices));
}

/** The same in slices. */
export function* draftRecordsSliced(table: Table, choices: DraftChoices): Sliced<readonly DraftRecord[]> {
  const draft = makeDrafter(yield* prepareColumns(table, choices), choices);
  const rowsPerPiece = Math.max(1, Math.floor(PIECE_CELLS / Math.max(1, choices.targets.length)));
  const drafts: DraftRecord[] = [];
  for (const row of table.rows) {
    drafts.push(draft(row, drafts.length));
    if (drafts.length % rowsPerPiece === 0)
      yield { stage: 'drafting', done: drafts.length, total: table.rows.length };
  }
  return drafts;
}

function* prepareColumns(table: Table, choices: DraftChoices): Sliced<readonly PreparedColumn[]> {
  const prepared: PreparedColumn[] = [];
  for (const target of choices.targets) {
    const { name } = target.property;
    if (name === choices.keyProperty || isSent(name, choices))
      prepared.push(yield* prepareColumn(table, target, choices));
  }
  return prepared;
}

/** What is the same for all rows is found out once. */
function makeDrafter(
  prepared: readonly PreparedColumn[],
  choices: DraftChoices,
): (row: Row, slot: number) => DraftRecord {
  const { operation, keyProperty } = choices;
  const readKey = makeKeyReader(prepared, choices);
  const readSent = makeSentReader(prepared, choices);
  const readNames = makeNameReader(operation === 'archive' ? [] : (choices.associations ?? []), choices);
  const draftCells = (row: Row, slot: number, hasNames: boolean): DraftRecord => {
    const { key, issues: keyIssues } = readKey(row);
    const { properties, issues: sentIssues } = readSent(row);
    const issues = keyIssues.length === 0 ? sentIssues : [...keyIssues, ...sentIssues];
    const rowNumber = row.number;
    if (operation === 'archive' || hasAny(properties)) return { slot, rowNumber, key, properties, issues };
    // HubSpot refuses an update without properties; a new record may consist of its key alone.
    if (operation === 'upsert' && keyProperty !== null && key !== null) {
      return { slot, rowNumber, key, properties: { [keyProperty]: key }, issues };
    }
    // An existing record need not be written to be associated.
    const isEnough = hasNames && operation === 'update';
    if (sentIssues.length > 0 || isEnough) return { slot, rowNumber, key, properties, issues };
    return { slot, rowNumber, key, properties, issues: [...issues, { code: 'nothing-to-write' }] };
  };
  return (row, slot) => {
    const named = readNames(row);
    const draft = draftCells(row, slot, named.length > 0);
    return named.length === 0 ? draft : { ...draft, named };
  };
}

function hasAny(properties: DraftRecord['properties']): boolean {
  for (const _ in properties) return true;
  return false;
}

const NO_ISSUES: readonly RecordIssue[] = [];

type SentReading = Pick<DraftRecord, 'properties' | 'issues'>;

/** Reads what one row sends, and what is wrong with it. */
function makeSentReader(
  prepared: readonly PreparedColumn[],
  choices: DraftChoices,
): (row: Row) => SentReading {
  const sent = prepared
    .filter(({ target }) => isSent(target.property.name, choices))
    .map(({ target: { columnIndex, property }, read }) => ({
      columnIndex,
      name: property.name,
      read,
      isOfStage: isStage(property.name),
    }));
  return ({ cells }) => {
    const properties: Record<string, string> = {};
    let issues: RecordIssue[] | undefined;
    for (const { columnIndex, name, read, isOfStage } of sent) {
      const meaning = read(cells[columnIndex] ?? '', isOfStage ? findPipeline(cells, prepared) : null);
      switch (meaning.kind) {
        case 'blank':
          break;
        case 'clear':
          properties[name] = '';
          break;
        case 'value':
          properties[name] = meaning.value;
          break;
        case 'issue':
          issues = issues === undefined ? [meaning.issue] : [...issues, meaning.issue];
      }
    }
    return { properties, issues: issues ?? NO_ISSUES };
  };
}

/**
 * What names the record is sent as its id, not as a value: an additional e-mail that finds a contact must not be
 * written over the primary one. The record id is never a value to write; for an archive no value is.
 */
function isSent(propertyName: string, { operation, keyProperty }: DraftChoices): boolean {
  if (operation === 'archive' || propertyName === RECORD_ID_PROPERTY) return false;
  return operation === 'create' || propertyName !== keyProperty;
}

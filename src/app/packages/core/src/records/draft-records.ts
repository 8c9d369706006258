import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { Row, Table } from '../input/table.ts';
import type { DraftChoices } from './draft-choices.ts';
import type { DraftRecord, RecordIssue } from './draft-record.ts';
import { readKey } from './read-key.ts';
import { findPipeline, isStage } from './pipeline-columns.ts';
import { prepareColumn } from './prepare-column.ts';
import type { PreparedColumn } from './prepared-column.ts';

/**
 * Every row becomes one draft with all its issues; no row is dropped, whatever is in it. A row with an issue is not
 * written until the cell is fixed, left blank by a fix, or its column's format chosen.
 */
export function draftRecords(table: Table, choices: DraftChoices): readonly DraftRecord[] {
  const prepared = choices.targets
    .filter(({ property }) => property.name === choices.keyProperty || isSent(property.name, choices))
    .map((target) => prepareColumn(table, target, choices));
  return table.rows.map((row, slot) => draftRecord({ row, slot, prepared }, choices));
}

interface RowToDraft {
  readonly row: Row;
  readonly slot: number;
  readonly prepared: readonly PreparedColumn[];
}

function draftRecord({ row, slot, prepared }: RowToDraft, choices: DraftChoices): DraftRecord {
  const { key, issues: keyIssues } = readKey(row, prepared, choices);
  const sent = readSent(row, prepared, choices);
  const issues = keyIssues.length === 0 ? sent.issues : [...keyIssues, ...sent.issues];
  const { properties } = sent;
  const rowNumber = row.number;
  if (Object.keys(properties).length > 0 || choices.operation === 'archive') {
    return { slot, rowNumber, key, properties, issues };
  }
  // HubSpot refuses an update without properties; a new record may consist of its key alone.
  if (choices.operation === 'upsert' && choices.keyProperty !== null && key !== null) {
    return { slot, rowNumber, key, properties: { [choices.keyProperty]: key }, issues };
  }
  if (sent.issues.length > 0) return { slot, rowNumber, key, properties, issues };
  return { slot, rowNumber, key, properties, issues: [...issues, { code: 'nothing-to-write' }] };
}

/** What one row sends, and what is wrong with it. */
function readSent(
  row: Row,
  prepared: readonly PreparedColumn[],
  choices: DraftChoices,
): Pick<DraftRecord, 'properties' | 'issues'> {
  const properties: Record<string, string> = {};
  const issues: RecordIssue[] = [];
  for (const { target, read } of prepared) {
    const { columnIndex, property } = target;
    if (!isSent(property.name, choices)) continue;
    const pipeline = isStage(property.name) ? findPipeline(row.cells, prepared) : null;
    const meaning = read(row.cells[columnIndex] ?? '', pipeline);
    switch (meaning.kind) {
      case 'blank':
        break;
      case 'clear':
        properties[property.name] = '';
        break;
      case 'value':
        properties[property.name] = meaning.value;
        break;
      case 'issue':
        issues.push(meaning.issue);
    }
  }
  return { properties, issues };
}

/**
 * What names the record is sent as its id, not as a value: an additional e-mail that finds a contact must not be
 * written over the primary one. The record id is never a value to write; for an archive no value is.
 */
function isSent(propertyName: string, { operation, keyProperty }: DraftChoices): boolean {
  if (operation === 'archive' || propertyName === RECORD_ID_PROPERTY) return false;
  return operation === 'create' || propertyName !== keyProperty;
}

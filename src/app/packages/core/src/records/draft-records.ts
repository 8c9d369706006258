import { RECORD_ID_PROPERTY, type Property } from '../contract/describe-object-type.ts';
import { MAX_VALUE_LENGTH } from '../contract/limits.ts';
import type { Operation } from '../contract/operation.ts';
import type { Row, Table } from '../input/table.ts';
import type { DraftRecord, RecordIssue } from './draft-record.ts';
import { normaliseKey } from './normalise-key.ts';

/** A column that goes to a property. */
export interface ColumnTarget {
  readonly columnIndex: number;
  readonly property: Property;
}

export interface DraftChoices {
  readonly operation: Operation;
  /** Property the records are matched by; null for a create without one. */
  readonly keyProperty: string | null;
  readonly targets: readonly ColumnTarget[];
}

/** Every row becomes one draft with all its issues; no row is dropped, whatever is in it. */
export function draftRecords(table: Table, choices: DraftChoices): readonly DraftRecord[] {
  return table.rows.map((row, slot) => draftRecord(row, slot, choices));
}

function draftRecord(row: Row, slot: number, choices: DraftChoices): DraftRecord {
  const issues: RecordIssue[] = [];
  const properties: Record<string, string> = {};
  for (const { columnIndex, property } of choices.targets) {
    if (isSentAsId(property.name, choices)) continue;
    const value = valueToSend(property, row.cells[columnIndex] ?? '');
    if (value === '') continue;
    if (value.length > MAX_VALUE_LENGTH) {
      issues.push({
        code: 'value-too-long',
        property: property.name,
        length: value.length,
        maxLength: MAX_VALUE_LENGTH,
      });
    }
    properties[property.name] = value;
  }
  const key = keyOf(row, choices);
  issues.push(...keyIssues(key, choices));
  const isBare = Object.keys(properties).length === 0;
  // HubSpot refuses an update without properties; a new record may consist of its key alone.
  if (isBare && choices.operation === 'upsert' && choices.keyProperty !== null && key !== null) {
    return { slot, rowNumber: row.number, key, properties: { [choices.keyProperty]: key }, issues };
  }
  if (isBare && choices.operation !== 'archive') issues.push({ code: 'nothing-to-write' });
  return { slot, rowNumber: row.number, key, properties, issues };
}

/**
 * What names the record is sent as its id, not as a value: an additional e-mail that finds a contact must not be
 * written over the primary one. The record id is never a value to write; for an archive no value is.
 */
function isSentAsId(propertyName: string, { operation, keyProperty }: DraftChoices): boolean {
  if (operation === 'archive' || propertyName === RECORD_ID_PROPERTY) return true;
  return operation !== 'create' && propertyName === keyProperty;
}

/** Text keeps its spaces; for every other type they carry no meaning. */
function valueToSend(property: Property, raw: string): string {
  if (raw.trim() === '') return '';
  if (property.name === 'email') return normaliseKey('email', raw);
  return property.type === 'string' ? raw : raw.trim();
}

function keyOf(row: Row, choices: DraftChoices): string | null {
  if (choices.keyProperty === null) return null;
  const target = choices.targets.find(({ property }) => property.name === choices.keyProperty);
  if (!target) return null;
  const value = valueToSend(target.property, row.cells[target.columnIndex] ?? '');
  return value === '' ? null : normaliseKey(choices.keyProperty, value);
}

/** Of `id` in the contract of the write function, which would refuse the whole call. */
const MAX_KEY_LENGTH = 1000;

function keyIssues(key: string | null, choices: DraftChoices): readonly RecordIssue[] {
  const { keyProperty, operation } = choices;
  if (keyProperty === null || operation === 'create') return [];
  if (key === null) return [{ code: 'key-missing', property: keyProperty }];
  if (key.length > MAX_KEY_LENGTH) {
    return [{ code: 'value-too-long', property: keyProperty, length: key.length, maxLength: MAX_KEY_LENGTH }];
  }
  if (keyProperty === RECORD_ID_PROPERTY && !/^\d{1,20}$/.test(key)) {
    return [{ code: 'record-id-not-a-number', property: keyProperty, found: key }];
  }
  return [];
}

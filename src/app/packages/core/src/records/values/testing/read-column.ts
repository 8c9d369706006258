import type { Property } from '../../../contract/describe-object-type.ts';
import { makeProperty } from '../../../testing/properties.ts';
import { settleFormat } from '../cell-format.ts';
import type { CellFormat } from '../cell-format.ts';
import type { CellReading } from '../cell-reading.ts';
import { chooseColumnFormat } from '../choose-column-format.ts';
import { makeCellReader } from '../make-cell-reader.ts';
import type { ReadingContext } from '../make-cell-reader.ts';

export const NUMBER = makeProperty('amount', { type: 'number', fieldType: 'number' });
export const DATE = makeProperty('first_purchase_date', { type: 'date', fieldType: 'date' });
export const DATE_TIME = makeProperty('last_webinar_at', { type: 'datetime', fieldType: 'date' });
export const YES_NO = makeProperty('newsletter', { type: 'bool', fieldType: 'booleancheckbox' });

export function selectOf(...options: readonly (readonly [value: string, label: string])[]): Property {
  return makeProperty('level', { type: 'enumeration', fieldType: 'select', options: listOptions(options) });
}

export function checkboxOf(...options: readonly (readonly [value: string, label: string])[]): Property {
  return makeProperty('interests', {
    type: 'enumeration',
    fieldType: 'checkbox',
    options: listOptions(options),
  });
}

function listOptions(options: readonly (readonly [value: string, label: string])[]) {
  return options.map(([value, label]) => ({ value, label, hidden: false }));
}

type Told = Partial<ReadingContext>;

/** Reads the cells of a column the way they look together. */
export function readColumn(
  property: Property,
  cells: readonly string[],
  told: Told = {},
): readonly CellReading[] {
  const format = chooseColumnFormat(property, cells);
  const read = makeCellReader(property, { format, timeZone: null, appends: false, isKey: false, ...told });
  return cells.map((cell) => read(cell, null));
}

/** Reads one cell as the only one of its column. */
export function readCell(property: Property, cell: string, told: Told = {}): CellReading {
  return readColumn(property, [cell], told)[0] ?? { kind: 'blank' };
}

/** The value, or the code in brackets with its candidates. */
export function tell(reading: CellReading): string {
  switch (reading.kind) {
    case 'blank':
      return '(blank)';
    case 'value':
      return reading.value;
    case 'issue':
      return `(${[reading.issue.code, ...reading.issue.candidates.map(({ value }) => value)].join(' ')})`;
  }
}

export function inFormat(format: CellFormat): Told {
  return { format: settleFormat(format) };
}

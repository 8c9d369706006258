import type { CellFormat, CellReading } from '@bulk-records/core';
import { listSome } from './numbers.ts';

/** How a column may be read, in words. */
export function nameOfFormat(format: CellFormat): string {
  switch (format.kind) {
    case 'number':
      return `${DECIMAL_MARK_NAMES[format.decimalMark]}${format.percentAs === 'fraction' ? ', 12 % as 0.12' : ''}`;
    case 'date':
      return DATE_ORDER_NAMES[format.order];
    case 'phone':
      return 'International format';
    case 'cleaned':
      return 'Without invisible characters';
    case 'plain':
      return 'As it stands';
    case 'unchecked':
      return 'Send as typed';
  }
}

const DECIMAL_MARK_NAMES = {
  ',': 'Decimal comma: 1.234,56',
  '.': 'Decimal point: 1,234.56',
} as const;

const DATE_ORDER_NAMES = {
  dmy: 'Day first',
  mdy: 'Month first',
  ymd: 'Year first',
} as const;

/** "Day first: 2026-02-01" */
export function describeAlternative(format: CellFormat, readings: readonly CellReading[]): string {
  const values = readings.flatMap((reading) => (reading.kind === 'value' ? [reading.value] : []));
  return values.length > 0 ? `${nameOfFormat(format)} → ${values.join(', ')}` : nameOfFormat(format);
}

export function askForFormat(label: string, examples: readonly string[]): string {
  return `${label}: ${listSome(examples.map((example) => `“${example}”`))} can be read in more than one way. How is it meant?`;
}

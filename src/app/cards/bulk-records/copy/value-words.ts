import type { CellFormat, CellReading } from '@bulk-records/core';
import { listAll, listSome } from './numbers.ts';
import { say } from './say.ts';

/** How a column may be read, in words. */
export function nameOfFormat(format: CellFormat): string {
  switch (format.kind) {
    case 'number': {
      const name = say(format.decimalMark === ',' ? 'format.decimalComma' : 'format.decimalPoint');
      return format.percentAs === 'fraction' ? say('format.fraction', { name }) : name;
    }
    case 'date':
      return say(`format.${format.order}`);
    case 'phone':
    case 'cleaned':
    case 'plain':
    case 'unchecked':
      return say(`format.${format.kind}`);
  }
}

/** "Day first: 2026-02-01" */
export function describeAlternative(format: CellFormat, readings: readonly CellReading[]): string {
  const values = readings.flatMap((reading) => (reading.kind === 'value' ? [reading.value] : []));
  return values.length > 0 ? `${nameOfFormat(format)} → ${listAll(values)}` : nameOfFormat(format);
}

export function askForFormat(label: string, examples: readonly string[]): string {
  const quoted = examples.map((text) => say('quote', { text }));
  return say('format.question', { label, examples: listSome(quoted) });
}

import type { BenchObject } from '../portal/make-portal.ts';

/** One export file of one system. `headers` has a line per column; see `readLabelledHeaders`. */
export interface LabelledSheet {
  readonly source: string;
  readonly file: string;
  readonly object: BenchObject;
  readonly headers: string;
}

/**
 * Where a column belongs: to one property, to nothing, or to `property` where leaving it out is as right (the
 * system means almost the same, or it is a matter of taste).
 */
export type Belonging =
  | { readonly kind: 'property'; readonly property: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'either'; readonly property: string };

export interface LabelledHeader {
  readonly header: string;
  readonly belonging: Belonging;
  readonly samples: readonly string[];
}

/**
 * Reads lines of `header | property | sample ; sample`. The property is `-` where the column belongs to nothing,
 * and ends in `?` where nothing is as right. Throws for a line without a property.
 */
export function readLabelledHeaders(table: string): readonly LabelledHeader[] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readLine);
}

function readLine(line: string): LabelledHeader {
  const [header = '', belonging = '', samples = ''] = line.split(' | ').map((cell) => cell.trim());
  if (header === '' || belonging === '') throw new Error(`No property in the line "${line}"`);
  return {
    header,
    belonging: readBelonging(belonging),
    samples: samples === '' ? [] : samples.split(' ; '),
  };
}

function readBelonging(text: string): Belonging {
  if (text === '-') return { kind: 'nothing' };
  if (text.endsWith('?')) return { kind: 'either', property: text.slice(0, -1) };
  return { kind: 'property', property: text };
}

import { readAs, refuse } from './cell-reading.ts';
import type { CellReading } from './cell-reading.ts';

/** A record id is digits; grouped or with a fraction it comes from a spreadsheet that may have changed it. */
export function readRecordId(raw: string): CellReading {
  const text = raw.trim();
  return /^\d{1,20}$/.test(text)
    ? readAs(text)
    : refuse(raw, { code: 'record-id-not-a-number', expected: { kind: 'record-id' } });
}

import type { RecordToWrite } from '../plan/plan-part.ts';
import { cutToFit, type BatchLimits } from './cut-to-fit.ts';
import { utf8Length } from './utf8-length.ts';

export type Wave = readonly (readonly RecordToWrite[])[];

/**
 * Batches in waves: a wave is written to its end before the next one starts. The n-th record of a key is in
 * the n-th wave, so that no batch holds a key twice (HubSpot refuses the whole batch) and repeated keys are
 * written in the order of their rows.
 */
export function makeWaves(records: readonly RecordToWrite[], limits: BatchLimits): readonly Wave[] {
  const waves: RecordToWrite[][] = [];
  const seen = new Map<string, number>();
  for (const record of records) {
    const occurrence = record.key === null ? 0 : (seen.get(record.key) ?? 0);
    if (record.key !== null) seen.set(record.key, occurrence + 1);
    const wave = waves[occurrence];
    if (wave) wave.push(record);
    else waves.push([record]);
  }
  return waves.map((wave) => cutToFit(wave, sizeOf, limits));
}

/** What an input has next to its properties: field names, a trace id, the name of the key property. */
const INPUT_OVERHEAD_BYTES = 300;

/** Size of a record in a request. Every UTF-16 unit counts as up to 3 bytes of UTF-8. */
export function sizeOf(record: RecordToWrite): number {
  const text =
    JSON.stringify(record.properties) + JSON.stringify(record.associations) + JSON.stringify(record.key);
  return INPUT_OVERHEAD_BYTES + utf8Length(text);
}

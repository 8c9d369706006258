import type { RecordToWrite } from '../plan/plan.ts';

export interface BatchLimits {
  readonly maxInputs: number;
  /** Size of one batch as JSON text, in bytes of UTF-8. A single larger record still makes a batch. */
  readonly maxBytes: number;
}

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
  return waves.map((wave) => cutIntoBatches(wave, limits));
}

function cutIntoBatches(records: readonly RecordToWrite[], limits: BatchLimits): Wave {
  const batches: RecordToWrite[][] = [];
  let open: RecordToWrite[] = [];
  let openBytes = 0;
  for (const record of records) {
    const bytes = sizeOf(record);
    const isFull = open.length >= limits.maxInputs || openBytes + bytes > limits.maxBytes;
    if (isFull && open.length > 0) {
      batches.push(open);
      open = [];
      openBytes = 0;
    }
    open.push(record);
    openBytes += bytes;
  }
  if (open.length > 0) batches.push(open);
  return batches;
}

/** Envelope of an input (trace id, id, idProperty) next to its properties. */
const INPUT_OVERHEAD_BYTES = 150;

/** Size of a record in a request. Every UTF-16 unit counts as up to 3 bytes of UTF-8. */
export function sizeOf(record: RecordToWrite): number {
  const text = JSON.stringify(record.properties) + JSON.stringify(record.associations) + (record.key ?? '');
  return INPUT_OVERHEAD_BYTES + utf8Length(text);
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7ff) bytes += 2;
    else if (unit > 0x7f) bytes += 1;
  }
  return bytes;
}

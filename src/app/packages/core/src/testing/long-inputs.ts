import type { ByteSource } from '../input/byte-source.ts';
import type { ChunkTools } from '../input/read-chunks.ts';
import type { LongInput, LongOrder } from '../long/long-input.ts';
import type { LongCheckTools } from '../long/check-long-input.ts';
import { makeProperties, makeProperty } from './properties.ts';

/** A file in memory that counts how much of it was asked for, and may be changed. */
export class TextSource implements ByteSource {
  bytesAsked = 0;
  isGone = false;
  private bytes: Uint8Array;

  constructor(text: string) {
    this.bytes = new TextEncoder().encode(text);
  }

  get size(): number {
    return this.bytes.length;
  }

  read(from: number, to: number): Promise<Uint8Array> {
    if (this.isGone) return Promise.reject(new Error('NotReadableError'));
    this.bytesAsked += Math.max(0, Math.min(to, this.size) - from);
    return Promise.resolve(this.bytes.slice(from, to));
  }

  change(text: string): void {
    this.bytes = new TextEncoder().encode(text);
  }
}

export const LONG_TOOLS: ChunkTools = {
  startDecoding: (label) => {
    const decoder = new TextDecoder(label);
    return (piece, isLast) => decoder.decode(piece, { stream: !isLast });
  },
  turn: () => Promise.resolve(),
  now: () => 0,
};

export function checkTools(changes: Partial<LongCheckTools> = {}): LongCheckTools {
  return { ...LONG_TOOLS, isStopWanted: () => false, report: () => undefined, ...changes };
}

/** A comma-separated file with a header, cut into chunks of so many rows. */
export function longInput(source: ByteSource, headers: readonly string[], maxRows = 4): LongInput {
  return {
    source,
    form: {
      encoding: 'utf-8',
      form: { format: 'delimited', delimiter: ',' },
      headerRow: 1,
      columns: headers.map((header, index) => ({ index, header })),
    },
    limits: { maxRows, maxBytes: 1_000_000, pieceBytes: 64 },
  };
}

export const LONG_PROPERTIES = makeProperties(
  makeProperty('email'),
  makeProperty('name'),
  makeProperty('points', { type: 'number', fieldType: 'number' }),
);

/** Columns that bear the names of properties; upserts by e-mail unless told otherwise. */
export function longOrder(headers: readonly string[], changes: Partial<LongOrder['target']> = {}): LongOrder {
  const target = {
    operation: 'upsert',
    objectType: 'contacts',
    apiVersion: '2026-03',
    keyProperty: 'email',
    properties: LONG_PROPERTIES,
    ...changes,
  } as const;
  const targets = headers.flatMap((header, columnIndex) => {
    const property = LONG_PROPERTIES.get(header);
    return property === undefined ? [] : [{ columnIndex, property }];
  });
  return {
    target,
    drafting: { operation: target.operation, keyProperty: target.keyProperty, targets },
    columns: targets.map(({ property: { name } }) => ({ header: name, property: name, policy: 'overwrite' })),
  };
}

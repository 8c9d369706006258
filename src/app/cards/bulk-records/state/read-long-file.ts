import { readHead, type ByteSource, type ChunkTools, type ReadingChoices } from '@bulk-records/core';
import type { FileProblem, Input } from './flow-state.ts';
import { SPREADSHEETS } from './read-source.ts';

/** What is known of a long file before it is read to its end. */
export type LongReading =
  | { readonly kind: 'input'; readonly input: Input }
  | { readonly kind: 'refused'; readonly problem: FileProblem }
  /** It cannot be read piece by piece. */
  | { readonly kind: 'only-whole' };

export interface NamedSource {
  readonly name: string;
  readonly source: ByteSource;
}

/** Pieces of a file; the browser holds no more of it than is asked for. */
export function byteSourceOf(file: File): ByteSource {
  return {
    size: file.size,
    read: async (from, to) => {
      const piece = from === 0 && to >= file.size ? file : file.slice(from, to);
      return new Uint8Array(await piece.arrayBuffer());
    },
  };
}

/** Reads the first rows of a long file, as far as the choices and itself say. Rejects where it cannot be read. */
export async function readLongFile(
  { name, source }: NamedSource,
  choices: ReadingChoices,
  tools: ChunkTools,
): Promise<LongReading> {
  const head = await readHead(source, choices, tools);
  switch (head.kind) {
    case 'not-text':
      if (SPREADSHEETS.has(head.found)) return { kind: 'only-whole' };
      return { kind: 'refused', problem: { fileName: name, code: 'not-text', found: head.found } };
    case 'only-whole':
      return { kind: 'only-whole' };
    case 'unreadable': {
      const { issue, form } = head;
      const reading = { kind: 'unreadable', issue, form } as const;
      const file = { kind: 'long', name, source, form: null, rowEstimate: 0 } as const;
      return { kind: 'input', input: { text: '', file, choices, reading, decoded: null } };
    }
    case 'head': {
      const { reading, decoded, form, rowEstimate } = head;
      const file = { kind: 'long', name, source, form, rowEstimate } as const;
      return { kind: 'input', input: { text: '', file, choices, reading, decoded } };
    }
  }
}

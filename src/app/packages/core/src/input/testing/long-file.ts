import type { ByteSource } from '../byte-source.ts';
import type { Encoding, StartDecoding } from '../decode-text.ts';
import type { ChunkTools } from '../read-chunks.ts';

export const decode: StartDecoding = (label) => {
  const decoder = new TextDecoder(label);
  return (piece, isLast) => decoder.decode(piece, { stream: !isLast });
};

/** Text as the bytes of a file; what Windows-1252 lacks becomes a question mark there. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'windows-1252':
      return Uint8Array.from(text, (character) => (character < '\u0100' ? character.charCodeAt(0) : 63));
    case 'utf-16le':
    case 'utf-16be': {
      const bytes = new Uint8Array(text.length * 2);
      const view = new DataView(bytes.buffer);
      for (let index = 0; index < text.length; index += 1)
        view.setUint16(index * 2, text.charCodeAt(index), encoding === 'utf-16le');
      return bytes;
    }
  }
}

export type FileInMemory = ByteSource & { readonly reads: (readonly [from: number, to: number])[] };

/** A file that remembers what was read of it. */
export function fileOf(bytes: Uint8Array): FileInMemory {
  const reads: (readonly [number, number])[] = [];
  const read = (from: number, to: number) => {
    reads.push([from, to]);
    return Promise.resolve(bytes.slice(from, to));
  };
  return { size: bytes.length, reads, read };
}

/** Tools on a clock that stands still. */
export const STILL_TOOLS: ChunkTools = { startDecoding: decode, turn: () => Promise.resolve(), now: () => 0 };

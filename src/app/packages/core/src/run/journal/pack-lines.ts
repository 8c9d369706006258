import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';

/**
 * Values as JSON lines, cut into pieces of at most `maxBytes` (a single longer line makes its own piece) and compressed
 * piece by piece. Each piece can be read by itself, so that a lost one costs only its own lines, and is made in its own
 * turn of the generator, so that nothing blocks for long.
 */
export function* packLines(values: Iterable<unknown>, maxBytes: number): Generator<Uint8Array> {
  let lines: string[] = [];
  let bytes = 0;
  for (const value of values) {
    const line = JSON.stringify(value);
    const lineBytes = line.length * MAX_BYTES_PER_UNIT;
    if (lines.length > 0 && bytes + lineBytes > maxBytes) {
      yield pack(lines);
      lines = [];
      bytes = 0;
    }
    lines.push(line);
    bytes += lineBytes;
  }
  if (lines.length > 0) yield pack(lines);
}

/** Of a UTF-16 unit in UTF-8; a surrogate pair has four bytes in two units. */
const MAX_BYTES_PER_UNIT = 3;

function pack(lines: readonly string[]): Uint8Array {
  return gzipSync(strToU8(lines.join('\n')));
}

/** A whole text, compressed in one go. */
export function packText(text: string): Uint8Array {
  return gzipSync(strToU8(text));
}

/** No piece of ours unpacks to more; what does is a bomb, and not looked at. */
export const MAX_PIECE_BYTES = 8_000_000;

/** The values of a piece; null when it is none: cut, altered, or larger than a piece can be. */
export function unpackLines(piece: Uint8Array): readonly unknown[] | null {
  if (unpackedSize(piece) > MAX_PIECE_BYTES) return null;
  try {
    const text = strFromU8(gunzipSync(piece, { out: new Uint8Array(unpackedSize(piece)) }));
    return text.split('\n').map((line): unknown => JSON.parse(line));
  } catch {
    return null;
  }
}

/** The last four bytes of a gzip member, little-endian (RFC 1952, 2.3.1). */
function unpackedSize(piece: Uint8Array): number {
  if (piece.length < 18) return Infinity;
  return new DataView(piece.buffer, piece.byteOffset, piece.byteLength).getUint32(piece.length - 4, true);
}

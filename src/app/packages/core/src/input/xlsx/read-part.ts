import { DecodeUTF8, Inflate } from 'fflate';
import { finish } from '../../slices/sliced.ts';
import type { Sliced } from '../../slices/sliced.ts';
import type { UnreadableInput } from '../input-issue.ts';
import { continueCrc32 } from './crc32.ts';
import {
  INFLATE_STEP_BYTES,
  MAX_INFLATED_BYTES,
  MAX_RATIO,
  RATIO_GRACE_BYTES,
  XML_STEP_BYTES,
} from './limits.ts';
import type { Archive } from './workbook.ts';
import { makeXmlReader } from './xml-reader.ts';
import type { XmlListener } from './xml-reader.ts';
import { packedBytesOf } from './zip-directory.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Where parts come from, and how much has been unpacked for this reading so far, over all its parts. */
export interface PartSource {
  readonly archive: Archive;
  readonly spent: { inflatedBytes: number };
}

/** Part names are compared without case (ECMA-376 part 2, 6.2.2.3); some programs write backslashes. */
export function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}

export function hasPart({ entries }: Archive, name: string): boolean {
  return entries.has(partKey(name));
}

/**
 * Unpacks a part piece by piece and tells the listener what its XML says, until the listener has enough. Null
 * when all went well. Bytes are counted while they are unpacked: what the directory declares may be a lie.
 */
export function readPart(source: PartSource, name: string, listener: XmlListener): UnreadableInput | null {
  return finish(readPartSliced(source, name, listener));
}

/** The same in slices. */
export function* readPartSliced(
  source: PartSource,
  name: string,
  listener: XmlListener,
): Sliced<UnreadableInput | null> {
  const entry = source.archive.entries.get(partKey(name));
  const packed = entry === undefined ? undefined : packedBytesOf(source.archive.bytes, entry);
  if (entry === undefined || packed === undefined || entry.method === 'unsupported') return brokenPart(name);
  try {
    return yield* readPieces({ entry, packed, source }, listener);
  } catch {
    // fflate and the XML scanner throw on what is no deflate stream or no XML; where they broke off tells nobody anything.
    return brokenPart(name);
  }
}

export function brokenPart(part: string): UnreadableInput {
  return { code: 'broken-workbook', part };
}

interface PackedPart {
  readonly entry: ZipEntry;
  readonly packed: Uint8Array;
  readonly source: PartSource;
}

function* readPieces(part: PackedPart, listener: XmlListener): Sliced<UnreadableInput | null> {
  const { entry, source } = part;
  const xml = makeXmlReader(listener);
  const decoder = new DecodeUTF8((text) => {
    xml.read(text);
  });
  let inflatedBytes = 0;
  let crc = 0;
  for (const piece of piecesOf(part)) {
    inflatedBytes += piece.length;
    source.spent.inflatedBytes += piece.length;
    const excess = excessOf(part, inflatedBytes);
    if (excess !== null) return excess;
    crc = continueCrc32(crc, piece);
    decoder.push(piece);
    if (xml.isTooDeep()) return brokenPart(entry.name);
    if (listener.hasEnough()) return null;
    yield { stage: 'decoding', done: inflatedBytes, total: entry.unpackedBytes };
  }
  decoder.push(new Uint8Array(0), true);
  xml.end();
  const isWhole = inflatedBytes === entry.unpackedBytes && crc === entry.crc32;
  return isWhole ? null : brokenPart(entry.name);
}

function* piecesOf({ entry, packed }: PackedPart): Generator<Uint8Array> {
  if (entry.method === 'stored') {
    yield* cut(packed);
    return;
  }
  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => {
    pieces.push(piece);
  });
  for (let at = 0; at < packed.length; at += INFLATE_STEP_BYTES) {
    const end = at + INFLATE_STEP_BYTES;
    inflate.push(packed.subarray(at, end), end >= packed.length);
    for (const piece of pieces.splice(0)) yield* cut(piece);
  }
}

function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += XML_STEP_BYTES) yield bytes.subarray(at, at + XML_STEP_BYTES);
}

function excessOf({ packed, source }: PackedPart, inflatedBytes: number): UnreadableInput | null {
  if (source.spent.inflatedBytes > MAX_INFLATED_BYTES)
    return { code: 'workbook-too-large', limit: 'unpacked-bytes', max: MAX_INFLATED_BYTES };
  return inflatedBytes > RATIO_GRACE_BYTES && inflatedBytes > MAX_RATIO * packed.length
    ? { code: 'workbook-too-large', limit: 'ratio', max: MAX_RATIO }
    : null;
}

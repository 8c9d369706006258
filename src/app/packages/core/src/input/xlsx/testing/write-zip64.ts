import { continueCrc32 } from '../crc32.ts';

const IN_ZIP64 = 0xffffffff;

/** A ZIP of stored files whose sizes and places stand in ZIP64 records only (APPNOTE 4.3.14, 4.5.3). */
export function writeZip64(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const nameBytes = Uint8Array.from(name, (character) => character.charCodeAt(0));
    const checksum = continueCrc32(0, content);
    const local = [...u32(0x04034b50), ...head(checksum), ...u32(IN_ZIP64), ...u32(IN_ZIP64)];
    chunks.push(
      Uint8Array.of(...local, ...u16(name.length), ...u16(20), ...nameBytes),
      Uint8Array.of(...u16(1), ...u16(16), ...u64(content.length), ...u64(content.length)),
      content,
    );
    const central = [...u32(0x02014b50), ...u16(45), ...head(checksum), ...u32(IN_ZIP64), ...u32(IN_ZIP64)];
    const rest = [
      ...u16(name.length),
      ...u16(36),
      ...u16(0),
      ...u16(0),
      ...u16(0),
      ...u32(0),
      ...u32(IN_ZIP64),
    ];
    const sizes = [...u64(content.length), ...u64(content.length), ...u64(offset)];
    const otherExtra = [...u16(0x7075), ...u16(4), ...u32(0)];
    directory.push(
      Uint8Array.of(...central, ...rest, ...nameBytes, ...otherExtra, ...u16(1), ...u16(24), ...sizes),
    );
    offset = lengthOf(chunks);
  }
  const end64 = [...u32(0x06064b50), ...u64(44), ...u16(45), ...u16(45), ...u32(0), ...u32(0)];
  const count = u64(directory.length);
  const place = [...u64(lengthOf(directory)), ...u64(offset)];
  const locator = [...u32(0x07064b50), ...u32(0), ...u64(offset + lengthOf(directory)), ...u32(1)];
  const end = [...u32(0x06054b50), ...u16(0), ...u16(0), ...u16(0xffff), ...u16(0xffff)];
  return joined([
    ...chunks,
    ...directory,
    Uint8Array.of(...end64, ...count, ...count, ...place, ...locator),
    Uint8Array.of(...end, ...u32(IN_ZIP64), ...u32(IN_ZIP64), ...u16(0)),
  ]);
}

/** Version, flags, method (stored), time and date, checksum. */
function head(checksum: number): readonly number[] {
  return [...u16(45), ...u16(0), ...u16(0), ...u32(0), ...u32(checksum)];
}

function u16(value: number): readonly number[] {
  return [value & 0xff, (value >>> 8) & 0xff];
}

function u32(value: number): readonly number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}

function u64(value: number): readonly number[] {
  return [...u32(value % 2 ** 32), ...u32(Math.floor(value / 2 ** 32))];
}

function lengthOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(lengthOf(chunks));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** One packed file; `offset` is where its local header starts, sizes are in bytes as the directory declares them. */
export interface ZipEntry {
  readonly name: string;
  readonly offset: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly crc32: number;
  readonly method: 'stored' | 'deflated' | 'unsupported';
}

const END_SIGNATURE = 0x06054b50;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const END64_SIGNATURE = 0x06064b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT_BYTES = 65_535;
const IN_ZIP64 = 0xffffffff;

interface Directory {
  readonly offset: number;
  readonly entryCount: number;
}

/**
 * The entries the central directory names (PKWARE APPNOTE 4.3), first come first served where it names one
 * twice; undefined when the bytes are no whole ZIP. Reads at most `maxEntries` and one more.
 */
export function listZipEntries(bytes: Uint8Array, maxEntries: number): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = directory.offset;
  const count = Math.min(directory.entryCount, maxEntries + 1);
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) return undefined;
    const end =
      at +
      ENTRY_BYTES +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (end > view.byteLength) return undefined;
    const entry = readEntry(view, at);
    if (entry === undefined) return undefined;
    entries.push(entry);
    at = end;
  }
  return entries;
}

/** The packed bytes of an entry; undefined when its local header is not where the directory says, or it is cut off. */
export function packedBytesOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + LOCAL_BYTES > view.byteLength || view.getUint32(offset, true) !== LOCAL_SIGNATURE)
    return undefined;
  const start = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const end = start + entry.packedBytes;
  return end <= bytes.length ? bytes.subarray(start, end) : undefined;
}

/** The end record is the last thing in the file but for a comment, so it is looked for from behind. */
function findDirectory(view: DataView): Directory | undefined {
  const first = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const offset = view.getUint32(at + 16, true);
    const entryCount = view.getUint16(at + 10, true);
    return offset === IN_ZIP64 || entryCount === 0xffff
      ? findDirectory64(view, at - 20)
      : { offset, entryCount };
  }
  return undefined;
}

/** Programs that stream large sheets write ZIP64 records even where the plain ones would do. */
function findDirectory64(view: DataView, locator: number): Directory | undefined {
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR_SIGNATURE) return undefined;
  const at = readUint64(view, locator + 8);
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END64_SIGNATURE) return undefined;
  return { offset: readUint64(view, at + 48), entryCount: readUint64(view, at + 32) };
}

function readEntry(view: DataView, at: number): ZipEntry | undefined {
  const nameLength = view.getUint16(at + 28, true);
  const extraAt = at + ENTRY_BYTES + nameLength;
  const sizes = readSizes(view, at, { at: extraAt, end: extraAt + view.getUint16(at + 30, true) });
  if (sizes === undefined) return undefined;
  const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
  return {
    name: readName(view, at + ENTRY_BYTES, nameLength),
    crc32: view.getUint32(at + 16, true),
    method: isEncrypted ? 'unsupported' : methodOf(view.getUint16(at + 10, true)),
    ...sizes,
  };
}

interface ExtraField {
  readonly at: number;
  readonly end: number;
}

/** What does not fit 32 bits stands in the ZIP64 extra field, in this order (APPNOTE 4.5.3). */
function readSizes(
  view: DataView,
  at: number,
  extra: ExtraField,
): Pick<ZipEntry, 'unpackedBytes' | 'packedBytes' | 'offset'> | undefined {
  const plain = [24, 20, 42].map((distance) => view.getUint32(at + distance, true));
  const field = plain.includes(IN_ZIP64) ? findExtra64(view, extra) : undefined;
  if (field === undefined && plain.includes(IN_ZIP64)) return undefined;
  let next = field?.at ?? 0;
  const sizes: number[] = [];
  for (const size of plain) {
    if (size !== IN_ZIP64) sizes.push(size);
    else {
      if (next + 8 > (field?.end ?? 0)) return undefined;
      sizes.push(readUint64(view, next));
      next += 8;
    }
  }
  const [unpackedBytes = 0, packedBytes = 0, offset = 0] = sizes;
  return { unpackedBytes, packedBytes, offset };
}

function findExtra64(view: DataView, extra: ExtraField): ExtraField | undefined {
  let at = extra.at;
  while (at + 4 <= extra.end) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1 && end <= extra.end) return { at: at + 4, end };
    at = end;
  }
  return undefined;
}

function readUint64(view: DataView, at: number): number {
  return view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
}

/** Part names are ASCII (ECMA-376 part 2, 6.2.2). */
function readName(view: DataView, at: number, length: number): string {
  let name = '';
  for (let index = 0; index < length; index += 1) name += String.fromCharCode(view.getUint8(at + index));
  return name;
}

function methodOf(method: number): ZipEntry['method'] {
  if (method === 0) return 'stored';
  return method === 8 ? 'deflated' : 'unsupported';
}

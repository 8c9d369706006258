/** The checksum of ZIP entries (APPNOTE 4.4.7), to be carried on from piece to piece; starts at 0. */
export function continueCrc32(crc: number, bytes: Uint8Array): number {
  let rest = ~crc;
  // Every byte of a workbook comes through here: an iterator over them takes several times as long.
  for (let index = 0; index < bytes.length; index += 1)
    rest = (TABLE[(rest ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (rest >>> 8);
  return ~rest >>> 0;
}

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest & 1) === 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

import { detectFileKind } from '../detect-file-kind.ts';
import type { UnreadableInput } from '../input-issue.ts';

/** "EncryptedPackage" in UTF-16LE: the stream that holds a workbook with a password (MS-OFFCRYPTO 2.3.4.4). */
const ENCRYPTED_STREAM = Array.from('EncryptedPackage').flatMap((character) => [character.charCodeAt(0), 0]);

/** What a file is that cannot be an XLSX; null when it may be one. */
export function describeForeignFile(bytes: Uint8Array): UnreadableInput | null {
  const kind = detectFileKind(bytes);
  switch (kind) {
    case 'xlsx':
    case 'zip':
      return null;
    case 'xls':
    case 'ods':
    case 'numbers':
      return { code: 'not-a-workbook', found: kind };
    case 'office-97':
      return { code: 'not-a-workbook', found: holds(bytes, ENCRYPTED_STREAM) ? 'encrypted' : 'other' };
    case undefined:
    case 'docx':
    case 'gzip':
    case '7z':
    case 'rar':
    case 'pdf':
    case 'png':
    case 'jpeg':
    case 'gif':
    case 'webp':
    case 'sqlite':
    case 'parquet':
      return { code: 'not-a-workbook', found: 'other' };
  }
}

function holds(bytes: Uint8Array, pattern: readonly number[]): boolean {
  const [first = 0] = pattern;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (pattern.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

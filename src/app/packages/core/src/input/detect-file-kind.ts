/** What a file that is no text really is, told by its first bytes and never by its name. */
export type FileKind =
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'docx'
  | 'numbers'
  | 'zip'
  | 'office-97'
  | 'gzip'
  | '7z'
  | 'rar'
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'sqlite'
  | 'parquet';

/** Signatures at offset 0, as Latin-1 text. */
const SIGNATURES: readonly (readonly [string, FileKind])[] = [
  ['%PDF-', 'pdf'],
  ['\u0089PNG\r\n', 'png'],
  ['\u00ff\u00d8\u00ff', 'jpeg'],
  ['GIF8', 'gif'],
  ['\u001f\u008b', 'gzip'],
  ["7z\u00bc\u00af'\u001c", '7z'],
  ['Rar!\u001a\u0007', 'rar'],
  ['SQLite format 3\u0000', 'sqlite'],
  ['PAR1', 'parquet'],
];

/** Names of entries that only one kind of ZIP container has. */
const ZIP_ENTRIES: readonly (readonly [string, FileKind])[] = [
  ['xl/', 'xlsx'],
  ['opendocument.spreadsheet', 'ods'],
  ['word/', 'docx'],
  ['Index/Document.iwa', 'numbers'],
];

const ZIP = 'PK\u0003\u0004';
const EMPTY_ZIP = 'PK\u0005\u0006';
const COMPOUND_FILE = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';
/** Entry names stand at the start and, in the ZIP directory, at the end; directory names of .xls anywhere. */
const EDGE_BYTES = 65_536;
/** "Workbook" as UTF-16LE: the stream every .xls since Excel 97 has. */
const WORKBOOK_STREAM = 'W\u0000o\u0000r\u0000k\u0000b\u0000o\u0000o\u0000k';

/** The kind of a binary file; undefined when the bytes may be text. */
export function detectFileKind(bytes: Uint8Array): FileKind | undefined {
  const start = latin1(bytes.subarray(0, 16));
  if (start.startsWith(ZIP) || start.startsWith(EMPTY_ZIP)) return kindOfZip(bytes);
  if (start.startsWith(COMPOUND_FILE)) return edgesOf(bytes).includes(WORKBOOK_STREAM) ? 'xls' : 'office-97';
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'webp';
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1];
}

function kindOfZip(bytes: Uint8Array): FileKind {
  const edges = edgesOf(bytes);
  return ZIP_ENTRIES.find(([entry]) => edges.includes(entry))?.[1] ?? 'zip';
}

function edgesOf(bytes: Uint8Array): string {
  if (bytes.length <= 2 * EDGE_BYTES) return latin1(bytes);
  return latin1(bytes.subarray(0, EDGE_BYTES)) + latin1(bytes.subarray(-EDGE_BYTES));
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

// Made from functions/src/words/en.json by `npm run words`.

export interface FileKindValues {
  'fileKind.xlsx': { name: string };
  'fileKind.xls': { name: string };
  'fileKind.ods': { name: string };
  'fileKind.docx': { name: string };
  'fileKind.numbers': { name: string };
  'fileKind.zip': { name: string };
  'fileKind.office-97': { name: string };
  'fileKind.gzip': { name: string };
  'fileKind.7z': { name: string };
  'fileKind.rar': { name: string };
  'fileKind.pdf': { name: string };
  'fileKind.png': { name: string };
  'fileKind.jpeg': { name: string };
  'fileKind.gif': { name: string };
  'fileKind.webp': { name: string };
  'fileKind.sqlite': { name: string };
  'fileKind.parquet': { name: string };
}

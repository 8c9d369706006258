// Made from functions/src/words/en.json by `npm run words`.

export interface WorkbookValues {
  'workbook.encrypted': null;
  'workbook.foreign': null;
  'workbook.broken.title': null;
  'workbook.broken.body': { part: string };
  'workbook.too-large.title': null;
  'workbook.too-large.entries': { max: number };
  'workbook.too-large.unpacked-bytes': { max: string };
  'workbook.too-large.ratio': { max: number };
  'workbook.no-sheet.title': { sheet: number };
  'workbook.no-sheet.body': { count: number };
}

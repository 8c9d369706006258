// Made from functions/src/words/en.json by `npm run words`.

export interface UnreadableValues {
  'unreadable.empty.title': null;
  'unreadable.empty.body': null;
  'unreadable.header-only.title': null;
  'unreadable.header-only.body': { headers: string };
  'unreadable.blank-rows.title': { count: number };
  'unreadable.blank-rows.body': null;
  'unreadable.binary.title': null;
  'unreadable.binary.body': null;
  'unreadable.zip.title': null;
  'unreadable.markup.title': { found: string };
  'unreadable.markup.body': null;
  'unreadable.broken-json.title': { line: number; column: number };
  'unreadable.broken-json.body': { found: string };
  'unreadable.json-ends.body': null;
  'unreadable.json-too-deep.title': null;
  'unreadable.json-too-deep.body': { max: number };
  'unreadable.json-without-records.title': null;
  'unreadable.json-without-records.body': { found: string };
  'unreadable.too-many-columns.title': { found: number };
  'unreadable.too-many-columns.body': { max: number };
  'unreadable.too-many-cells.title': { found: number };
  'unreadable.too-many-cells.body': { max: number };
  'unreadable.row-too-long.title': { row: number };
  'unreadable.row-too-long.body': { line: number; max: number };
  'unreadable.no-such-header-row.title': { row: number };
  'unreadable.no-such-header-row.body': { count: number };
}

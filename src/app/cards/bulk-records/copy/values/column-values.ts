// Made from functions/src/words/en.json by `npm run words`.

export interface ColumnValues {
  'column.name': null;
  'column.label': null;
  'column.alias': null;
  'column.values': null;
  'column.chosen': null;
  'column.sure': { reason: string; percent: number };
  'column.no-match': null;
  'column.read-only': { property: string };
  'column.already-taken': { property: string };
  'column.blank-header': null;
  'column.left-out-by-choice': null;
  'column.ambiguous': { properties: string };
  'column.associated': null;
}

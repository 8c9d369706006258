// Made from functions/src/words/en.json by `npm run words`.

export interface RowValues {
  'row.set': { count: number; names: string };
  'row.changed': { count: number; names: string };
  'row.kept': { summary: string; count: number };
  'row.record': { id: string };
  'row.same': null;
  'row.nothing': null;
  'row.associated': { count: number };
  'row.held': { count: number };
}

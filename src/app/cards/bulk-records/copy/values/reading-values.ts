// Made from functions/src/words/en.json by `npm run words`.

export interface ReadingValues {
  'reading.size': { rows: number; columns: number };
  'reading.noHeader': null;
  'reading.header': { row: number };
  'reading.runnerUp.comma': null;
  'reading.runnerUp.semicolon': null;
  'reading.runnerUp.tab': null;
  'reading.runnerUp.one-column': null;
  'reading.runnerUp.other': { form: string };
}

// Made from functions/src/words/en.json by `npm run words`.

export interface SeparatorValues {
  'separator.comma': null;
  'separator.semicolon': null;
  'separator.tab': null;
  'separator.other': { delimiter: string };
}

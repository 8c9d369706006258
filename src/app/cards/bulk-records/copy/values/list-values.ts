// Made from functions/src/words/en.json by `npm run words`.

export interface ListValues {
  'list.comma': null;
  'list.sentences': null;
  'list.more': { list: string; left: number };
}

// Made from functions/src/words/en.json by `npm run words`.

export interface DuplicateValues {
  'duplicate.merge': null;
  'duplicate.last': null;
  'duplicate.first': null;
}

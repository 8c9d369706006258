// Made from functions/src/words/en.json by `npm run words`.

export interface KeptValues {
  'kept.fill-blanks': null;
  'kept.never': null;
  'kept.moves-backwards': null;
  'kept.changed-since': null;
}

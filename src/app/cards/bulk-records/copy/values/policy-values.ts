// Made from functions/src/words/en.json by `npm run words`.

export interface PolicyValues {
  'policy.overwrite': null;
  'policy.fill-blanks': null;
  'policy.never': null;
}

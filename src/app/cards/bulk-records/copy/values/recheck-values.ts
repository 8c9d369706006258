// Made from functions/src/words/en.json by `npm run words`.

export interface RecheckValues {
  'recheck.when-old': { count: number };
  'recheck.always': { count: number };
  'recheck.never': null;
}

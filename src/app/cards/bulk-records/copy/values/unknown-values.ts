// Made from functions/src/words/en.json by `npm run words`.

export interface UnknownValues {
  'unknown.answer-lost': null;
  'unknown.answer-silent': null;
  'unknown.answer-contradicts-itself': null;
  'unknown.read-back-failed': null;
  'unknown.no-key-to-read-back': null;
  'unknown.still-processing': null;
  'unknown.import-silent': null;
}

// Made from functions/src/words/en.json by `npm run words`.

export interface StateValues {
  'state.running': null;
  'state.stopped': null;
  'state.finished': null;
}

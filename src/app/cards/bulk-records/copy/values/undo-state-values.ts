// Made from functions/src/words/en.json by `npm run words`.

export interface UndoStateValues {
  'undoState.running': null;
  'undoState.stopped': null;
  'undoState.finished': null;
}

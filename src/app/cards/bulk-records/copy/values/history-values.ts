// Made from functions/src/words/en.json by `npm run words`.

export interface HistoryValues {
  'history.title': null;
  'history.loading': null;
  'history.none': null;
  'history.run': null;
  'history.open': null;
  'history.resume': null;
  'history.undo': null;
  'history.forget': null;
  'history.report': null;
  'history.fetching': null;
  'history.reportUntil': { until: string };
  'history.opening': null;
  'history.undoing': null;
  'history.forgetting': null;
  'history.unknownRun': null;
  'history.undoTitle': null;
  'history.heldTitle': null;
  'history.heldBody': { until: string };
  'history.keptAssociations': { count: number };
}

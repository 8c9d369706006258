// Made from functions/src/words/en.json by `npm run words`.

export interface NotUndoneValues {
  'notUndone.changed-since': null;
  'notUndone.touched-since': null;
  'notUndone.archived': null;
  'notUndone.gone': null;
  'notUndone.no-earlier-value': null;
}

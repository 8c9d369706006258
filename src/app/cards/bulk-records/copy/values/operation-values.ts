// Made from functions/src/words/en.json by `npm run words`.

export interface OperationValues {
  'operation.upsert': null;
  'operation.create': null;
  'operation.update': null;
  'operation.archive': null;
}

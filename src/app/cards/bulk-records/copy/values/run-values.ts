// Made from functions/src/words/en.json by `npm run words`.

export interface RunValues {
  'run.upsert': { key: string };
  'run.create': { key: string };
  'run.createWithoutKey': null;
  'run.update': { key: string };
  'run.archive': null;
  'run.someKey': null;
}

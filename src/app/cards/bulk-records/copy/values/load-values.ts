// Made from functions/src/words/en.json by `npm run words`.

export interface LoadValues {
  'load.no-reply.title': null;
  'load.no-reply.body': { message: string };
  'load.missing-scopes.title': null;
  'load.missing-scopes.body': { scopes: string };
  'load.someScope': null;
  'load.token.title': null;
  'load.token.body': null;
  'load.unknown-object-type.title': null;
  'load.unknown-object-type.body': null;
  'load.rate-limited.title': null;
  'load.rate-limited.body': null;
  'load.unavailable.title': null;
  'load.unavailable.body': null;
  'load.refused.title': null;
  'load.refused.body': { message: string };
}

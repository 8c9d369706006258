// Made from functions/src/words/en.json by `npm run words`.

export interface NotSentValues {
  'notSent.stopped': null;
  'notSent.invalid-token': { said: string };
  'notSent.missing-scopes': { said: string };
  'notSent.no-permission': { said: string };
  'notSent.key-not-accepted': { said: string };
  'notSent.unknown-object-type': { said: string };
  'notSent.daily-limit': null;
  'notSent.rate-limited': null;
  'notSent.migrating': null;
  'notSent.not-understood': { said: string };
  'notSent.hubspot-unreachable': { said: string };
  'notSent.function-refused': { said: string };
  'notSent.function-unreachable': { said: string };
  'notSent.not-rechecked': null;
  'notSent.stopped-after-canary': null;
  'notSent.taken-over': null;
  'notSent.import-failed': null;
  'notSent.import-refused': { said: string };
}

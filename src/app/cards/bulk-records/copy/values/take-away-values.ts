// Made from functions/src/words/en.json by `npm run words`.

export interface TakeAwayValues {
  'takeAway.fileAll': null;
  'takeAway.fileFailures': { count: number };
  'takeAway.filing': null;
  'takeAway.filedTitle': null;
  'takeAway.openFile': null;
  'takeAway.expires': { until: string };
  'takeAway.too-large.title': null;
  'takeAway.too-large.body': null;
  'takeAway.scope.title': null;
  'takeAway.scope.body': null;
  'takeAway.failed.title': null;
  'takeAway.failed.body': { title: string; body: string };
}

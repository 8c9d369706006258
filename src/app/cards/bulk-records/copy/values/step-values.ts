// Made from functions/src/words/en.json by `npm run words`.

export interface StepValues {
  'step.data': null;
  'step.match': null;
  'step.review': null;
  'step.run': null;
  'step.outcomes': null;
}

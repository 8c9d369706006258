// Made from functions/src/words/en.json by `npm run words`.

export interface OutcomeCountValues {
  'outcomeCount.created': { count: number };
  'outcomeCount.updated': { count: number };
  'outcomeCount.unchanged': { count: number };
  'outcomeCount.archived': { count: number };
  'outcomeCount.rejected': { count: number };
  'outcomeCount.conflict': { count: number };
  'outcomeCount.skipped': { count: number };
  'outcomeCount.not-sent': { count: number };
  'outcomeCount.unknown': { count: number };
}

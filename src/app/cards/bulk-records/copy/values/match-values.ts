// Made from functions/src/words/en.json by `npm run words`.

export interface MatchValues {
  'match.no-key-for-operation': null;
  'match.key-not-mapped': { key: string };
  'match.nothing-mapped': null;
  'match.association-open': null;
}

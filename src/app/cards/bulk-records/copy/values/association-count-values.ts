// Made from functions/src/words/en.json by `npm run words`.

export interface AssociationCountValues {
  'associationCount.made': { count: number };
  'associationCount.already-there': { count: number };
  'associationCount.failed': { count: number };
  'associationCount.not-sent': { count: number };
  'associationCount.unknown': { count: number };
  'associationCount.unresolved': { count: number };
}

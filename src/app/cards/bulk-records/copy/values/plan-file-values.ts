// Made from functions/src/words/en.json by `npm run words`.

export interface PlanFileValues {
  'planFile.unreadable.title': { line: number };
  'planFile.unreadable.body': null;
  'planFile.altered.title': null;
  'planFile.altered.body': null;
  'planFile.unknown-property.title': { property: string };
  'planFile.unknown-property.body': null;
}

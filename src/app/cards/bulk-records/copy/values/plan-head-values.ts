// Made from functions/src/words/en.json by `npm run words`.

export interface PlanHeadValues {
  'planHead.matchedBy': { key: string };
  'planHead.body': { parts: string };
}

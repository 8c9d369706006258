// Made from functions/src/words/en.json by `npm run words`.

export interface KeptValueValues {
  keptValue: { label: string; value: string; reason: string };
}

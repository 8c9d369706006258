// Made from functions/src/words/en.json by `npm run words`.

export interface KeptCellValues {
  keptCell: { label: string; reason: string };
}

// Made from functions/src/words/en.json by `npm run words`.

export interface PairValues {
  pair: { name: string; text: string };
}

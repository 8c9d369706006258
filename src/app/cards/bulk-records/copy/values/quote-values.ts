// Made from functions/src/words/en.json by `npm run words`.

export interface QuoteValues {
  quote: { text: string };
}

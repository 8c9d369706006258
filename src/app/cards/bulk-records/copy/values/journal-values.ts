// Made from functions/src/words/en.json by `npm run words`.

export interface JournalValues {
  'journal.title': null;
  'journal.missingScope': null;
  'journal.body': { title: string; body: string };
}

// Made from functions/src/words/en.json by `npm run words`.

export interface EntryValues {
  'entry.run': { operation: string; objectType: string; moment: string; plan: string };
  'entry.runBy': { operation: string; objectType: string; moment: string; who: string; plan: string };
  'entry.counts': { counts: string; rows: string };
}

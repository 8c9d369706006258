// Made from functions/src/words/en.json by `npm run words`.

export interface BreachValues {
  'breach.row': { row: number };
  'breach.rowOf': { row: number; key: string };
  'breach.changed': { place: string; properties: string };
  'breach.gone': { place: string };
  'breach.exists': { place: string; id: string };
  'breach.unread': { place: string };
}

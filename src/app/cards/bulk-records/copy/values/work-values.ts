// Made from functions/src/words/en.json by `npm run words`.

export interface WorkValues {
  'work.decoding': { done: string; total: string };
  'work.splitting': { done: number; total: number };
  'work.laying-out': { done: number; total: number };
  'work.choosing-formats': { done: number; total: number };
  'work.drafting': { done: number; total: number };
}

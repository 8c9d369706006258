// Made from functions/src/words/en.json by `npm run words`.

export interface ProgressValues {
  'progress.rows': { settled: number; total: number };
  'progress.pace': { rate: number; left: string };
  'progress.settling': null;
  'progress.importing': { written: number; handed: number };
  'progress.importDeferred': { progress: string };
  'progress.importCanceling': { progress: string };
  'progress.company': { foreign: number; max: number };
}

// Made from functions/src/words/en.json by `npm run words`.

export interface WaitValues {
  'wait.window-full': { time: string };
  'wait.window-shared': { time: string };
  'wait.rate-limit': { time: string };
  'wait.daily-limit': { until: string };
  'wait.functions-refused': { time: string };
  'wait.locked': { time: string };
  'wait.migrating': { time: string };
  'wait.no-answer': { time: string };
}

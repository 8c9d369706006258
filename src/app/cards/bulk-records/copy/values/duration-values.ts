// Made from functions/src/words/en.json by `npm run words`.

export interface DurationValues {
  'duration.instant': null;
  'duration.seconds': { seconds: number };
  'duration.minutes': { minutes: number; seconds: number };
}

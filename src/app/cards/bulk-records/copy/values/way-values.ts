// Made from functions/src/words/en.json by `npm run words`.

export interface WayValues {
  'way.label': null;
  'way.batches': { time: string };
  'way.imports': { time: string };
  'way.importBody': { upload: string; settle: string; requests: number };
  'way.proposedTitle': null;
  'way.proposedBody': null;
}

// Made from functions/src/words/en.json by `npm run words`.

export interface WriteValues {
  'write.nothing': null;
  'write.upsert': { count: number };
  'write.create': { count: number };
  'write.update': { count: number };
  'write.archive': { count: number };
  'write.leaveOut': { run: string; count: number };
  'write.associate': { count: number };
}

// Made from functions/src/words/en.json by `npm run words`.

export interface FileValues {
  'file.not-text': null;
  'file.too-large.title': { name: string; size: string };
  'file.too-large.body': { max: string };
  'file.unreadable.title': { name: string; detail: string };
  'file.unreadable.body': null;
}

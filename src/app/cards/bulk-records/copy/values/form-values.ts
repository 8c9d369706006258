// Made from functions/src/words/en.json by `npm run words`.

export interface FormValues {
  'form.one-column': null;
  'form.xlsx': { name: string };
}

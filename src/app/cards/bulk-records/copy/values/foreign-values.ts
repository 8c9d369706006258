// Made from functions/src/words/en.json by `npm run words`.

export interface ForeignValues {
  'foreign.xls': null;
  'foreign.xlsb': null;
  'foreign.ods': null;
  'foreign.numbers': null;
  'foreign.encrypted': null;
  'foreign.other': null;
}

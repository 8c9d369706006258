// Made from functions/src/words/en.json by `npm run words`.

export interface FormatValues {
  'format.decimalComma': null;
  'format.decimalPoint': null;
  'format.fraction': { name: string };
  'format.dmy': null;
  'format.mdy': null;
  'format.ymd': null;
  'format.phone': null;
  'format.cleaned': null;
  'format.plain': null;
  'format.unchecked': null;
  'format.question': { label: string; examples: string };
}

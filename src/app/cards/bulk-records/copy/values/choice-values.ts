// Made from functions/src/words/en.json by `npm run words`.

export interface ChoiceValues {
  'choice.clearToken': { token: string };
  'choice.phone': { label: string };
  'choice.phoneIn': { label: string; country: string };
  'choice.cleaned': { label: string };
  'choice.unchecked': { label: string };
  'choice.append': { label: string };
  'choice.blank': null;
}

// Made from functions/src/words/en.json by `npm run words`.

export interface InputValues {
  'input.long-rows': { count: number; expected: number; rows: string };
  'input.short-rows': { count: number; expected: number; rows: string };
  'input.literal-quotes': { count: number; rows: string };
  'input.unclosed-quote': { rows: string };
  'input.no-header': null;
  'input.rows-above-header': { count: number; rows: string };
  'input.blank-headers': { count: number };
  'input.repeated-headers': { headers: string };
  'input.unusual-characters': { place: number; character: string; count: number; rows: string };
  'input.repeated-keys': { keys: string };
  'input.not-records': { count: number; rows: string };
  'input.broken-lines': { count: number; rows: string };
  'input.cell-errors': { count: number; found: string; rows: string };
  'input.uncomputed-formulas': { count: number; rows: string };
  'input.long-numbers': { count: number; found: string; rows: string };
  'input.merged-cells': { count: number; rows: string };
  'input.hidden-rows': { count: number; rows: string };
}

/** A piece of a number format code (ECMA-376 part 1, 18.8.31). */
export type FormatToken =
  /** One character that stands for itself or for a part of the number: `0`, `y`, `%`, `-`. */
  | { readonly kind: 'code'; readonly text: string }
  /** Quoted or escaped text. */
  | { readonly kind: 'literal'; readonly text: string }
  /** `[h]`, `[mm]`, `[ss]`: a time that goes on beyond its clock. */
  | { readonly kind: 'elapsed' }
  /** `[$€-407]`: a currency; without a sign (`[$-409]`) it only names a language and is no token. */
  | { readonly kind: 'currency' }
  /** `[<=9999999]`: the section is for these numbers only. */
  | { readonly kind: 'condition'; readonly operator: string; readonly bound: number };

export type FormatSection = readonly FormatToken[];

const TOKEN = /"[^"]*"?|\\.|[_*].|\[[^\]]*\]?|[^]/gu;
const CONDITION = /^\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]$/;

/** The sections of a format code: positive, negative, zero, text; colours and paddings are left out. */
export function splitFormat(code: string): readonly FormatSection[] {
  const sections: FormatToken[][] = [[]];
  for (const text of code.match(TOKEN) ?? []) {
    if (text === ';') sections.push([]);
    else sections.at(-1)?.push(...tokensOf(text));
  }
  return sections;
}

function tokensOf(text: string): readonly FormatToken[] {
  if (text.length === 1) return [{ kind: 'code', text }];
  switch (text.charAt(0)) {
    case '"':
      return [{ kind: 'literal', text: text.slice(1).replace(/"$/, '') }];
    case '\\':
      return [{ kind: 'literal', text: text.slice(1) }];
    case '[':
      return bracketTokens(text);
    case '_':
    case '*':
      return [];
  }
  return [{ kind: 'code', text }];
}

function bracketTokens(text: string): readonly FormatToken[] {
  const condition = CONDITION.exec(text);
  if (condition !== null) {
    const [, operator = '', bound] = condition;
    return [{ kind: 'condition', operator, bound: Number(bound) }];
  }
  if (/^\[(?:h+|m+|s+)\]$/i.test(text)) return [{ kind: 'elapsed' }];
  return /^\[\$[^-\]]/.test(text) ? [{ kind: 'currency' }] : [];
}

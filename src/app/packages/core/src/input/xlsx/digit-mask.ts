import type { FormatSection, FormatToken } from './format-sections.ts';

const PLACEHOLDER = /^[0#?]$/;
/** Characters that stand for themselves without quotes (ECMA-376 part 1, 18.8.31), but for `/` and `$`. */
const PLAIN_LITERAL = /^[-+() :!^&'~{}<>=\u00a0]$/;

/**
 * True when a section writes whole numbers as codes: `00000`, `000-00-0000`, `(###) ###-####`. Then the sheet's
 * text is the value (a postcode, a phone number); for `0 "days"` or `# ##0` the number is.
 */
export function isDigitMask(section: FormatSection): boolean {
  const tokens = section.filter(({ kind }) => kind !== 'condition');
  const isOnlyDigitsAndText = tokens.every(
    (token) =>
      (token.kind === 'literal' && !/[.,]/.test(token.text)) ||
      (token.kind === 'code' && (PLACEHOLDER.test(token.text) || PLAIN_LITERAL.test(token.text))),
  );
  if (!isOnlyDigitsAndText) return false;
  const texts = tokens.map((token) => (isPlaceholder(token) ? token.text : textOf(token)));
  const zeroCount = tokens.filter((token) => isPlaceholder(token) && token.text === '0').length;
  const places = tokens.map(isPlaceholder);
  const between = texts.slice(places.indexOf(true), places.lastIndexOf(true) + 1);
  return zeroCount > 1 || between.some((text) => !/^[0#?\s']*$/.test(text));
}

/** The number that applies to a section with a condition; every number where it has none. */
export function acceptsNumber(section: FormatSection, value: number): boolean {
  return section.every((token) => token.kind !== 'condition' || meets(value, token));
}

/** Writes the digits of a whole number into a mask from behind; digits left over stand before the first place. */
export function fillDigitMask(section: FormatSection, digits: string): string {
  const firstPlace = section.findIndex(isPlaceholder);
  let rest = digits === '0' ? '' : digits;
  let filled = '';
  for (let index = section.length - 1; index >= 0; index -= 1) {
    const token = section[index];
    if (token === undefined) continue;
    if (!isPlaceholder(token)) {
      filled = textOf(token) + filled;
      continue;
    }
    const digit = rest.slice(-1) || (token.text === '0' ? '0' : '');
    rest = rest.slice(0, -1);
    filled = (index === firstPlace ? rest : '') + digit + filled;
  }
  return filled;
}

function isPlaceholder(token: FormatToken): token is Extract<FormatToken, { kind: 'code' }> {
  return token.kind === 'code' && PLACEHOLDER.test(token.text);
}

function textOf(token: FormatToken): string {
  return token.kind === 'code' || token.kind === 'literal' ? token.text : '';
}

function meets(value: number, { operator, bound }: Extract<FormatToken, { kind: 'condition' }>): boolean {
  switch (operator) {
    case '<=':
      return value <= bound;
    case '>=':
      return value >= bound;
    case '<':
      return value < bound;
    case '>':
      return value > bound;
    case '<>':
      return value !== bound;
  }
  return value === bound;
}

import { isCurrency } from './currency.ts';
import { removeHidden } from './hidden-characters.ts';

/** A number cell taken apart as text; which mark is the decimal one is still open. */
export interface NumberShape {
  readonly isNegative: boolean;
  readonly isPercent: boolean;
  /** Digits with their marks: `1.234,56`. Every kind of blank is a space, every apostrophe a `'`. */
  readonly body: string;
  /** `e-5`, or nothing. */
  readonly exponent: string;
}

/** Beyond any number HubSpot keeps, and short enough that a huge cell costs nothing. */
const MAX_LENGTH = 400;
/** Most cells. */
const PLAIN = /^\d+$/;
const BLANKS = /[\s\u00a0\u2007\u2009\u202f]+/g;
const BODY = /^([\d.,' ]+)(?:e([+-]?\d{1,4}))?$/i;
const LEADING_WORD = /^[^\d\s.,'()+\-–−%][^\d\s,'()+\-–−%]{0,3}/u;
const TRAILING_WORD = /[^\d\s.,'()+\-–−%]{1,4}\.?$/u;

/** True for digits alone: one number under every format, as it stands. */
export function isPlainNumber(text: string): boolean {
  return text.length <= MAX_LENGTH && PLAIN.test(text);
}

/** Takes off sign, currency, per cent and the accountant's brackets; null where no number is left. */
export function parseNumberShape(raw: string): NumberShape | null {
  const text = removeHidden(raw).trim();
  if (text.length > MAX_LENGTH || !/\d/.test(text)) return null;
  if (isPlainNumber(text)) return { isNegative: false, isPercent: false, body: text, exponent: '' };
  const marks = new Set<Mark>();
  let rest = text.replace(BLANKS, ' ').replace(/[’´`]/g, "'");
  for (let peeled = peelMark(rest); peeled !== null; peeled = peelMark(rest)) {
    if (marks.has(peeled.mark)) return null;
    marks.add(peeled.mark);
    rest = peeled.rest.trim();
  }
  const match = BODY.exec(rest);
  if (match === null) return null;
  const [, body = '', exponent] = match;
  return {
    isNegative: marks.has('minus'),
    isPercent: marks.has('percent'),
    body,
    exponent: exponent === undefined ? '' : `e${exponent}`,
  };
}

type Mark = 'minus' | 'plus' | 'percent' | 'currency' | 'whole';

interface Peeled {
  readonly mark: Mark;
  readonly rest: string;
}

/** What may stand around a number, outermost first; the bracket holds what is left. */
const PEELS: readonly (readonly [mark: Mark, pattern: RegExp])[] = [
  ['minus', /^\((.*)\)$/],
  ['minus', /^[-−–](.*)/],
  ['plus', /^\+(.*)/],
  ['percent', /^%(.*)/],
  ['percent', /^(.*)%$/],
  // Swiss and German prices: `20.-`, `20,--`, `20.–` are whole amounts, not negative ones.
  ['whole', /^([^-–—]*)[.,][-–—]{1,2}$/],
  // SAP writes the sign last.
  ['minus', /^(.*)[-−]$/],
];

function peelMark(text: string): Peeled | null {
  for (const [mark, pattern] of PEELS) {
    const rest = pattern.exec(text)?.[1];
    if (rest !== undefined) return { mark, rest };
  }
  return peelCurrency(text);
}

function peelCurrency(text: string): Peeled | null {
  const leading = LEADING_WORD.exec(text)?.[0] ?? '';
  if (isCurrency(leading)) return { mark: 'currency', rest: text.slice(leading.length) };
  const trailing = TRAILING_WORD.exec(text)?.[0] ?? '';
  return isCurrency(trailing) ? { mark: 'currency', rest: text.slice(0, -trailing.length) } : null;
}

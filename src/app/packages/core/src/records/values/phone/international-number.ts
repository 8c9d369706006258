import { removeHidden } from '../hidden-characters.ts';
import type { CallingPlan } from './calling-plans.ts';

/** Digits, and what people put between them. At most one slash, behind the area code: two of them part two numbers. */
const WRITTEN = /^(?:tel\.?:?\s*)?(\+?)([\d\s().\-–—‐‑·]*\/?[\d\s().\-–—‐‑·]+)$/i;
const LONGEST_CELL = 40;
/** Shorter ones are services or extensions. */
const FEWEST_DIGITS = 7;
/** ITU-T E.164, 6.2: calling code and number together. */
const MOST_DIGITS = 15;

/** Where a number is dialled, and how it is done there and elsewhere. */
export interface Dialling {
  /** ISO 3166; null where nobody knows. */
  readonly country: string | null;
  readonly plans: ReadonlyMap<string, CallingPlan>;
}

/**
 * A phone number in the international format `+49301234567` (ITU-T E.164), where its writing leaves no doubt: it begins
 * with `+` or `00`, or with the trunk prefix of the country it is dialled in, or it is complete without one. Null
 * otherwise: then it stays as typed. Whether the number is in use is not known here.
 */
export function internationalNumber(raw: string, { country, plans }: Dialling): string | null {
  const text = removeHidden(raw).normalize('NFKC').trim();
  const match = text.length > LONGEST_CELL ? null : WRITTEN.exec(text);
  if (match === null) return null;
  const [, plus = '', body = ''] = match;
  if (isTwoNumbers(body)) return null;
  const home = country === null ? undefined : plans.get(country);
  const abroad = plus === '+' ? body : withoutDialling(body, home);
  const digits = abroad === null ? digitsAtHome(body, home) : digitsFromAbroad(abroad, [...plans.values()]);
  return digits !== null && digits.length <= MOST_DIGITS ? `+${digits}` : null;
}

/** A slash follows an area code; behind a whole number it begins a second one, or an extension. */
function isTwoNumbers(body: string): boolean {
  const [before = '', after] = body.split('/');
  return after !== undefined && (onlyDigits(before).length > 6 || onlyDigits(after).length < 4);
}

/** Without the `00` or `011` that leads abroad; null where the number does not begin so. */
function withoutDialling(body: string, home: CallingPlan | undefined): string | null {
  const digits = onlyDigits(body);
  if (home === undefined || home.dialsAbroadByZeros) {
    return digits.startsWith('00') ? body.replace(/^\D*0\D*0/, '') : null;
  }
  return home.callingCode === '1' && digits.startsWith('011') ? body.replace(/^\D*0\D*1\D*1/, '') : null;
}

function digitsFromAbroad(body: string, plans: readonly CallingPlan[]): string | null {
  const digits = withoutBrackets(body, plans);
  const national = (plan: CallingPlan) => digits.slice(plan.callingCode.length);
  return plansAbroad(digits, plans).some((plan) => isComplete(national(plan), plan)) ? digits : null;
}

/** `49 (0)30 123456` as `4930123456`: such a zero is dialled inside the country only, but belongs to Italy's numbers. */
function withoutBrackets(body: string, plans: readonly CallingPlan[]): string {
  const trunkPrefix = plansAbroad(onlyDigits(body), plans)[0]?.trunkPrefix ?? '';
  if (trunkPrefix === '' || !body.includes('(0)')) return onlyDigits(body);
  return trunkPrefix === '0' ? onlyDigits(body.replace('(0)', '')) : '';
}

/** Calling codes are of one to three digits, and none begins another. */
function plansAbroad(digits: string, plans: readonly CallingPlan[]): readonly CallingPlan[] {
  return plans.filter(({ callingCode }) => digits.startsWith(callingCode));
}

function digitsAtHome(body: string, home: CallingPlan | undefined): string | null {
  if (home === undefined) return null;
  const digits = onlyDigits(body);
  const { trunkPrefix, callingCode } = home;
  if (trunkPrefix !== '' && digits.startsWith(trunkPrefix)) {
    const national = digits.slice(trunkPrefix.length);
    return isComplete(national, home) ? callingCode + national : null;
  }
  return isWholeWithoutTrunk(digits, home) ? callingCode + digits : null;
}

/** Where no trunk prefix is needed, or a spreadsheet took its zero: only if nothing else can be meant. */
function isWholeWithoutTrunk(digits: string, home: CallingPlan): boolean {
  const { trunkPrefix, callingCode, dialsAbroadByZeros } = home;
  if (!isComplete(digits, home) || !(trunkPrefix === '' || lacksNothing(digits, home))) return false;
  // `39 340 771466` may be an Italian number of its own, or one whose `+` got lost.
  if (digits.startsWith(callingCode) && isComplete(digits.slice(callingCode.length), home)) return false;
  return dialsAbroadByZeros || !digits.startsWith('0');
}

function isComplete(national: string, { lengths, trunkPrefix }: CallingPlan): boolean {
  const hasTrunkTwice = trunkPrefix !== '' && national.startsWith(trunkPrefix);
  return national.length >= FEWEST_DIGITS && lengths.has(national.length) && !hasTrunkTwice;
}

/** No area code can be missing: all numbers have nearly one length, or none is longer. */
function lacksNothing(national: string, { lengths }: CallingPlan): boolean {
  const longest = Math.max(...lengths);
  return national.length === longest || longest - Math.min(...lengths) <= 1;
}

function onlyDigits(text: string): string {
  return text.replace(/\D/g, '');
}

/** How numbers of a country are dialled; a fact of its numbering plan (ITU-T E.164), not a check of single numbers. */
export interface CallingPlan {
  /** ISO 3166 code of the country, in capitals. */
  readonly country: string;
  readonly callingCode: string;
  /** Dialled before the number inside the country, never from abroad; blank where there is none. */
  readonly trunkPrefix: string;
  /** Digits that a fixed or mobile number can have after the calling code. */
  readonly lengths: ReadonlySet<number>;
  /** True where `00` and nothing else with a zero begins an international call, as nearly everywhere. */
  readonly dialsAbroadByZeros: boolean;
}

/** By country, of the text that comes with a phone property (`contract/calling-plans.ts`). */
export function readCallingPlans(text: string): ReadonlyMap<string, CallingPlan> {
  return new Map(text.trim().split('\n').flatMap(parseGroup));
}

function parseGroup(group: string): readonly (readonly [string, CallingPlan])[] {
  const [trunkPrefix = '', ranges = '', countries = ''] = group.split(':');
  const lengths = new Set(ranges.replace('!', '').split(',').flatMap(listRange));
  const dialsAbroadByZeros = !ranges.endsWith('!');
  return [...countries.matchAll(/([A-Z]{2})(\d+)/g)].map(([, country = '', callingCode = '']) => [
    country,
    { country, callingCode, trunkPrefix, lengths, dialsAbroadByZeros },
  ]);
}

function listRange(range: string): readonly number[] {
  const [first = 0, last = first] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

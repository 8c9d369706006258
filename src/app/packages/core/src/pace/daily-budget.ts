import type { RateReport } from '../contract/batch-answer.ts';
import { nextDayAt } from './next-day-at.ts';

/** What is left of the day's requests, which all apps of the portal share. */
export interface DailyBudget {
  readonly left: number;
  readonly total: number;
  /** When it starts anew. */
  readonly endsAt: number;
}

/** The budget by what one call's answers told; the scarcest counts. Public apps are not told (no such headers). */
export function learnBudget(
  known: DailyBudget | null,
  rates: readonly RateReport[],
  { nowMs, timeZone }: { readonly nowMs: number; readonly timeZone: string },
): DailyBudget | null {
  const told = rates.flatMap(({ daily, dailyRemaining }) =>
    daily === undefined || dailyRemaining === undefined ? [] : [{ left: dailyRemaining, total: daily }],
  );
  const [first] = told;
  if (first === undefined) return known;
  const scarcest = told.reduce((one, other) => (other.left < one.left ? other : one), first);
  return { ...scarcest, endsAt: nextDayAt(nowMs, timeZone) };
}

/** Whether what is left belongs to the portal's other apps. */
export function isSpent(budget: DailyBudget | null, headroom: number, nowMs: number): boolean {
  return budget !== null && nowMs < budget.endsAt && budget.left <= budget.total * headroom;
}

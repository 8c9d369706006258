// Made from functions/src/words/en.json by `npm run words`.

export interface PlannedCountValues {
  'plannedCount.create': { count: number };
  'plannedCount.update': { count: number };
  'plannedCount.archive': { count: number };
  'plannedCount.unchanged': { count: number };
  'plannedCount.blocked': { count: number };
  'plannedCount.duplicate': { count: number };
  'plannedCount.missing': { count: number };
  'plannedCount.unread': { count: number };
}

// Made from functions/src/words/en.json by `npm run words`.

export interface PlannedValues {
  'planned.create': null;
  'planned.update': null;
  'planned.archive': null;
  'planned.unchanged': null;
  'planned.blocked': null;
  'planned.duplicate': null;
  'planned.missing': null;
  'planned.unread': null;
}

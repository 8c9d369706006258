// Made from functions/src/words/en.json by `npm run words`.

export interface TaskValues {
  'task.absent.title': null;
  'task.absent.body': null;
  'task.unreadable.title': null;
  'task.unreadable.body': null;
  'task.no-report.title': null;
  'task.no-report.body': null;
  'task.failed.title': null;
  'task.failed.body': null;
}

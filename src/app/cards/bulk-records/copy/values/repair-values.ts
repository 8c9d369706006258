// Made from functions/src/words/en.json by `npm run words`.

export interface RepairValues {
  'repair.title': null;
  'repair.refused': null;
  'repair.takeBack': null;
  'repair.leftOutTitle': null;
  'repair.forgotten': { count: number };
  'repair.leaveColumnOut': null;
  'repair.updateInstead': null;
  'repair.doNotUpdate': null;
  'repair.updateAll': { count: number };
  'repair.doNotUpdateAll': null;
  'repair.conflicts': { count: number };
  'repair.retry': { count: number };
  'repair.settle': { count: number };
  'repair.settleNote': null;
  'repair.unread': { count: number };
  'repair.unreadNote': null;
  'repair.unwritten': { count: number };
  'repair.unwrittenNote': null;
  'repair.notKept': null;
  'repair.changed.title': null;
  'repair.changed.body': null;
  'repair.not-read.title': null;
  'repair.not-read.body': null;
  'repair.not-noted.title': null;
  'repair.not-noted.body': { title: string; body: string };
}

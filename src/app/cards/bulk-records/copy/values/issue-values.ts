// Made from functions/src/words/en.json by `npm run words`.

export interface IssueValues {
  'issue.key-missing': { label: string };
  'issue.nothing-to-write': null;
  'issue.record-exists': { label: string; id: string };
  'issue.records-exist': { label: string };
  'issue.record-merged': { id: string };
  'issue.records-merged': null;
  'issue.record-missing': null;
  'issue.merged': { row: number };
  'issue.repeated': { row: number };
  'issue.not-read': null;
  'issue.left-out-by-plan': null;
  'issue.not-selected': null;
  'issue.changed-since': { properties: string };
  'issue.all-changed-since': null;
}

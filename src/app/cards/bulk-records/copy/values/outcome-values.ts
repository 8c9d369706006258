// Made from functions/src/words/en.json by `npm run words`.

export interface OutcomeValues {
  'outcome.created': null;
  'outcome.updated': null;
  'outcome.unchanged': null;
  'outcome.archived': null;
  'outcome.rejected': null;
  'outcome.conflict': null;
  'outcome.skipped': null;
  'outcome.not-sent': null;
  'outcome.unknown': null;
  'outcome.stored': { label: string; sent: string; stored: string };
  'outcome.madeSince': null;
  'outcome.same': null;
  'outcome.answerLost': null;
  'outcome.readBack': null;
  'outcome.exists': { id: string };
  'outcome.says': { message: string };
  'outcome.partly.created': null;
  'outcome.partly.updated': null;
  'outcome.said': { message: string };
  'outcome.detail': { detail: string };
  'outcome.merged': { id: string };
  'outcome.mergedSomewhere': null;
  'outcome.notWritten': null;
  'outcome.runAgain': null;
  'outcome.reverted': null;
  'outcome.createdSince': null;
  'outcome.noReason': null;
  'outcome.cell': { value: string };
}

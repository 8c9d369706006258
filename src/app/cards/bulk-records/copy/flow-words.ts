import type { Operation } from '@bulk-records/core';
import type { LoadFailure } from '../state/loadable.ts';
import type { MatchProblem } from '../state/selections.ts';
import { countOf, formatCount } from './numbers.ts';

export const STEP_NAMES = ['Data', 'Match', 'Review', 'Run', 'Outcomes'];

export const OPERATION_OPTIONS: readonly { readonly label: string; readonly value: Operation }[] = [
  { label: 'Create new records and update existing ones', value: 'upsert' },
  { label: 'Only create new records', value: 'create' },
  { label: 'Only update existing records', value: 'update' },
  { label: 'Archive records', value: 'archive' },
];

/** What the run will do, said before it is done. */
export function describeRun(operation: Operation, keyLabel: string | null): string {
  switch (operation) {
    case 'upsert':
      return `Records are matched by ${keyLabel ?? 'their key'}: those HubSpot holds are updated, the others are created. Blank cells leave HubSpot’s value as it is.`;
    case 'create':
      return keyLabel === null
        ? 'Every row becomes a new record. No column holds a unique property: should HubSpot’s answer get lost on the way, the outcome of those rows stays unknown and they are not sent again.'
        : `Every row becomes a new record. Should HubSpot’s answer get lost on the way, ${keyLabel} tells what was created.`;
    case 'update':
      return `Records are matched by ${keyLabel ?? 'their key'} and updated; none is created. Blank cells leave HubSpot’s value as it is.`;
    case 'archive':
      return 'The records are moved to HubSpot’s recycle bin, from where they can be restored for 90 days.';
  }
}

export function describeMatchProblem(problem: MatchProblem): string {
  switch (problem.code) {
    case 'no-key-for-operation':
      return 'HubSpot accepts no property of this object for matching here. Choose “Only create new records”, or update by Record ID.';
    case 'key-not-mapped':
      return `Choose the column that holds ${problem.keyLabel}: records are matched by it.`;
    case 'nothing-mapped':
      return 'No column goes to a property yet. Choose a property for at least one column.';
  }
}

/** Why a list could not be loaded, and what to do about it. */
export function describeLoadFailure(failure: LoadFailure): { readonly title: string; readonly body: string } {
  if (failure.kind === 'no-reply') {
    return {
      title: 'HubSpot did not answer',
      body: `The app’s function gave no answer (${failure.message}). Nothing was changed. Try again in a moment.`,
    };
  }
  const { error } = failure;
  switch (error.code) {
    case 'missing-scopes':
      return {
        title: 'This app lacks a permission',
        body: `HubSpot asks for ${error.scopes.length > 0 ? error.scopes.join(', ') : 'another scope'}. A super admin can add the scope to the app and install it again.`,
      };
    case 'missing-token':
    case 'invalid-token':
      return {
        title: 'The app’s access token is not valid',
        body: 'It is missing, expired or was rotated. A super admin can install the app again; then try again here.',
      };
    case 'unknown-object-type':
      return {
        title: 'HubSpot does not know this object',
        body: 'Choose another object, or reload the page.',
      };
    case 'rate-limited':
      return {
        title: 'HubSpot’s request limit is used up',
        body: 'It is shared by all apps of this portal. Wait ten seconds and try again.',
      };
    case 'unavailable':
    case 'unreadable-answer':
      return {
        title: 'HubSpot could not answer just now',
        body: 'Nothing was changed. Try again in a moment.',
      };
    case 'bad-request':
    case 'not-allowed':
    case 'internal':
      return {
        title: 'The app’s function refused the request',
        body: `${error.message}. Tell the app’s developer.`,
      };
  }
}

export const WORDS = {
  mayNotRunTitle: 'You can look here, but not run',
  mayNotRunBody:
    'The setting MAY_RUN of this app names who may write records, and neither you nor a team of yours is among them. Ask whoever looks after the app to add you.',
  panelTitle: 'Bulk Records',
  open: 'Add or update records',
  launcherText:
    'Paste rows from a spreadsheet or upload a file, write them to HubSpot at once and see what became of every single row.',
  resumeOpen: 'Show progress',
  waitsOpen: 'The run waits for you',
  showOutcomes: 'Show outcomes',
  lastRun: 'Last run',
  pasteLabel: 'Paste your records',
  pasteDescription:
    'From Excel, Google Sheets, a CSV file or as JSON, with the header row. Nothing leaves HubSpot.',
  pastePlaceholder: 'Email\tFirst name\tLast name',
  fileLabel: 'Or choose a file',
  fileDescription: 'Excel (XLSX), CSV, TSV, TXT, JSON or JSON Lines',
  keptText: (name: string, size: string) => `${name} (${size}) is kept as it is.`,
  pastedText: 'Your pasted text',
  replace: 'Replace it',
  planHeadLost:
    'Its first line cannot be read: the file was cut or edited. Copy the plan again from the review, and keep the text as it is.',
  readingStopped: (name: string) => `Reading stopped: ${name}`,
  readingStoppedBody: 'It is kept. Read it after all, or paste or choose something else.',
  readInput: 'Read it',
  delimiterLabel: 'Read as',
  encodingLabel: 'Encoding',
  sheetLabel: 'Sheet',
  hiddenSheet: (name: string) => `${name} (hidden)`,
  headerRowLabel: 'Header',
  noHeader: 'No header row',
  headerRowOption: (row: number) => `Row ${formatCount(row)}`,
  firstRows: (shown: number, total: number) =>
    `First ${formatCount(shown)} of ${countOf(total, 'row', 'rows')}`,
  rowHeader: 'Row',
  noHeaderName: (index: number) => `Column ${index + 1}`,
  moreColumns: (count: number) => `and ${countOf(count, 'more column', 'more columns')}`,
  next: 'Continue',
  back: 'Back',
  tryAgain: 'Try again',
  loadingObjects: 'Loading the objects of this portal',
  loadingProperties: 'Loading the properties',
  objectLabel: 'Object',
  operationLabel: 'What to do',
  keyLabel: 'Match records by',
  keyDescription: 'Only properties that HubSpot accepts for matching.',
  columnHeader: 'Column and its property',
  samplesHeader: 'Samples',
  statusHeader: 'Why',
  leaveOut: 'Leave this column out',
  customObjectsHidden: (scopes: string) =>
    `Custom objects are not listed: the app lacks the scope ${scopes}. A super admin can add it.`,
  unmapped: (names: string, count: number) =>
    `${countOf(count, 'column is', 'columns are')} left out: ${names}.`,
  blockedTitle: 'These rows are left out',
  blockedBody:
    'All other rows are written. Fix equal cells at once here, go back, or correct them later from the list of failures.',
  formatQuestionsTitle: (count: number) =>
    `${countOf(count, 'column', 'columns')} can be read in more than one way`,
  chooseFormat: 'Choose how to read it',
  issueColumn: 'What was found',
  rowsColumn: 'Rows',
  fixColumn: 'Fix all equal cells',
  fixWith: 'Use instead',
  chooseFix: 'Choose',
  leaveBlank: 'Leave blank',
  retype: 'Type it again',
  retypeInstead: 'Type something else',
  cleanColumn: 'Clean the whole column',
  asItStands: (label: string) => `${label} (as it stands)`,
  fixInData: 'Correct it in your data',
  fixesMade: (count: number) => `${countOf(count, 'fix', 'fixes')} made.`,
  undoFixes: 'Undo all fixes',
  undoFix: 'Undo',
  fixedCell: 'Cell',
  fixedAs: 'Now',
  optionsMode: 'HubSpot’s options',
  replaceOptions: 'Replace HubSpot’s options',
  appendOptions: 'Add to HubSpot’s options',
  phoneFormat: 'Phone numbers',
  phonesAsTyped: 'As typed',
  phonesInternational: 'International format, where certain',
  phoneCountry: 'Numbers without + are dialled in',
  noPhoneCountry: 'No country: they stay as typed',
  phoneCountryOption: (name: string, callingCode: string) => `${name} (+${callingCode})`,
  phoneExample: (typed: string, international: string) => `${typed} → ${international}`,
  columnReading: 'Read as',
  asColumnLooks: 'As the column looks',
  clearTokenLabel: 'Text that empties a value',
  clearTokenDescription:
    'Cells with exactly this text empty the value in HubSpot. Leave it blank to empty nothing.',
  clearTokenExample: '(clear)',
  archiveConfirm: 'Archiving takes the records out of lists, reports and workflows at once.',
  stop: 'Stop',
  stopping: 'Stopping…',
  stoppingText: 'Calls in flight are finished first; what was not sent is listed afterwards.',
  keepOpen: 'Keep this tab open until the run is finished.',
  filterAll: (count: number) => `All ${formatCount(count)}`,
  keyColumn: 'Key',
  outcomeColumn: 'Outcome',
  recordColumn: 'Record',
  reasonColumn: 'Reason and next step',
  copyAll: 'Copy all outcomes as CSV',
  copyFailures: (count: number) =>
    `Copy ${countOf(count, 'failed row', 'failed rows')} to correct and paste again`,
  copied: 'Copied to the clipboard.',
  copyFailed: 'The browser did not allow copying. Mark the text below and copy it yourself.',
  copyFallbackLabel: 'Text to copy',
  csvHeaders: {
    row: 'Row',
    key: 'Key',
    outcome: 'Outcome',
    recordId: 'Record ID',
    recordLink: 'Record link',
    reason: 'Reason',
  },
  finishedIn: (duration: string) => `Finished in ${duration}.`,
  newRun: 'Start another run',
  nothingInFilter: 'No row has this outcome.',
  tooLittle: '–',
} as const;

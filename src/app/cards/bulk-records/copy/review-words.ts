import type { CanaryReport, PlanFile, PlanHead, ReadFailure } from '@bulk-records/core';
import type { Recheck } from '../state/caution.ts';
import { describeLoadFailure, OPERATION_OPTIONS } from './flow-words.ts';
import { countOf, formatCount } from './numbers.ts';

export const REVIEW_WORDS = {
  reading: 'Reading what HubSpot holds now',
  readingProgress: (asked: number, total: number) =>
    `Reading ${formatCount(asked)} of ${countOf(total, 'record', 'records')}`,
  stopReading: 'Stop reading',
  readAgain: 'Read again',
  readRest: 'Read the rest',
  stoppedTitle: (count: number) =>
    `You stopped the reading: ${countOf(count, 'record was', 'records were')} not read`,
  stoppedBody:
    'Their rows are left out, because nobody knows what they would overwrite. Read the rest to include them.',
  unreadTitle: (count: number) => `${countOf(count, 'record', 'records')} could not be read`,
  unreadBody: (reason: string) =>
    `${reason} Their rows are left out, because nobody knows what they would overwrite.`,
  digest: (digest: string) => `Plan ${digest}`,
  nothingTitle: (unchanged: number) => `0 writes, ${formatCount(unchanged)} unchanged`,
  nothingBody: 'HubSpot already holds everything these rows say.',
  noRowsTitle: 'No row can be written',
  noRowsBody: 'Fix what was found below, or go back and correct the mapping or the data.',
  refusedTitle: 'The plan was not the one you confirmed',
  refusedBody: 'Nothing was written. Look at the plan below and press the button again.',
  sideEffects: 'What else will happen',
  filterAll: (count: number) => `All ${formatCount(count)}`,
  row: 'Row',
  key: 'Key',
  plan: 'Plan',
  change: 'What changes',
  show: 'Show',
  hide: 'Hide',
  details: 'Details',
  property: 'Property',
  before: 'In HubSpot now',
  after: 'After the run',
  blank: '(blank)',
  noCells: 'No cell is written.',
  policyHeader: 'If HubSpot has a value',
  policyLabel: (column: string) => `Existing ${column}`,
  isKey: 'Matches the records',
  duplicatesTitle: (count: number) =>
    `${countOf(count, 'record stands', 'records stand')} in more than one row`,
  duplicatesLabel: 'For all of them',
  duplicateRows: 'Rows',
  duplicateChoice: 'What is written',
  duplicateChoiceOf: (key: string) => `For ${key}`,
  compare: 'Compare',
  result: 'Result',
  rowNumber: (row: number) => `Row ${formatCount(row)}`,
  moreRows: (count: number) => `and ${countOf(count, 'more row', 'more rows')}`,
  kept: 'as it is in HubSpot',
  recheckLabel: 'Read once more before writing, so that nobody’s edit is lost',
  canaryLabel: 'Try the first few records alone',
  canaryDescription: (count: number) =>
    `Up to ${formatCount(count)} created, updated and archived records are written and read back. If HubSpot holds something else than planned, or too many fail, the run waits for you.`,
  copyPlan: 'Copy the plan as CSV',
  planIsLoaded: 'This is a plan made earlier',
  planHolds: 'Everything in the plan still holds',
  planBrokenTitle: (count: number) =>
    `${countOf(count, 'row no longer holds', 'rows no longer hold')}; the rest runs exactly as planned`,
  moreBreaches: (count: number) => `and ${countOf(count, 'more row', 'more rows')}.`,
  canaryTitle: 'The first records are written. Look before the others follow.',
  canaryCounts: (report: CanaryReport) =>
    `${countOf(report.outcomes.length, 'record', 'records')} tried: ${formatCount(report.failedCount)} failed, ${formatCount(report.surprises.length)} came out otherwise than planned.`,
  canaryProperty: 'Property',
  canaryPlanned: 'Planned',
  canaryStored: 'HubSpot holds',
  canaryFailed: 'What failed',
  canaryGoOn: (count: number) => `Write the other ${formatCount(count)}`,
  canaryStop: 'Stop here',
} as const;

/** "Read less than a minute ago", "Read 3 minutes ago" */
export function describeAge(ageMs: number): string {
  const minutes = Math.floor(ageMs / 60_000);
  return minutes < 1 ? 'Read less than a minute ago' : `Read ${countOf(minutes, 'minute', 'minutes')} ago`;
}

export function describeReadFailure(failure: ReadFailure): { readonly title: string; readonly body: string } {
  return describeLoadFailure(
    failure.kind === 'said'
      ? { kind: 'refused', error: failure.error }
      : { kind: 'no-reply', message: failure.message },
  );
}

/** The choice with what it costs. */
export function nameOfRecheck(recheck: Recheck, readCount: number): string {
  const reads = `about ${countOf(readCount, 'request', 'requests')}`;
  switch (recheck) {
    case 'when-old':
      return `When the plan is older than a minute (${reads})`;
    case 'always':
      return `Always (${reads})`;
    case 'never':
      return 'Never: an edit made meanwhile is overwritten';
  }
}

/** "Only update existing records · contacts · matched by email · Plan 3fa9c2d1" */
export function describePlanHead({ objectType, operation, keyProperty, digest }: PlanHead): string {
  const name = OPERATION_OPTIONS.find(({ value }) => value === operation)?.label ?? operation;
  const key = keyProperty === null ? [] : [`matched by ${keyProperty}`];
  const parts = [name, objectType, ...key, REVIEW_WORDS.digest(digest.slice(0, 8))];
  return `${parts.join(' · ')}. The records are read again and held against it before anything is written.`;
}

/** Why a plan's file cannot be used, and what to do. */
export function describeUnusablePlan(file: Exclude<PlanFile, { kind: 'plan' }>): {
  readonly title: string;
  readonly body: string;
} {
  const again = 'Copy the plan again from the review, and keep the text as it is.';
  switch (file.kind) {
    case 'unreadable':
      return {
        title: `Line ${formatCount(file.line)} of the plan cannot be read`,
        body: `It was cut or edited. ${again}`,
      };
    case 'altered':
      return {
        title: 'The plan was changed after it was made',
        body: `Its digest is not the one it was given; a spreadsheet may have rewritten dates or numbers. Nothing of it runs. ${again}`,
      };
    case 'unknown-property':
      return {
        title: `The plan writes the property ${file.property}, which this portal does not have`,
        body: 'It was made in another portal, or the property was deleted. Make a new plan here.',
      };
  }
}

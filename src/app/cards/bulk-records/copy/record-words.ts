import type {
  Candidate,
  ColumnIssue,
  ColumnMapping,
  ExpectedValue,
  IssueGroup,
  RecordIssue,
  RowIssue,
} from '@bulk-records/core';
import { formatCount } from './numbers.ts';

/** Why a row is left out, with the next step. */
export function describeRecordIssue(issue: RecordIssue, labelOf: (property: string) => string): string {
  if ('columnIndex' in issue) return `${labelOf(issue.property)}: ${describeCellIssue(issue)}`;
  switch (issue.code) {
    case 'key-missing':
      return `${labelOf(issue.property)} is blank, and records are matched by it. Fill it in.`;
    case 'nothing-to-write':
      return 'Every cell that would be written is blank. Fill in at least one, or remove the row.';
    case 'record-exists':
      return describeExisting(labelOf(issue.property), ` (ID ${issue.recordId})`);
    case 'record-merged':
      return `This record was merged into record ${issue.into}. Use that ID.`;
    case 'record-missing':
      return 'HubSpot has no such record. Check the key, or choose “Create new records and update existing ones”.';
    case 'repeated':
      return issue.isMerged
        ? `Merged into row ${formatCount(issue.ofRow)}, which is about the same record.`
        : `Row ${formatCount(issue.ofRow)} is about the same record and is written instead.`;
    case 'not-read':
      return 'The record could not be read, so nobody knows what the row would overwrite. Read again.';
    case 'left-out-by-plan':
      return 'Left out when the plan was made.';
    case 'not-undone':
      return NOT_UNDONE[issue.why];
    case 'changed-since':
      return `Changed in HubSpot since the preview: ${issue.properties.map(labelOf).join(', ')}: left alone.`;
  }
}

const NOT_UNDONE: Readonly<Record<Extract<RowIssue, { code: 'not-undone' }>['why'], string>> = {
  'changed-since': 'Left as it is: somebody changed the record since the run.',
  'touched-since': 'Left as it is: somebody worked with the new record since the run.',
  archived: 'Left as it is: the record was archived. Restore it from HubSpot’s recycle bin.',
  gone: 'Left as it is: the record is no longer there.',
  'no-earlier-value': 'Left as it is: nobody knows what the record held before.',
};

function describeExisting(label: string, id: string): string {
  return `A record with this ${label} exists already${id}. To change it, choose “Create new records and update existing ones”.`;
}

/** The sentence for all rows of a group: it names no record where they are about several. */
export function describeIssueGroup(
  { issue, count }: Pick<IssueGroup, 'issue' | 'count'>,
  labelOf: (property: string) => string,
): string {
  if (count > 1 && !('columnIndex' in issue)) {
    if (issue.code === 'record-exists') return describeExisting(labelOf(issue.property), '');
    if (issue.code === 'record-merged') return 'These records were merged into others. Use the IDs of those.';
    if (issue.code === 'changed-since')
      return 'Every cell was changed in HubSpot since the preview: left alone.';
  }
  return describeRecordIssue(issue, labelOf);
}

function describeCellIssue(issue: ColumnIssue): string {
  const found = `“${shorten(issue.found)}”`;
  const meant = describeCandidates(issue.candidates);
  switch (issue.code) {
    case 'not-a-number':
      return `${found} is not a number${describeExpected(issue.expected)}.${meant}`;
    case 'not-a-date':
      return `${found} is not a date${describeExpected(issue.expected)}.${meant}`;
    case 'not-a-boolean':
      return `${found} is neither yes nor no. Use yes or no, true or false, 1 or 0.`;
    case 'not-an-email':
      return `${found} is not an email address.${meant || ' Expected one address such as name@example.com.'}`;
    case 'not-a-domain':
      return `${found} is not a domain: it has blanks inside.${meant}`;
    case 'unknown-option':
      return `${found} is none of its options.${meant || ' Use an option’s label or internal value.'}`;
    case 'ambiguous-option':
      return `${found} could be any of several options.${meant}`;
    case 'format-open':
      return `${found} can be read in more than one way.${meant} Choose how this column is read.`;
    case 'time-in-date':
      return `${found} has a time of day, and the property takes a date only.${meant}`;
    case 'time-zone-missing':
      return `${found} names no time zone. Add one, such as +02:00 or Z.`;
    case 'time-skipped':
      return `${found} never was: the clocks were put forward over it. Correct the time.`;
    case 'time-repeated':
      return `${found} was twice: the clocks were put back.${meant}`;
    case 'value-too-long':
      return `${formatCount(issue.found.length)} characters${describeExpected(issue.expected)}. Shorten the text.`;
    case 'record-id-not-a-number':
      return `${found} is not a record ID. Expected digits only, as in the record’s address.`;
  }
}

const MAX_SHOWN_LENGTH = 60;

function shorten(text: string): string {
  return text.length > MAX_SHOWN_LENGTH ? `${text.slice(0, MAX_SHOWN_LENGTH)}…` : text;
}

function describeCandidates(candidates: readonly Candidate[]): string {
  const names = candidates.map(({ label }) => `“${shorten(label)}”`);
  return names.length === 0
    ? ''
    : ` Did you mean ${new Intl.ListFormat('en', { type: 'disjunction' }).format(names)}?`;
}

/** What the cell should have held, where the column decides it; begins like the end of a sentence. */
function describeExpected(expected: ExpectedValue): string {
  switch (expected.kind) {
    case 'number':
      return `; expected ${expected.decimalMarks.map((mark) => NUMBER_EXAMPLES[mark]).join(' or ')}`;
    case 'date':
    case 'date-time':
      return `; expected ${expected.orders.map((order) => DATE_EXAMPLES[order]).join(' or ')}`;
    case 'text':
      return `; at most ${formatCount(expected.maxLength)} are possible`;
    case 'option':
    case 'options':
    case 'boolean':
    case 'email':
    case 'domain':
    case 'record-id':
      return '';
  }
}

const NUMBER_EXAMPLES = { '.': '1,234.56', ',': '1.234,56' } as const;
const DATE_EXAMPLES = { dmy: 'day/month/year', mdy: 'month/day/year', ymd: 'year-month-day' } as const;

/** How sure a column's property is, and why. */
export function describeColumn(mapping: ColumnMapping): string {
  switch (mapping.kind) {
    case 'mapped':
      return `${MAPPED_REASONS[mapping.reason]}${mapping.confidence < SURE ? ` (${Math.round(mapping.confidence * 100)} % sure)` : ''}`;
    case 'unmapped':
      return describeUnmapped(mapping);
  }
}

/** From here on a number would only disturb. */
const SURE = 0.9;

const MAPPED_REASONS = {
  name: 'Same as the internal name',
  label: 'Same as the label',
  alias: 'Another usual name of it',
  values: 'The values look like it',
  chosen: 'Your choice',
} as const;

function describeUnmapped(mapping: Extract<ColumnMapping, { kind: 'unmapped' }>): string {
  switch (mapping.reason) {
    case 'no-match':
      return 'No property of that name';
    case 'read-only':
      return `${mapping.property.label} is set by HubSpot and can’t be written`;
    case 'already-taken':
      return `${mapping.property.label} already has a column`;
    case 'blank-header':
      return 'The column has no header';
    case 'left-out-by-choice':
      return 'Your choice';
    case 'ambiguous':
      return `Could be ${mapping.candidates.map(({ label }) => label).join(' or ')}`;
  }
}

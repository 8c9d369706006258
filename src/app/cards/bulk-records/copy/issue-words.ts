import type {
  Candidate,
  ColumnIssue,
  ExpectedValue,
  IssueGroup,
  RecordIssue,
  RowIssue,
} from '@bulk-records/core';
import { formatCount, listSome } from './numbers.ts';
import { spellOut } from './spell-out.ts';

/** What issues are told with; a header and the options are known where the columns are on the screen. */
export interface IssueNames {
  readonly labelOf: (property: string) => string;
  readonly headerOf?: (columnIndex: number) => string;
  readonly optionsOf?: (property: string) => readonly Candidate[];
}

/** Why a row is left out, with the next step. */
export function describeRecordIssue(issue: RecordIssue, names: IssueNames): string {
  if ('columnIndex' in issue) return `${nameColumn(issue, names)}: ${describeCellIssue(issue, names)}`;
  switch (issue.code) {
    case 'key-missing':
      return `${names.labelOf(issue.property)} is blank, and records are matched by it. Fill it in.`;
    case 'nothing-to-write':
      return 'Every cell that would be written is blank. Fill in at least one, or remove the row.';
    case 'record-exists':
      return describeExisting(names.labelOf(issue.property), ` (ID ${issue.recordId})`);
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
      return `Changed in HubSpot since the preview: ${issue.properties.map(names.labelOf).join(', ')}: left alone.`;
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
  names: IssueNames,
): string {
  if (count > 1 && !('columnIndex' in issue)) {
    if (issue.code === 'record-exists') return describeExisting(names.labelOf(issue.property), '');
    if (issue.code === 'record-merged') return 'These records were merged into others. Use the IDs of those.';
    if (issue.code === 'changed-since')
      return 'Every cell was changed in HubSpot since the preview: left alone.';
  }
  return describeRecordIssue(issue, names);
}

/** "Amount", or "Amount (Umsatz)" where the paste calls it otherwise. */
export function nameColumn(
  { property, columnIndex }: Pick<ColumnIssue, 'property' | 'columnIndex'>,
  { labelOf, headerOf }: IssueNames,
): string {
  const label = labelOf(property);
  const header = headerOf?.(columnIndex) ?? label;
  const isSame = [label, property].some((name) => name.toLowerCase() === header.trim().toLowerCase());
  return isSame ? label : `${label} (${header})`;
}

function describeCellIssue(issue: ColumnIssue, names: IssueNames): string {
  const found = quote(issue.found);
  const meant = describeCandidates(issue);
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
      return `${found} is not a domain: it has blanks inside.${meant || ' Expected a domain such as example.com.'}`;
    case 'unknown-option':
      return `${found} is none of its options.${meant || listOptions(issue, names)}`;
    case 'ambiguous-option':
      return `${found} could be any of several options.${meant}`;
    case 'stage-of-other-pipeline':
      return `${found} is a stage of another pipeline than the row’s.${meant || ' Choose a stage of its pipeline, or correct the pipeline.'}`;
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
    case 'invisible-characters':
      return `${found} holds characters or blanks that nobody sees, so it would not be found as what it looks like.${meant}`;
    case 'damaged-characters':
      return `${found} holds damaged characters that HubSpot cannot store.${meant || ' Type the text again.'}`;
    case 'value-too-long':
      return `${found} has ${formatCount(issue.found.length)} characters${describeExpected(issue.expected)}. Shorten the text.`;
    case 'record-id-not-a-number':
      return `${found} is not a record ID. Expected digits only, as in the record’s address.`;
  }
}

function quote(text: string): string {
  return `“${spellOut(text)}”`;
}

/** A longer list is in the field beside. */
const MAX_NAMED = 5;

function describeCandidates({ candidates }: ColumnIssue): string {
  if (candidates.length === 0) return '';
  const names = candidates.slice(0, MAX_NAMED).map(({ label }) => quote(label));
  const others = candidates.length > names.length ? ['another'] : [];
  return ` Did you mean ${new Intl.ListFormat('en', { type: 'disjunction' }).format([...names, ...others])}?`;
}

function listOptions({ property }: ColumnIssue, { optionsOf }: IssueNames): string {
  const options = optionsOf?.(property) ?? [];
  if (options.length === 0) return ' Use an option’s label or internal value.';
  return ` Expected one of ${listSome(options.map(({ label }) => quote(label)))}.`;
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
    case 'visible-text':
      return '';
  }
}

const NUMBER_EXAMPLES = { '.': '1,234.56', ',': '1.234,56' } as const;
const DATE_EXAMPLES = { dmy: 'day/month/year', mdy: 'month/day/year', ymd: 'year-month-day' } as const;

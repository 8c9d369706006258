import type { Candidate, CellIssue, ColumnIssue, IssueGroup, RecordIssue } from '@bulk-records/core';
import { quote } from './choice-words.ts';
import { joinSentences, listAll, listEither, listSome } from './numbers.ts';
import { nameOfOne } from './object-words.ts';
import { say, spoken } from './say.ts';

/** What issues are told with; a header and the options are known where the columns are on the screen. */
export interface IssueNames {
  readonly labelOf: (property: string) => string;
  readonly headerOf?: (columnIndex: number) => string;
  readonly optionsOf?: (property: string) => readonly Candidate[];
}

/** Why a row is left out, with the next step. */
export function describeRecordIssue(issue: RecordIssue, names: IssueNames): string {
  if ('columnIndex' in issue) {
    return say('pair', { name: nameColumn(issue, names), text: describeCellIssue(issue, names) });
  }
  switch (issue.code) {
    case 'key-missing':
      return say('issue.key-missing', { label: names.labelOf(issue.property) });
    case 'record-exists':
      return say('issue.record-exists', { label: names.labelOf(issue.property), id: issue.recordId });
    case 'record-merged':
      return say('issue.record-merged', { id: issue.into });
    case 'repeated':
      return say(issue.isMerged ? 'issue.merged' : 'issue.repeated', { row: issue.ofRow });
    case 'nothing-to-write':
    case 'record-missing':
    case 'not-read':
    case 'left-out-by-plan':
    case 'not-selected':
      return say(`issue.${issue.code}`);
    case 'not-undone':
      return say(`notUndone.${issue.why}`);
    case 'changed-since':
      return say('issue.changed-since', { properties: listAll(issue.properties.map(names.labelOf)) });
  }
}

/** The sentence for all rows of a group: it names no record where they are about several. */
export function describeIssueGroup(
  { issue, count }: Pick<IssueGroup, 'issue' | 'count'>,
  names: IssueNames,
): string {
  if (count > 1 && !('columnIndex' in issue)) {
    if (issue.code === 'record-exists') {
      return say('issue.records-exist', { label: names.labelOf(issue.property) });
    }
    if (issue.code === 'record-merged') return say('issue.records-merged');
    if (issue.code === 'changed-since') return say('issue.all-changed-since');
  }
  return describeRecordIssue(issue, names);
}

/** "Amount", or "Amount (Umsatz)" where the paste calls it otherwise. */
export function nameColumn(
  { property, columnIndex, relatedType }: Pick<ColumnIssue, 'property' | 'columnIndex' | 'relatedType'>,
  { labelOf, headerOf }: IssueNames,
): string {
  if (relatedType !== undefined) {
    const object = asFirstWord(nameOfOne(relatedType));
    return headerOf === undefined
      ? object
      : say('association.column', { object, header: headerOf(columnIndex) });
  }
  const label = labelOf(property);
  const header = headerOf?.(columnIndex) ?? label;
  const isSame = [label, property].some((name) => name.toLowerCase() === header.trim().toLowerCase());
  return isSame ? label : `${label} (${header})`;
}

/** A sentence begins with it. */
function asFirstWord(word: string): string {
  return word.charAt(0).toLocaleUpperCase(spoken().locale) + word.slice(1);
}

/** A cell of a property's column, as far as what is wrong with it asks. */
type PropertyIssue = CellIssue & Pick<ColumnIssue, 'property' | 'relatedType'>;

/** What is wrong with a cell, and what to do: how its column is read is chosen where the columns are on the screen. */
export function describeCellIssue(
  issue: PropertyIssue,
  names: Pick<IssueNames, 'headerOf' | 'optionsOf'>,
): string {
  const found = quote(issue.found);
  const meant = describeCandidates(issue);
  switch (issue.code) {
    case 'not-a-number':
    case 'not-a-date': {
      const expected = listExpected(issue);
      const wrong =
        expected === ''
          ? say(`cell.${issue.code}`, { found })
          : say(`cell.${issue.code}.expected`, { found, expected });
      return joinSentences([wrong, meant]);
    }
    case 'unknown-option':
      return joinSentences([say('cell.unknown-option', { found }), meant || listOptions(issue, names)]);
    case 'not-an-email':
    case 'not-a-domain':
    case 'stage-of-other-pipeline':
    case 'damaged-characters':
      return joinSentences([say(`cell.${issue.code}`, { found }), meant || say(`cell.${issue.code}.next`)]);
    case 'format-open':
      return joinSentences([
        say('cell.format-open', { found }),
        meant,
        names.headerOf ? say('cell.format-open.next') : '',
      ]);
    case 'ambiguous-option':
    case 'time-in-date':
    case 'time-repeated':
    case 'invisible-characters':
      return joinSentences([say(`cell.${issue.code}`, { found }), meant]);
    case 'not-a-boolean':
    case 'time-zone-missing':
    case 'time-skipped':
    case 'record-id-not-a-number':
      return say(`cell.${issue.code}`, { found });
    case 'no-such-record':
    case 'several-records':
    case 'record-not-read': {
      const object = nameOfOne(issue.relatedType ?? '');
      const label = issue.expected.kind === 'record' ? issue.expected.label : '';
      return say(`cell.${issue.code}`, { found, label, object });
    }
    case 'value-too-long':
      return describeLength(issue, found);
  }
}

/** A longer list is in the field beside. */
const MAX_NAMED = 5;

function describeCandidates({ candidates }: CellIssue): string {
  if (candidates.length === 0) return '';
  const names = candidates.slice(0, MAX_NAMED).map(({ label }) => quote(label));
  const others = candidates.length > names.length ? [say('cell.another')] : [];
  return say('cell.candidates', { candidates: listEither([...names, ...others]) });
}

function listOptions({ property }: PropertyIssue, { optionsOf }: Pick<IssueNames, 'optionsOf'>): string {
  const options = optionsOf?.(property) ?? [];
  if (options.length === 0) return say('cell.unknown-option.next');
  return say('cell.unknown-option.list', { options: listSome(options.map(({ label }) => quote(label))) });
}

/** What the cell should have held, where the column decides it. */
function listExpected({ expected }: CellIssue): string {
  if (expected.kind === 'number')
    return listEither(expected.decimalMarks.map((mark) => NUMBER_EXAMPLES[mark]));
  if (expected.kind !== 'date' && expected.kind !== 'date-time') return '';
  return listEither(expected.orders.map((order) => say(`order.${order}`)));
}

function describeLength({ expected, found: { length } }: CellIssue, found: string): string {
  return expected.kind === 'text'
    ? say('cell.value-too-long.expected', { found, length, max: expected.maxLength })
    : say('cell.value-too-long', { found, length });
}

const NUMBER_EXAMPLES = { '.': '1,234.56', ',': '1.234,56' } as const;

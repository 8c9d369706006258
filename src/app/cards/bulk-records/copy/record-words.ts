import type { ColumnMapping, RecordIssue } from '@bulk-records/core';
import { formatCount } from './numbers.ts';

/** Why a row is left out, with the next step. */
export function describeRecordIssue(issue: RecordIssue, labelOf: (property: string) => string): string {
  switch (issue.code) {
    case 'key-missing':
      return `${labelOf(issue.property)} is blank, and records are matched by it. Fill it in.`;
    case 'record-id-not-a-number':
      return `${labelOf(issue.property)}: “${issue.found}” is not a record ID. Expected digits only, as in the record’s address.`;
    case 'value-too-long':
      return `${labelOf(issue.property)} has ${formatCount(issue.length)} characters; HubSpot takes at most ${formatCount(issue.maxLength)}. Shorten it.`;
    case 'nothing-to-write':
      return 'Every cell that would be written is blank. Fill in at least one, or remove the row.';
  }
}

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

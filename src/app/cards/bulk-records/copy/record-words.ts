import type { ColumnMapping } from '@bulk-records/core';

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

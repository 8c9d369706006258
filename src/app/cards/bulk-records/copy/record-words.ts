import type { ColumnMapping } from '@bulk-records/core';
import { listEither } from './numbers.ts';
import { say } from './say.ts';

/** How sure a column's property is, and why. */
export function describeColumn(mapping: ColumnMapping): string {
  switch (mapping.kind) {
    case 'mapped': {
      const reason = say(`column.${mapping.reason}`);
      if (mapping.confidence >= SURE) return reason;
      return say('column.sure', { reason, percent: Math.round(mapping.confidence * 100) });
    }
    case 'associated':
      return say(mapping.reason === 'chosen' ? 'column.chosen' : 'column.associated');
    case 'unmapped':
      return describeUnmapped(mapping);
  }
}

/** From here on a number would only disturb. */
const SURE = 0.9;

function describeUnmapped(mapping: Extract<ColumnMapping, { kind: 'unmapped' }>): string {
  switch (mapping.reason) {
    case 'read-only':
    case 'already-taken':
      return say(`column.${mapping.reason}`, { property: mapping.property.label });
    case 'no-match':
    case 'blank-header':
    case 'left-out-by-choice':
      return say(`column.${mapping.reason}`);
    case 'ambiguous':
      return say('column.ambiguous', {
        properties: listEither(mapping.candidates.map(({ label }) => label)),
      });
  }
}

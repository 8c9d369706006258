import type { PlannedAssociation } from '../contract/associate-records.ts';
import type { ColumnIssue } from '../records/column-issue.ts';
import type { NamedRecord } from '../records/named-record.ts';
import { joinTypes } from './associations-of.ts';
import { nameId } from './named-question.ts';
import type { KnownRecord, NamedReadings } from './named-reading.ts';
import type { PlannedRow } from './plan.ts';
import type { UnresolvedAssociation } from './unresolved-association.ts';

type Ties = Pick<PlannedRow, 'associations' | 'unresolved'>;

/** A choice longer than this helps nobody. */
const MAX_CANDIDATES = 25;

/** What becomes of the records a row names: an association with each that is one, and why not with every other. */
export function settleNamed(named: readonly NamedRecord[], readings: NamedReadings): Ties {
  const associations: PlannedAssociation[] = [];
  const unresolved: UnresolvedAssociation[] = [];
  for (const each of named) {
    const found = findRecord(each, readings);
    const toObjectType = each.column.related.objectType;
    if ('issue' in found) unresolved.push({ toObjectType, name: each.raw, column: each.column, ...found });
    else {
      const isById = found.id === each.raw;
      const name = isById ? {} : { name: each.raw };
      associations.push({ toObjectType, toId: found.id, types: each.column.types, ...name });
    }
  }
  return {
    ...(associations.length === 0 ? {} : { associations: joinTypes(associations) }),
    ...(unresolved.length === 0 ? {} : { unresolved }),
  };
}

type Why = Required<Pick<UnresolvedAssociation, 'why' | 'issue'>>;

function findRecord(named: NamedRecord, readings: NamedReadings): KnownRecord | Why {
  if (named.kind === 'issue') return { why: 'malformed', issue: named.issue };
  const { keyProperty, name } = named;
  const { objectType } = named.column.related;
  const reading = readings.get(nameId({ objectType, keyProperty, name })) ?? { kind: 'unread' };
  switch (reading.kind) {
    case 'found':
      return reading.record;
    case 'several': {
      const candidates = reading.records
        .slice(0, MAX_CANDIDATES)
        .map(({ id, label }) => ({ value: id, label: label === '' ? id : `${label} (${id})` }));
      return { why: 'several', issue: issueOf(named, { code: 'several-records', candidates }) };
    }
    case 'missing':
      return { why: 'missing', issue: issueOf(named, { code: 'no-such-record', candidates: [] }) };
    case 'unread':
      return { why: 'unread', issue: issueOf(named, { code: 'record-not-read', candidates: [] }) };
  }
}

function issueOf({ column, raw }: NamedRecord, said: Pick<ColumnIssue, 'code' | 'candidates'>): ColumnIssue {
  const { columnIndex, property, related } = column;
  return {
    ...said,
    raw,
    found: raw,
    expected: { kind: 'record', label: property.label },
    property: property.name,
    columnIndex,
    relatedType: related.objectType,
  };
}

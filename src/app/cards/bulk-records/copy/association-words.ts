import {
  abilitiesOf,
  ASSOCIATION_KINDS,
  countAssociations,
  type AssociationOutcome,
  type LabelledType,
  type ObjectAbilities,
  type Outcome,
} from '@bulk-records/core';
import { formatCount } from './numbers.ts';

export const ASSOCIATION_WORDS = {
  label: 'Associate every record with this record',
  description: 'New records and those that exist already; associations they have stay.',
  typeLabel: 'Association label',
  plain: 'No label',
  loading: 'Reading the association labels',
  none: 'HubSpot knows no association between these two objects.',
};

export function nameOfLabel({ label }: LabelledType): string {
  return label ?? ASSOCIATION_WORDS.plain;
}

export function describeNeed({ singularLabel, requiredAssociations }: ObjectAbilities): string {
  const needed = requiredAssociations.map((name) => nameOf(name)).join(' or a ');
  return `HubSpot makes no ${singularLabel.toLowerCase()} without a ${needed} it is associated with. Open the card on a ${needed} and associate the records with it.`;
}

const KINDS: Readonly<Record<AssociationOutcome['kind'], string>> = {
  made: 'made',
  'already-there': 'already there',
  failed: 'failed',
  'not-sent': 'not sent',
  unknown: 'unknown',
};

/** How all associations of a run ended; empty where none were wanted. */
export function describeAssociations(outcomes: readonly Outcome[]): string {
  const counts = countAssociations(outcomes);
  const said = ASSOCIATION_KINDS.filter((kind) => counts[kind] > 0).map(
    (kind) => `${formatCount(counts[kind])} ${KINDS[kind]}`,
  );
  return said.length === 0 ? '' : `Associations: ${said.join(' · ')}`;
}

/** What became of a row's associations, and what to do; the outcome of its record stands. */
export function describeAssociationsOf({ associations = [] }: Outcome): string {
  return associations.map(describeOne).join(' ');
}

function describeOne({ toObjectType, toId, kind, reason }: AssociationOutcome): string {
  const target = `${nameOf(toObjectType)} ${toId}`;
  const said = reason === '' ? '' : ` HubSpot said: ${reason.slice(0, 200)}`;
  switch (kind) {
    case 'made':
      return `Associated with ${target}.`;
    case 'already-there':
      return `Was associated with ${target} already.`;
    case 'failed':
      return `Not associated with ${target}.${said} Associate it in HubSpot, or run the row again.`;
    case 'not-sent':
      return `Not associated with ${target} yet. Resume the run.`;
    case 'unknown':
      return `Nobody knows whether it is associated with ${target}: the answer was lost.${said} Resume the run.`;
  }
}

function nameOf(objectType: string): string {
  return abilitiesOf(objectType)?.singularLabel.toLowerCase() ?? 'record';
}

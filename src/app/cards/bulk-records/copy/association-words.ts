import {
  ASSOCIATION_KINDS,
  countAssociations,
  type AssociationCells,
  type AssociationOutcome,
  type LabelledType,
  type ObjectAbilities,
  type Outcome,
  type PlannedAssociation,
  type UnresolvedAssociation,
} from '@bulk-records/core';
import { quote } from './choice-words.ts';
import { joinSentences, listAll } from './numbers.ts';
import { nameOfOne } from './object-words.ts';
import { say } from './say.ts';

export function nameOfLabel({ label }: LabelledType): string {
  return label ?? say('association.plain');
}

export function describeNeed({ objectType, requiredAssociations }: ObjectAbilities): string {
  const needed = requiredAssociations
    .map((name) => nameOfOne(name))
    .reduce((first, second) => say('association.or', { first, second }));
  return say('association.need', { object: nameOfOne(objectType), needed });
}

/** How all associations of a run ended; empty where none were wanted. */
export function describeAssociations(outcomes: readonly Outcome[]): string {
  const counts = countAssociations(outcomes);
  const said = ASSOCIATION_KINDS.filter((kind) => counts[kind] > 0).map((kind) =>
    say(`associationCount.${kind}`, { count: counts[kind] }),
  );
  return said.length === 0 ? '' : say('association.all', { counts: said.join(' · ') });
}

/** What became of a row's associations, and what to do; the outcome of its record stands. */
export function describeAssociationsOf({ associations = [] }: Outcome): string {
  return joinSentences(associations.map(describeOne));
}

/** The same as cells; `labelsOf` names the labels of an association that is there. */
export function listAssociations(
  { associations = [] }: Outcome,
  labelsOf: (association: Ending) => readonly string[],
): AssociationCells {
  const nameEnding = (ending: Ending): string => {
    const target = nameTarget(ending);
    const labels = labelsOf(ending);
    return labels.length === 0 ? target : say('csv.association', { target, labels: listAll(labels) });
  };
  const listed = (kind: 'made' | 'already-there') =>
    associations.flatMap((each) => (each.kind === kind ? [nameEnding(each)] : [])).join('; ');
  const open = associations.filter(({ kind }) => kind !== 'made' && kind !== 'already-there');
  return {
    made: listed('made'),
    held: listed('already-there'),
    open: joinSentences(open.map(describeOne)),
  };
}

type Ending = Omit<PlannedAssociation, 'types'>;

function describeOne(outcome: AssociationOutcome): string {
  if (outcome.kind === 'unresolved')
    return joinSentences([describeUnresolved(outcome), say('unresolved.next')]);
  const { kind, reason } = outcome;
  const target = nameTarget(outcome);
  const text = say(`association.${kind}`, { target });
  const said = reason === '' ? '' : say('outcome.said', { message: reason.slice(0, 200) });
  switch (kind) {
    case 'made':
    case 'already-there':
    case 'not-sent':
      return text;
    case 'failed':
      return joinSentences([text, said, say('association.failedNext')]);
    case 'unknown':
      return joinSentences([text, said, say('association.unknownNext')]);
  }
}

/** What of a row's associations will not be made, and why. */
export function describeUnresolved({
  toObjectType,
  name,
  why,
}: Pick<UnresolvedAssociation, 'toObjectType' | 'name' | 'why'>): string {
  return say(`unresolved.${why}`, { object: nameOfOne(toObjectType), name: quote(name) });
}

/** "company 123 (acme.example)" */
export function nameTarget({ toObjectType, toId, name }: Ending): string {
  const target = say('association.target', { object: nameOfOne(toObjectType), id: toId });
  return name === undefined ? target : say('association.namedTarget', { target, name });
}

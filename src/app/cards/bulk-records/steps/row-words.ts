import {
  associationsOf,
  type Outcome,
  type Plan,
  type PlannedAssociation,
  type ReportWords,
} from '@bulk-records/core';
import { describeAssociationsOf, listAssociations } from '../copy/association-words.ts';
import { describeOutcome, type RowWords } from '../copy/outcome-words.ts';
import { nameOfType, type AssociationChoice } from '../state/association.ts';
import { makeRecordFinder, type RecordFinder } from './record-link.ts';

/** What the screens and files say about the rows of one run. */
export interface RunWords extends Pick<ReportWords, 'causeOf' | 'reasonOf' | 'associationsOf'> {
  readonly recordOf: RecordFinder;
}

export function wordsForRun(plan: Plan, outcomes: readonly Outcome[], known: RunNames): RunWords {
  const words = rowWords(plan);
  const typesOf = (outcome: Outcome, { toObjectType, toId }: Ending) => {
    const row = words.plannedOf(outcome.slot);
    const planned = row === undefined ? [] : associationsOf(row, plan);
    return planned.find((each) => each.toObjectType === toObjectType && each.toId === toId)?.types ?? [];
  };
  return {
    causeOf: (outcome) => describeOutcome(outcome, words),
    reasonOf: (outcome) =>
      [describeOutcome(outcome, words), describeAssociationsOf(outcome)]
        .filter((said) => said !== '')
        .join(' '),
    associationsOf: (outcome) =>
      listAssociations(outcome, (ending) =>
        namesOfTypes(typesOf(outcome, ending), known.types.get(ending.toObjectType)),
      ),
    recordOf: makeRecordFinder(outcomes, known),
  };
}

type Ending = Pick<PlannedAssociation, 'toObjectType' | 'toId'>;

/** What outcomes are told with: links to records, and the labels of associations as far as they were read. */
type RunNames = Parameters<typeof makeRecordFinder>[1] & Pick<AssociationChoice, 'types'>;

/** The plain association has no name. One whose label was not read is named by its number, unless it is HubSpot's own. */
function namesOfTypes(
  types: PlannedAssociation['types'],
  loaded: ReturnType<AssociationChoice['types']['get']>,
): readonly string[] {
  const known = loaded?.kind === 'loaded' ? loaded.value : [];
  return types.flatMap((type) => {
    const name = nameOfType(type);
    const found = known.find((each) => nameOfType(each) === name);
    if (found !== undefined) return found.label ?? [];
    return type.associationCategory === 'HUBSPOT_DEFINED' ? [] : [name];
  });
}

/** Sentences name properties by label and cells by what was sent. */
export function rowWords(plan: Plan): RowWords {
  const plannedBySlot = new Map(plan.rows.map((row) => [row.slot, row]));
  return {
    labelOf: (property) => plan.properties.get(property)?.label ?? property,
    valueOf: (slot, property) => {
      const planned = plannedBySlot.get(slot);
      const sent =
        planned !== undefined && 'properties' in planned ? planned.properties[property] : undefined;
      return sent ?? (property === plan.keyProperty ? (planned?.key ?? null) : null);
    },
    plannedOf: (slot) => plannedBySlot.get(slot),
  };
}

import type { DraftRecord } from '../records/draft-record.ts';
import { associationsOf } from './associations-of.ts';
import { associationReadingId, type AssociationReadings } from './held-associations.ts';
import type { KeyReadings } from './key-reading.ts';
import type { NamedReadings } from './named-reading.ts';
import type { Plan } from './plan.ts';
import { settleNamed } from './settle-named.ts';

/** Which records of the plan's type may be associated with records of another already. */
export interface AssociationQuestion {
  readonly toObjectType: string;
  readonly fromIds: readonly string[];
}

interface KnownRecords {
  readonly readings: KeyReadings;
  readonly named: NamedReadings;
}

/** What rows about records that exist ask to be associated with; a record nobody found has no associations to read. */
export function associationsToRead(
  drafts: readonly DraftRecord[],
  { operation, associations }: Pick<Plan, 'operation' | 'associations'>,
  { readings, named: namedReadings }: KnownRecords,
): readonly AssociationQuestion[] {
  // A create leaves records that exist alone, and what is archived is not associated.
  if (operation === 'create' || operation === 'archive') return [];
  const ofAll = associations.map(({ toObjectType }) => toObjectType);
  const asked = new Asked();
  for (const { key, issues, named = [] } of drafts) {
    const reading = key === null || issues.length > 0 ? undefined : readings.get(key);
    if (reading?.kind !== 'found') continue;
    const ofRow = named.length === 0 ? [] : (settleNamed(named, namedReadings).associations ?? []);
    for (const toObjectType of [...ofAll, ...ofRow.map((each) => each.toObjectType)])
      asked.add(toObjectType, reading.record.id);
  }
  return asked.toQuestions();
}

/** The same of a plan that was made before. */
export function plannedAssociationsToRead(
  plan: Pick<Plan, 'rows' | 'associations'>,
): readonly AssociationQuestion[] {
  const asked = new Asked();
  for (const row of plan.rows) {
    if (row.kind !== 'update' && row.kind !== 'unchanged') continue;
    for (const { toObjectType } of associationsOf(row, plan)) asked.add(toObjectType, row.recordId);
  }
  return asked.toQuestions();
}

/** What of it nobody has asked for yet. */
export function withoutKnown(
  questions: readonly AssociationQuestion[],
  known: AssociationReadings,
): readonly AssociationQuestion[] {
  return questions
    .map(({ toObjectType, fromIds }) => ({
      toObjectType,
      fromIds: fromIds.filter((fromId) => !known.has(associationReadingId(toObjectType, fromId))),
    }))
    .filter(({ fromIds }) => fromIds.length > 0);
}

class Asked {
  private readonly byType = new Map<string, Set<string>>();

  add(toObjectType: string, fromId: string): void {
    const ids = this.byType.get(toObjectType) ?? new Set();
    this.byType.set(toObjectType, ids.add(fromId));
  }

  toQuestions(): readonly AssociationQuestion[] {
    return [...this.byType].map(([toObjectType, ids]) => ({ toObjectType, fromIds: [...ids] }));
  }
}

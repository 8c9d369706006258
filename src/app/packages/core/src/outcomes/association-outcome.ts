import type { PlannedAssociation } from '../contract/associate-records.ts';
import type { UnresolvedAssociation } from '../plan/unresolved-association.ts';

/** How an association with a record that is known can end. */
export const SETTLED_KINDS = ['made', 'already-there', 'failed', 'not-sent', 'unknown'] as const;

export const ASSOCIATION_KINDS = [...SETTLED_KINDS, 'unresolved'] as const;

/**
 * What became of one association of a row whose record is there. `made`: HubSpot said so or reading showed it, and it
 * was not there before. `already-there`: reading showed it before this session wrote anything. `unknown`: an answer was
 * lost and it could not be read afterwards. `unresolved`: the cell named no one record, so nothing was sent. The outcome
 * of the row's record stands, whatever this says.
 */
export type AssociationOutcome = { readonly toObjectType: string } & (
  | {
      readonly kind: (typeof SETTLED_KINDS)[number];
      readonly toId: string;
      /** What a cell called the record by, where that is not its id. */
      readonly name?: string;
      /** Why it failed, was not sent, or is unknown; in HubSpot's words where it has some. */
      readonly reason: string;
    }
  | {
      readonly kind: 'unresolved';
      readonly name: string;
      readonly why: UnresolvedAssociation['why'];
    }
);

export type AssociationCounts = Readonly<Record<AssociationOutcome['kind'], number>>;

/** How many associations of all rows ended in each way. */
export function countAssociations(
  outcomes: readonly { readonly associations?: readonly AssociationOutcome[] }[],
): AssociationCounts {
  const counts = { made: 0, 'already-there': 0, failed: 0, 'not-sent': 0, unknown: 0, unresolved: 0 };
  for (const { associations = [] } of outcomes) for (const { kind } of associations) counts[kind] += 1;
  return counts;
}

/** Whether a later session may still settle it. */
export function isOpen({ kind }: Pick<AssociationOutcome, 'kind'>): boolean {
  return kind === 'not-sent' || kind === 'unknown';
}

export function outcomeOf(
  { toObjectType, toId, name }: PlannedAssociation,
  kind: (typeof SETTLED_KINDS)[number],
  reason = '',
): AssociationOutcome {
  return { toObjectType, toId, ...(name === undefined ? {} : { name }), kind, reason };
}

/** Of what the plan said already that it cannot be made. */
export function outcomeOfUnresolved({ toObjectType, name, why }: UnresolvedAssociation): AssociationOutcome {
  return { toObjectType, kind: 'unresolved', name, why };
}

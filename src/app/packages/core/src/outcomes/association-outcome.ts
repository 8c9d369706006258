import type { PlannedAssociation } from '../contract/associate-records.ts';

export const ASSOCIATION_KINDS = ['made', 'already-there', 'failed', 'not-sent', 'unknown'] as const;

/**
 * What became of one association of a row whose record is there. `made`: HubSpot said so or reading showed it, and it
 * was not there before. `already-there`: reading showed it before this session wrote anything. `unknown`: an answer was
 * lost and it could not be read afterwards. The outcome of the row's record stands, whatever this says.
 */
export interface AssociationOutcome {
  readonly toObjectType: string;
  readonly toId: string;
  readonly kind: (typeof ASSOCIATION_KINDS)[number];
  /** Why it failed, was not sent, or is unknown; in HubSpot's words where it has some. */
  readonly reason: string;
}

export type AssociationCounts = Readonly<Record<AssociationOutcome['kind'], number>>;

/** How many associations of all rows ended in each way. */
export function countAssociations(
  outcomes: readonly { readonly associations?: readonly AssociationOutcome[] }[],
): AssociationCounts {
  const counts = { made: 0, 'already-there': 0, failed: 0, 'not-sent': 0, unknown: 0 };
  for (const { associations = [] } of outcomes) for (const { kind } of associations) counts[kind] += 1;
  return counts;
}

/** Whether a later session may still settle it. */
export function isOpen({ kind }: Pick<AssociationOutcome, 'kind'>): boolean {
  return kind === 'not-sent' || kind === 'unknown';
}

export function outcomeOf(
  { toObjectType, toId }: PlannedAssociation,
  kind: AssociationOutcome['kind'],
  reason = '',
): AssociationOutcome {
  return { toObjectType, toId, kind, reason };
}

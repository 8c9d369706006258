import type { AssociationResult, PlannedAssociation } from '../contract/associate-records.ts';
import { isHeld } from '../plan/held-associations.ts';

/** An association on its way: whose it is, and what is known of it. */
export interface AssociationTask {
  readonly slot: number;
  readonly fromId: string;
  readonly association: PlannedAssociation;
  /** The record was made by this run, so nobody else has associated it. */
  readonly isOfNewRecord: boolean;
  /** It has been sent, and may be there because of that. */
  readonly wasSent: boolean;
}

export type AssociationState = 'there' | 'absent' | 'unread';

/**
 * Whether reading shows an association, with all of its types. A record the answer does not name was not read; of one
 * with more associations than the answer shows, nothing is proved absent.
 */
export function stateByReading(
  { fromId, association }: AssociationTask,
  { records }: Extract<AssociationResult, { kind: 'read' }>,
): AssociationState {
  const record = records.find((each) => each.fromId === fromId);
  if (record === undefined) return 'unread';
  if (isHeld(association, record)) return 'there';
  return record.isComplete ? 'absent' : 'unread';
}

export interface SettledTasks {
  readonly made: readonly AssociationTask[];
  readonly failed: readonly { readonly task: AssociationTask; readonly reason: string }[];
  /** Named neither as made nor, surely, as failed. */
  readonly open: readonly AssociationTask[];
}

/**
 * What an answer says of each association that was sent. Made is what HubSpot names as made. An error belongs to the
 * ones it names by record id; one that names nothing belongs to an association only when it was sent alone.
 */
export function settleCreated(
  tasks: readonly AssociationTask[],
  { made, errors }: Extract<AssociationResult, { kind: 'created' }>,
): SettledTasks {
  const madePairs = new Set(made.map(({ fromId, toId }) => `${fromId} ${toId}`));
  const isMade = ({ fromId, association }: AssociationTask) => madePairs.has(`${fromId} ${association.toId}`);
  const others = tasks.filter((task) => !isMade(task));
  const isAlone = tasks.length === 1;
  const judged = others.map((task) => ({
    task,
    reason: errors.find(({ ids }) => isAlone || ids.includes(task.fromId) || names(ids, task, others))
      ?.message,
  }));
  return {
    made: tasks.filter(isMade),
    failed: judged.flatMap(({ task, reason }) => (reason === undefined ? [] : [{ task, reason }])),
    open: judged.flatMap(({ task, reason }) => (reason === undefined ? [task] : [])),
  };
}

/** The other record's id names an association when no made one has the same: else the fault may lie elsewhere. */
function names(
  ids: readonly string[],
  { association }: AssociationTask,
  others: readonly AssociationTask[],
): boolean {
  const withSame = others.filter((each) => each.association.toId === association.toId);
  return ids.includes(association.toId) && (withSame.length === others.length || withSame.length === 1);
}

export function halve<T>(list: readonly T[]): readonly (readonly T[])[] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)].filter(({ length }) => length > 0);
}

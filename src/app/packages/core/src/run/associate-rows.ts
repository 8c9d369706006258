import type { AssociationOutcome } from '../outcomes/association-outcome.ts';
import { isOpen, outcomeOfUnresolved } from '../outcomes/association-outcome.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import type { AssociationTask } from '../outcomes/settle-associations.ts';
import type { Pacer, Pause } from '../pace/pacer.ts';
import { associationsOf, unresolvedOf } from '../plan/associations-of.ts';
import type { Plan } from '../plan/plan.ts';
import type { AssociatePort } from '../plan/read-associations.ts';
import { associateRecords } from './associate-records.ts';
import type { RunPorts } from './ports.ts';

export interface AssociateRowsTools {
  readonly ports: Pick<RunPorts, 'now' | 'sleep'> & { readonly associateRecords: AssociatePort };
  readonly pacer: Pacer;
  readonly workMs: number;
  isStopWanted(): boolean;
  /** The outcome of a row once more, all its associations settled. */
  onOutcome(outcome: Outcome): void;
  onTurn(wait: Pause | null): void;
}

/** Associates the records of all rows that have one; what an earlier session settled stays as it was. */
export async function associateRows(
  plan: Plan,
  outcomes: ReadonlyMap<number, Outcome>,
  tools: AssociateRowsTools,
): Promise<void> {
  const rows = rowsToAssociate(plan, outcomes);
  for (const { outcome, tasks, settled } of rows) {
    if (tasks.length === 0) tools.onOutcome({ ...outcome, associations: settled });
  }
  if (rows.every(({ tasks }) => tasks.length === 0)) return;
  const bySlot = new Map(rows.map((row) => [row.outcome.slot, { ...row, settled: [...row.settled] }]));
  await associateRecords(
    rows.flatMap(({ tasks }) => tasks),
    {
      ...tools,
      associateRecords: (request) => tools.ports.associateRecords(request),
      fromObjectType: plan.objectType,
      apiVersion: plan.apiVersion,
      isStopWanted: () => tools.isStopWanted(),
      onTurn: (wait) => {
        tools.onTurn(wait);
      },
      onSettled: (slot, association) => {
        const row = bySlot.get(slot);
        if (row === undefined) return;
        row.settled.push(association);
        if (row.settled.length < row.wantedCount) return;
        tools.onOutcome({ ...row.outcome, associations: row.settled });
      },
    },
  );
}

interface RowToAssociate {
  readonly outcome: Outcome;
  readonly tasks: readonly AssociationTask[];
  readonly settled: readonly AssociationOutcome[];
  readonly wantedCount: number;
}

function rowsToAssociate(plan: Plan, outcomes: ReadonlyMap<number, Outcome>): readonly RowToAssociate[] {
  return plan.rows.flatMap((row): readonly RowToAssociate[] => {
    const outcome = outcomes.get(row.slot);
    const wanted = associationsOf(row, plan);
    const unresolved = unresolvedOf(row);
    if (outcome === undefined || wanted.length + unresolved.length === 0) return [];
    const record = recordOf(outcome);
    if (record === null) return [];
    const known = (outcome.associations ?? []).filter((each) => each.kind !== 'unresolved' && !isOpen(each));
    const isSettled = ({ toObjectType, toId }: (typeof wanted)[number]) =>
      known.some((each) => 'toId' in each && each.toObjectType === toObjectType && each.toId === toId);
    const settled = [...known, ...unresolved.map(outcomeOfUnresolved)];
    const tasks = wanted
      .filter((association) => !isSettled(association))
      .map((association) => ({
        slot: row.slot,
        fromId: record.recordId,
        association,
        isOfNewRecord: record.kind === 'created',
        wasSent: false,
      }));
    const isTold = tasks.length === 0 && settled.length === (outcome.associations ?? []).length;
    return isTold ? [] : [{ outcome, tasks, settled, wantedCount: settled.length + tasks.length }];
  });
}

/** The record of a row, where it is there: an import's row that lacks a value has one as well. */
function recordOf(outcome: Outcome): { readonly kind: string; readonly recordId: string } | null {
  switch (outcome.kind) {
    case 'created':
    case 'updated':
    case 'unchanged':
      return outcome;
    case 'rejected':
      return outcome.partly ?? null;
    case 'archived':
    case 'conflict':
    case 'skipped':
    case 'not-sent':
    case 'unknown':
      return null;
  }
}

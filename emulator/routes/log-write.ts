import type { ObjectCall } from '../http/call.ts';
import type { LoggedOutcome, LoggedRow, WriteLogEntry } from '../http/logs.ts';
import type { CrmRecord } from '../model/crm-record.ts';
import type { Row, RowOutcome } from '../writes/row.ts';

function valuesOf(record: CrmRecord | undefined, names: readonly string[]): LoggedRow['before'] {
  return Object.fromEntries(names.map((name) => [name, record?.properties[name] ?? null]));
}

function outcomeName(outcome: RowOutcome, isRolledBack: boolean): LoggedOutcome {
  if (outcome.kind !== 'written') return outcome.kind;
  if (isRolledBack) return 'rolled-back';
  return outcome.isNew ? 'created' : 'updated';
}

export function loggedRow({ input, outcome }: Row, inputIndex: number, isRolledBack: boolean): LoggedRow {
  const identity = {
    inputIndex,
    ...(input.id === undefined ? {} : { inputId: input.id }),
    ...(input.traceId === undefined ? {} : { traceId: input.traceId }),
    outcome: outcomeName(outcome, isRolledBack),
  };
  if (outcome.kind !== 'written') {
    const reason = outcome.kind === 'rejected' ? { reason: outcome.rejection.kind } : {};
    return { ...identity, before: {}, after: {}, ...reason };
  }
  const before = valuesOf(outcome.before, outcome.sentNames);
  const after = isRolledBack ? before : valuesOf(outcome.record, outcome.sentNames);
  return { ...identity, recordId: outcome.record.id, before, after };
}

export interface LoggedWrite {
  readonly operation: WriteLogEntry['operation'];
  readonly inputs: number;
  readonly status: number;
  readonly rows: readonly Row[];
  readonly isRolledBack: boolean;
}

/** Adds a write request to the log with the true fate of every input. */
export function logWrite(call: ObjectCall, write: LoggedWrite): void {
  const rows = write.rows.map((row, index) => loggedRow(row, index, write.isRolledBack));
  logRows(call, { operation: write.operation, inputs: write.inputs, status: write.status, rows });
}

export function logRows(
  { kernel, nowMs, method, path, version, store }: ObjectCall,
  entry: Pick<WriteLogEntry, 'operation' | 'inputs' | 'status' | 'rows'>,
): void {
  const objectType = store.objectType.plural;
  kernel.writeLog.push({ atMs: nowMs, method, path, version, objectType, ...entry });
}

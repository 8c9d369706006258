import { createRecord } from './create-record.ts';
import type { Rejection } from './rejection.ts';
import type { Row, RowInput, RowOutcome } from './row.ts';
import { updateRow, upsertRow } from './update-record.ts';
import type { WriteScene } from './write-scene.ts';
import { checkAssociations } from './check-associations.ts';

export type WriteOperation = 'create' | 'update' | 'upsert';

export type TraceUse = 'all' | 'none' | 'mixed';

export type BatchVerdict =
  | { readonly kind: 'answered'; readonly rows: readonly Row[] }
  /** The whole request is refused and nothing of it is written. */
  | {
      readonly kind: 'refused';
      readonly rows: readonly Row[];
      readonly rejections: readonly [Rejection, ...Rejection[]];
    };

export function traceUseOf(inputs: readonly RowInput[]): TraceUse {
  const traced = inputs.filter((input) => input.traceId !== undefined).length;
  if (traced === 0) return 'none';
  return traced === inputs.length ? 'all' : 'mixed';
}

/** Whether a bad row is rejected alone. Trace ids are what switches create and upsert to partial success. */
function rejectsRowByRow(operation: WriteOperation, inputs: readonly RowInput[], scene: WriteScene): boolean {
  const use = traceUseOf(inputs);
  const isTraced = use === 'all' || (use === 'mixed' && scene.behaviour.mixedTraceIds === 'partial');
  if (operation !== 'update') return isTraced;
  const rule = isTraced ? scene.behaviour.tracedUpdateValidation : scene.behaviour.untracedUpdateValidation;
  return rule === 'per-row';
}

function writeRow(
  operation: WriteOperation,
  input: RowInput,
  row: { scene: WriteScene; born: Set<string> },
): RowOutcome {
  switch (operation) {
    case 'create':
      return createRecord(input, row.scene, row.born);
    case 'update':
      return updateRow(input, row.scene);
    case 'upsert':
      return upsertRow(input, row.scene, row.born);
  }
}

function connectNewRecords(rows: readonly Row[], scene: WriteScene): void {
  for (const { input, outcome } of rows) {
    if (outcome.kind !== 'written' || !outcome.isNew) continue;
    const checked = checkAssociations(input.associations, outcome.record.id, scene);
    if (checked.kind === 'links')
      checked.links.forEach((link) => {
        scene.portal.associations.connect(link);
      });
  }
}

/**
 * Writes a batch whose shape has been checked. Rows are written one after another, so that a later row meets
 * what an earlier one left; a refusal takes all of them back.
 */
export function writeBatch(
  operation: WriteOperation,
  inputs: readonly RowInput[],
  scene: WriteScene,
): BatchVerdict {
  const savepoint = scene.store.records.openSavepoint();
  const isPartial = rejectsRowByRow(operation, inputs, scene);
  const born = new Set<string>();
  const rows = inputs.map((input): Row => {
    const outcome = writeRow(operation, input, { scene, born });
    if (outcome.kind === 'written' && outcome.isNew && !isPartial) born.add(outcome.record.id);
    return { input, outcome };
  });
  const rejections = rows.flatMap(({ outcome }) => (outcome.kind === 'rejected' ? [outcome.rejection] : []));
  const isAllFailed = rejections.length === rows.length && scene.behaviour.allRowsFailedStatus === 400;
  const [first, ...others] = rejections;
  if (first !== undefined && (!isPartial || isAllFailed)) {
    savepoint.rollBack();
    return { kind: 'refused', rows, rejections: [first, ...others] };
  }
  connectNewRecords(rows, scene);
  for (const { outcome } of rows) {
    if (outcome.kind === 'written') scene.store.search.add(outcome.record, scene.nowMs);
  }
  return { kind: 'answered', rows };
}

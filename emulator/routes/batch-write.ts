import { batchErrors, batchResults, envelopeBody } from '../format/batch-body.ts';
import { wordRefusal } from '../format/rejection-body.ts';
import { objectPaths } from '../http/api-paths.ts';
import type { ObjectCall } from '../http/call.ts';
import { recordViewOf, writeSceneOf } from '../http/call.ts';
import type { Reply } from '../http/reply.ts';
import { replyJson, replyRefusal } from '../http/reply.ts';
import type { ObjectRoute } from '../http/route.ts';
import type { RowInput } from '../writes/row.ts';
import { writeBatch } from '../writes/write-batch.ts';
import type { BatchVerdict, WriteOperation } from '../writes/write-batch.ts';
import { decodeWriteInputs } from './batch-input.ts';
import { checkBatch } from './check-batch.ts';
import { logWrite } from './log-write.ts';

const successStatus: Readonly<Record<WriteOperation, number>> = { create: 201, update: 200, upsert: 200 };

function answer(operation: WriteOperation, verdict: BatchVerdict, call: ObjectCall): Reply {
  const { kernel, version, nowMs } = call;
  const view = recordViewOf(call);
  if (verdict.kind === 'refused') {
    const { status, refusal } = wordRefusal(verdict.rejections, view.portalId);
    return replyRefusal(status, refusal);
  }
  const batchView = { ...view, operation, version, behaviour: kernel.behaviour, seed: kernel.seed };
  const errors = batchErrors(verdict.rows, batchView);
  const body = envelopeBody({
    results: batchResults(verdict.rows, batchView),
    errors,
    startedAtMs: nowMs,
    completedAtMs: kernel.clock.nowMs(),
  });
  return replyJson(errors.length > 0 ? 207 : successStatus[operation], body);
}

function logRefusedRequest(operation: WriteOperation, inputs: readonly RowInput[], call: ObjectCall): void {
  logWrite(call, { operation, inputs: inputs.length, status: 400, rows: [], isRolledBack: true });
}

function runBatchWrite(operation: WriteOperation, call: ObjectCall): Reply {
  const decoded = decodeWriteInputs(operation, call.bodyText, call.kernel.behaviour);
  if (decoded.kind === 'undecodable') {
    logRefusedRequest(operation, [], call);
    return replyRefusal(400, { message: decoded.message });
  }
  const inputs = decoded.value;
  const scene = writeSceneOf(call);
  const refusal = checkBatch(operation, inputs, scene);
  if (refusal !== undefined) {
    logRefusedRequest(operation, inputs, call);
    return replyRefusal(400, refusal);
  }
  const verdict = writeBatch(operation, inputs, scene);
  const reply = answer(operation, verdict, call);
  const { rows } = verdict;
  logWrite(call, {
    operation,
    inputs: inputs.length,
    status: reply.status,
    rows,
    isRolledBack: verdict.kind === 'refused',
  });
  return reply;
}

function batchWriteRoute(operation: WriteOperation): ObjectRoute {
  return {
    method: 'POST',
    paths: objectPaths(`/batch/${operation}`),
    access: 'objects-write',
    run: (call) => runBatchWrite(operation, call),
  };
}

export const batchWriteRoutes: readonly ObjectRoute[] = [
  batchWriteRoute('create'),
  batchWriteRoute('update'),
  batchWriteRoute('upsert'),
];

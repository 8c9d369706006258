import type { Kernel } from '../http/kernel.ts';
import { archiveRecord } from '../writes/archive-record.ts';
import type { ImportJob } from './import-job.ts';
import { isOpen } from './import-job.ts';

/** Stops an import where it is; what it has written stays. False: it was over already. */
export function cancelImport(job: ImportJob, kernel: Kernel): boolean {
  if (!isOpen(job)) return false;
  const hadPlace = job.beginsAtMs !== undefined;
  const nowMs = kernel.clock.nowMs();
  job.state = 'CANCELED';
  job.updatedAtMs = nowMs;
  job.rows = [];
  if (hadPlace) kernel.imports.freeSlot(nowMs);
  return true;
}

/** Somebody takes an import back in HubSpot: what it created is deleted, what it updated stays as it is. */
export function revertImport(job: ImportJob, kernel: Kernel): void {
  if (isOpen(job)) throw new Error(`Import ${job.id} is not over`);
  const { portal, behaviour, clock } = kernel;
  const nowMs = clock.nowMs();
  const store = portal.findType(job.order.objectTypeId);
  if (store === undefined) return;
  const { version, appId } = job.order;
  for (const id of job.createdIds) archiveRecord(id, { portal, store, version, behaviour, appId, nowMs });
  job.state = 'REVERTED';
  job.updatedAtMs = nowMs;
}

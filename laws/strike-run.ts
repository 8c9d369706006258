import {
  decodeWith,
  withRowKeys,
  writeRecordsRequestSchema,
  type Outcome,
  type RunPorts,
  type WriteRecordsRequest,
} from '@bulk-records/core';
import type { Emulator } from '../emulator/index.ts';
import { functionFault, hubSpotFault, type CataloguedFault } from '../workbench/faults/fault-catalogue.ts';
import { firstHalf, FunctionFaultPlan } from '../workbench/functions/function-fault.ts';
import { faultJob, REQUESTS_PER_CALL, ROWS_PER_REQUEST, type FaultOperation } from './fault-jobs.ts';
import { openPortal, planJob, RUN_ID, runJob, type OpenPortal, type PlannedJob } from './open-portal.ts';

/** What came of one run that met one fault. */
export interface StruckRun {
  readonly job: PlannedJob;
  readonly emulator: Emulator;
  readonly outcomes: readonly Outcome[];
  /** Requests for records, reads included. */
  readonly requestCount: number;
  /** Whether records can still be read when the run has ended. */
  readonly canRead: boolean;
  /** The rows of each request, in the order in which they were sent for the first time. */
  readonly requests: readonly Slots[];
}

type Slots = readonly number[];

export interface Strike {
  readonly operation: FaultOperation;
  /** null: nothing goes wrong. */
  readonly fault: CataloguedFault | null;
  /** Which request that writes, or which call of the function, goes wrong; from 1. */
  readonly nth: number;
}

/** A hanging request is given up after this time, and the test really waits for it. */
const SHORT_WORK_MS = 4000;

/** Runs a job in a portal of its own while one fault strikes. */
export async function strikeRun(strike: Strike): Promise<StruckRun> {
  const portal = await openPortal();
  const { emulator } = portal;
  try {
    if (strike.operation === 'create with row property') await portal.addRowProperty('companies');
    const job = await plannedJob(strike.operation, emulator);
    const requestsBefore = emulator.requestLog.length;
    const { outcomes, requests } = await runStruck(portal, job, strike);
    const canRead = await isReadable(portal);
    // The emulator notes a request when it ends, and one that hangs ends when its connection is closed.
    await portal.close();
    const requestCount = emulator.requestLog.length - requestsBefore - READABILITY_REQUESTS;
    return { job, emulator, outcomes, requestCount, canRead, requests };
  } catch (error) {
    await portal.close();
    throw error;
  }
}

async function runStruck(
  portal: OpenPortal,
  job: PlannedJob,
  { fault, nth }: Strike,
): Promise<Pick<StruckRun, 'outcomes' | 'requests'>> {
  const { ports, requests } = watchRequests(planFault(portal, fault, nth));
  const outcomes = await runJob({ ports }, job, {
    maxInputsPerBatch: ROWS_PER_REQUEST,
    batchesPerCall: REQUESTS_PER_CALL,
    callsInFlight: 1,
    ...(isHang(fault) ? { workMs: SHORT_WORK_MS } : {}),
  });
  return { outcomes, requests };
}

const jobs = new Map<FaultOperation, Promise<PlannedJob>>();

/** Portals of one seed are alike, so a job is planned once. */
async function plannedJob(operation: FaultOperation, emulator: Emulator): Promise<PlannedJob> {
  const job = jobs.get(operation) ?? planJob(faultJob(operation, emulator));
  jobs.set(operation, job);
  const planned = await job;
  const [part] = withRowKeys(planned, RUN_ID);
  return { ...planned, ...part };
}

/** Requests `isReadable` makes. */
const READABILITY_REQUESTS = 1;

async function isReadable({ emulator, ports }: OpenPortal): Promise<boolean> {
  const [record] = emulator.records('contacts');
  const answer = await ports.readRecords({
    objectType: 'contacts',
    apiVersion: '2026-03',
    ids: [record?.id ?? ''],
    properties: [],
    archived: false,
    workMs: SHORT_WORK_MS,
    maxRequests: 1,
  });
  return answer.kind === 'reply' && answer.reply.ok;
}

function isHang(fault: CataloguedFault | null): boolean {
  return fault?.at === 'hubspot' && fault.effect.kind === 'hang';
}

function planFault({ emulator, ports }: OpenPortal, fault: CataloguedFault | null, nth: number): RunPorts {
  if (fault === null) return ports;
  if (fault.at === 'hubspot') {
    emulator.addFault(hubSpotFault(fault, nth));
    return ports;
  }
  const faults = new FunctionFaultPlan();
  faults.add(functionFault(fault, nth));
  return failingPorts(ports, faults);
}

/** What the card gets of a call that goes wrong is always the same: no reply. */
function failingPorts(ports: RunPorts, faults: FunctionFaultPlan): RunPorts {
  return {
    ...ports,
    writeRecords: async (request) => {
      const fault = faults.strike('write_records');
      if (fault === undefined) return ports.writeRecords(request);
      if (fault.done === 'all') await ports.writeRecords(request);
      if (fault.done === 'half') await ports.writeRecords(halfOf(request));
      return { kind: 'no-reply', message: fault.kind };
    },
  };
}

function halfOf(request: WriteRecordsRequest): WriteRecordsRequest {
  const half = decodeWith(writeRecordsRequestSchema, firstHalf(request));
  if (!half.ok) throw new Error(half.problems.join('; '));
  return half.value;
}

/** Notes which rows were sent together for the first time: trace ids carry slot and attempt. */
function watchRequests(ports: RunPorts): { readonly ports: RunPorts; readonly requests: readonly Slots[] } {
  const requests: Slots[] = [];
  const writeRecords: RunPorts['writeRecords'] = (request) => {
    for (const { inputs } of request.batches) {
      const slots = inputs.flatMap(({ objectWriteTraceId }) => {
        const [run, slot, attempt] = objectWriteTraceId.split('-');
        return run === RUN_ID && attempt === '1' ? [Number(slot)] : [];
      });
      if (slots.length > 0) requests.push(slots);
    }
    return ports.writeRecords(request);
  };
  return { ports: { ...ports, writeRecords }, requests };
}

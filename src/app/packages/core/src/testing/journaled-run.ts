import type { WriteRecordsRequest } from '../contract/write-records.ts';
import type { Plan } from '../plan/plan.ts';
import { DEFAULT_JOURNAL_SETTINGS } from '../run/journal/journal-writer.ts';
import type { JournaledRunOptions, JournaledRunPorts } from '../run/journal/run-with-journal.ts';
import { DEFAULT_RUN_SETTINGS } from '../run/settings.ts';
import type { MemoryJournal } from './memory-journal.ts';
import type { ModelPortal } from './model-portal.ts';

export const KEPT_RUN_ID = 'run12345678';

/** Small batches and calls, so that a few rows make a long run; every outcome is noted at once. */
export function optionsOfRun(plan: Plan): JournaledRunOptions {
  return {
    runId: KEPT_RUN_ID,
    settings: {
      ...DEFAULT_RUN_SETTINGS,
      maxInputsPerBatch: 3,
      batchesPerCall: 2,
      callsInFlight: 2,
      canaryAboveWrites: null,
    },
    isStopWanted: () => false,
    confirmedDigest: plan.digest,
    journalSettings: { ...DEFAULT_JOURNAL_SETTINGS, maxOpenLines: 1 },
    startedBy: 'ada',
    undoes: null,
  };
}

export function portsOfRun(portal: ModelPortal, journal: MemoryJournal): JournaledRunPorts {
  return {
    writeRecords: (request) => portal.writeRecords(request),
    readRecords: (request) => portal.readRecords(request),
    associateRecords: () => Promise.resolve({ kind: 'no-reply', message: 'not asked here' }),
    sleep: (delayMs) => portal.sleep(delayMs),
    now: () => portal.now(),
    random: () => portal.random(),
    report: () => undefined,
    confirmCanary: () => Promise.resolve(true),
    keeper: journal,
    turn: () => Promise.resolve(),
    reportJournal: () => undefined,
  };
}

export interface Crash {
  /** The call during which the tab is closed, from 0. */
  readonly atCall: number;
  /** Whether HubSpot gets that call. */
  readonly isDelivered: boolean;
}

/** Does something until the tab is closed, from when on nothing comes back; null then. */
export async function untilClosed<T>(
  ports: JournaledRunPorts,
  { atCall, isDelivered }: Crash,
  act: (ports: JournaledRunPorts) => Promise<T>,
): Promise<T | null> {
  let calls = 0;
  let close = (): void => undefined;
  const closed = new Promise<null>((resolve) => {
    close = () => {
      resolve(null);
    };
  });
  const never = new Promise<never>(() => undefined);
  const writeRecords = async (request: WriteRecordsRequest) => {
    calls += 1;
    if (calls - 1 < atCall) return ports.writeRecords(request);
    if (calls - 1 === atCall && isDelivered) await ports.writeRecords(request);
    close();
    return never;
  };
  return Promise.race([closed, act({ ...ports, writeRecords })]);
}

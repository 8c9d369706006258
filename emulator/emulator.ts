import { createHubSpotApp } from './app.ts';
import {
  editStoredRecord,
  mergeStoredRecords,
  revertStoredImport,
  snapshotAssociations,
  snapshotFiles,
  snapshotImports,
  snapshotRecords,
} from './control/portal-control.ts';
import { createControlApp } from './control/control-app.ts';
import type { Emulator, EmulatorOptions, Sleep } from './emulator-options.ts';
import { failAsPlanned } from './http/fail-as-planned.ts';
import type { Kernel } from './http/kernel.ts';
import { advanceImports } from './imports/advance-imports.ts';
import { defaultApp, startKernel } from './http/start-kernel.ts';

const sleepForReal: Sleep = (delayMs, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, delayMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    });
  });

const hubSpotApp = createHubSpotApp();

function latencyOf(options: EmulatorOptions, request: Request): number {
  const { latencyMs = 0 } = options;
  return typeof latencyMs === 'number' ? latencyMs : latencyMs(request);
}

/** Imports go on whether or not somebody looks; whoever looks sees how far they are. */
function upToDate(kernel: Kernel): Kernel {
  advanceImports(kernel);
  return kernel;
}

/** Answers one API request and logs it, also when it gets no answer. */
async function answerApiRequest(
  request: Request,
  kernel: Kernel,
  options: EmulatorOptions,
): Promise<Response> {
  const sleep = options.sleep ?? sleepForReal;
  const { pathname } = new URL(request.url);
  const entry = { atMs: kernel.clock.nowMs(), method: request.method, path: pathname };
  const dispatch = async (toSend: Request): Promise<Response> => hubSpotApp.fetch(toSend, { kernel });
  const latencyMs = latencyOf(options, request);
  try {
    if (latencyMs > 0) await sleep(latencyMs, request.signal);
    advanceImports(kernel);
    const bodyText = kernel.faults.looksAtBodies ? await request.clone().text() : '';
    const fault = kernel.faults.strike({ method: request.method, path: pathname, bodyText });
    const response =
      fault === undefined
        ? await dispatch(request)
        : await failAsPlanned(fault, request, { kernel, dispatch, sleep });
    kernel.requestLog.push({ ...entry, status: response.status });
    return response;
  } catch (error) {
    kernel.requestLog.push({ ...entry, status: 0 });
    throw error;
  }
}

/** A local HubSpot portal that lives in this process. See `Emulator` for what it can do. */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  let kernel = startKernel(options);
  const emulator: Emulator = {
    fetch: async (request) =>
      new URL(request.url).pathname.startsWith('/emulator/')
        ? controlApp.fetch(request)
        : answerApiRequest(request, kernel, options),
    records: (objectType) => snapshotRecords(upToDate(kernel).portal, objectType),
    files: () => snapshotFiles(kernel),
    associations: () => snapshotAssociations(upToDate(kernel)),
    imports: () => snapshotImports(upToDate(kernel)),
    get writeLog() {
      return [...upToDate(kernel).writeLog];
    },
    get requestLog() {
      return [...kernel.requestLog];
    },
    addFault: (fault) => {
      kernel.faults.add(fault);
    },
    clearFaults: () => {
      kernel.faults.clear();
    },
    mergeRecords: (objectType, winnerId, loserId) => {
      mergeStoredRecords(upToDate(kernel), objectType, { winnerId, loserId });
    },
    editRecord: (objectType, recordId, properties) => {
      editStoredRecord(upToDate(kernel), objectType, { recordId, properties });
    },
    failNextImport: (afterRows) => {
      kernel.imports.planFailure(afterRows);
    },
    revertImport: (importId) => {
      revertStoredImport(upToDate(kernel), importId);
    },
    grantScopes: (token, scopes) => {
      kernel.tokens.grantScopes(token, scopes);
    },
    revokeScopes: (token, scopes) => {
      kernel.tokens.revokeScopes(token, scopes);
    },
    expireToken: (token) => {
      kernel.tokens.expire(token);
    },
    consumeRequests: ({ count, by }) => {
      kernel.limiter.consume(count, by === 'same-app' ? defaultApp : undefined);
    },
    reset: () => {
      kernel = startKernel(options);
    },
  };
  const controlApp = createControlApp(emulator);
  return emulator;
}

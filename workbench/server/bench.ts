import { functionFault } from '../faults/fault-catalogue.ts';
import { createCallLog } from '../functions/call-record.ts';
import type { CallLog } from '../functions/call-record.ts';
import { FunctionFaultPlan } from '../functions/function-fault.ts';
import type { FunctionLimits } from '../functions/limits.ts';
import { createFunctionRunner } from '../functions/runner.ts';
import type { FunctionRunner, RunnableFunction } from '../functions/runner.ts';
import type { Portal } from './portal.ts';
import type { Scenario } from './scenario.ts';

const maxCallRecords = 500;

/** One scenario's portal with its own functions and its own call log. */
export interface Bench {
  readonly scenario: Scenario;
  readonly portal: Portal;
  readonly runner: FunctionRunner;
  readonly callLog: CallLog;
  /** Portal, faults and log as at the start. Absent: the portal cannot be set back. */
  readonly reset?: () => void;
}

export interface BenchOptions {
  readonly functions: readonly RunnableFunction[];
  readonly limits: FunctionLimits;
  readonly openPortal: (scenario: Scenario) => Portal | undefined;
}

/** Opens a bench per scenario name at its first use and keeps it. */
export interface Benches {
  /** `undefined` for a scenario without a portal. */
  open(scenario: Scenario): Bench | undefined;
  close(): Promise<void>;
}

function planFault(faults: FunctionFaultPlan, { strike }: Scenario): void {
  if (strike?.fault.at === 'function') faults.add(functionFault(strike.fault, strike.nth));
}

export function createBenches(options: BenchOptions): Benches {
  const benches = new Map<string, Bench>();

  function create(scenario: Scenario): Bench | undefined {
    const portal = options.openPortal(scenario);
    if (portal === undefined) return undefined;
    const callLog = createCallLog(maxCallRecords);
    const faults = new FunctionFaultPlan();
    planFault(faults, scenario);
    const runner = createFunctionRunner({
      functions: options.functions,
      limits: options.limits,
      hubspotApiBaseUrl: portal.apiBaseUrl,
      ...(portal.accessToken === undefined ? {} : { accessToken: portal.accessToken }),
      faults,
      onCall: callLog.add,
    });
    const reset = (): void => {
      portal.reset?.();
      faults.clear();
      planFault(faults, scenario);
      callLog.clear();
    };
    return { scenario, portal, runner, callLog, ...(portal.reset === undefined ? {} : { reset }) };
  }

  return {
    open(scenario) {
      const bench = benches.get(scenario.name) ?? create(scenario);
      if (bench !== undefined) benches.set(scenario.name, bench);
      return bench;
    },
    async close() {
      await Promise.all([...benches.values()].map((bench) => bench.runner.close()));
    },
  };
}

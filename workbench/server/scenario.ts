import { findFault } from '../faults/fault-catalogue.ts';
import type { CataloguedFault } from '../faults/fault-catalogue.ts';

/**
 * `<world>.<fault>.<n>~<anything>`: the world an emulated portal starts with; optionally a fault and which write it
 * strikes, the first unless told otherwise; the rest only keeps one portal apart from another.
 */
export interface Scenario {
  readonly name: string;
  readonly world: string;
  readonly strike: Strike | undefined;
}

export interface Strike {
  readonly fault: CataloguedFault;
  /** Which request that writes, or which call of the function that writes; from 1. */
  readonly nth: number;
}

export const defaultScenarioName = 'default';

const scenarioName =
  /^(?<world>[a-z][a-z-]{0,30})(?:\.(?<fault>[\da-z-]{1,40})(?:\.(?<nth>[1-9]\d{0,3}))?)?(?:~[\w.-]{1,80})?$/;

/** Decodes a scenario's name from an address; `undefined` for a name nobody may use and for an unknown fault. */
export function parseScenario(name: string): Scenario | undefined {
  const parts = scenarioName.exec(name)?.groups;
  if (parts === undefined) return undefined;
  const { world = '', fault: faultName, nth = '1' } = parts;
  if (faultName === undefined) return { name, world, strike: undefined };
  const fault = findFault(faultName);
  return fault && { name, world, strike: { fault, nth: Number(nth) } };
}

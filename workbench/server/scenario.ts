/**
 * `<world>~<anything>`: the part before `~` picks the world an emulated portal starts with, the rest
 * only keeps one test's portal apart from another's.
 */
export interface Scenario {
  readonly name: string;
  readonly world: string;
}

export const defaultScenarioName = 'default';

const scenarioName = /^[a-z][a-z-]{0,30}(~[\w.-]{1,80})?$/;

/** Decodes a scenario's name from an address; `undefined` for a name nobody may use. */
export function parseScenario(name: string): Scenario | undefined {
  if (!scenarioName.test(name)) return undefined;
  return { name, world: name.split('~')[0] ?? name };
}

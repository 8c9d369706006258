import { describe, expect, it } from 'vitest';

import { createEmulator } from '../../emulator/index.ts';
import { parseScenario } from '../server/scenario.ts';
import { faultCatalogue, findFault, functionFault, hubSpotFault } from './fault-catalogue.ts';

function atHubSpot(name: string) {
  const fault = findFault(name);
  if (fault?.at !== 'hubspot') throw new Error(`${name} is no fault of HubSpot`);
  return fault;
}

describe('the catalogue of faults', () => {
  it('has no name and no title twice', () => {
    const names = faultCatalogue.map(({ name }) => name);
    const titles = faultCatalogue.map(({ title }) => title);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it.each(faultCatalogue)('$name can stand in the address of a page', (fault) => {
    expect(parseScenario(`default.${fault.name}.3~x`)?.strike).toEqual({ fault, nth: 3 });
  });

  it.each(faultCatalogue.filter(({ at }) => at === 'hubspot'))('$name can be planned', ({ name }) => {
    const emulator = createEmulator({ world: 'empty' });
    expect(() => {
      emulator.addFault(hubSpotFault(atHubSpot(name), 1));
    }).not.toThrow();
  });

  it('strikes one write, unless it lasts', () => {
    expect(hubSpotFault(atHubSpot('502-half'), 3)).toMatchObject({ when: 'half-written', match: { nth: 3 } });
    expect(hubSpotFault(atHubSpot('502-half'), 3).match).not.toHaveProperty('times');
    expect(hubSpotFault(atHubSpot('outage'), 3).match).toMatchObject({ nth: 3, times: 'all' });
  });

  it('strikes one call of the function that writes', () => {
    const fault = findFault('function-killed-half');
    if (fault?.at !== 'function') throw new Error('no fault of a function');
    expect(functionFault(fault, 2)).toEqual({
      kind: 'killed',
      done: 'half',
      match: { functionName: 'write_records', nth: 2 },
    });
  });
});

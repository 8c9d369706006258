import { createEmulator, defaultToken } from '../../emulator/index.ts';
import type { Emulator, EmulatorOptions, WorldName } from '../../emulator/index.ts';
import { hubSpotFault } from '../faults/fault-catalogue.ts';
import type { PortalApis } from './forward.ts';
import { connectPortal, emulatePortal } from './portal.ts';
import type { EmulatedApi, Portal, PortalAddress } from './portal.ts';
import type { Scenario } from './scenario.ts';

/** How emulated portals behave, and what they allow; as the emulator does unless told otherwise. */
export type EmulatedPortals = Pick<EmulatorOptions, 'behaviour' | 'limits'>;

export interface PortalSourceOptions {
  readonly emulated?: EmulatedPortals;
  readonly remotePortal: PortalAddress | undefined;
  /** The workbench's own address, known once it listens. */
  readonly origin: () => string;
}

/** Where portals come from: one emulator per scenario, or one real portal for all of them. */
export interface PortalSource {
  readonly worlds: readonly string[];
  /** `undefined` for a scenario of a world that does not exist. */
  readonly openPortal: (scenario: Scenario) => Portal | undefined;
  readonly portalApis: PortalApis;
}

/** The portal with the scenario's fault before it, again after every reset. */
function withFault(emulator: Emulator, { strike }: Scenario): EmulatedApi {
  const planFault = (): void => {
    if (strike?.fault.at === 'hubspot') emulator.addFault(hubSpotFault(strike.fault, strike.nth));
  };
  planFault();
  return {
    fetch: (request) => emulator.fetch(request),
    reset: () => {
      emulator.reset();
      planFault();
    },
  };
}

const worlds: readonly WorldName[] = ['default', 'empty', 'wide'];

export function createPortalSource(options: PortalSourceOptions): PortalSource {
  const { remotePortal, origin } = options;
  if (remotePortal !== undefined) {
    const portal = connectPortal(remotePortal);
    // Nothing can be made to go wrong in a real portal.
    const openPortal: PortalSource['openPortal'] = ({ strike }) =>
      strike === undefined ? portal : undefined;
    return { worlds: [], openPortal, portalApis: () => undefined };
  }
  const emulators = new Map<string, EmulatedApi>();
  const apiBaseUrlOf = (scenario: Scenario): string =>
    `${origin()}/portal/${encodeURIComponent(scenario.name)}`;
  const emulatorOf = (scenario: Scenario): EmulatedApi | undefined => {
    const world = worlds.find((name) => name === scenario.world);
    if (world === undefined) return undefined;
    // The record links the emulator writes open on the workbench, as HubSpot's open in its app.
    const emulator =
      emulators.get(scenario.name) ??
      withFault(
        createEmulator({
          ...options.emulated,
          world,
          appOrigin: origin(),
          fileBaseUrl: apiBaseUrlOf(scenario),
        }),
        scenario,
      );
    emulators.set(scenario.name, emulator);
    return emulator;
  };
  return {
    worlds,
    openPortal: (scenario) => {
      const apiBaseUrl = apiBaseUrlOf(scenario);
      const api = emulatorOf(scenario);
      return api && emulatePortal(api, { apiBaseUrl, accessToken: defaultToken });
    },
    portalApis: emulatorOf,
  };
}

import { createEmulator, defaultToken } from '../../emulator/index.ts';
import type { WorldName } from '../../emulator/index.ts';
import type { PortalApis } from './forward.ts';
import { connectPortal, emulatePortal } from './portal.ts';
import type { EmulatedApi, Portal, PortalAddress } from './portal.ts';
import type { Scenario } from './scenario.ts';

export interface PortalSourceOptions {
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

const worlds: readonly WorldName[] = ['default', 'empty', 'wide'];

export function createPortalSource(options: PortalSourceOptions): PortalSource {
  const { remotePortal, origin } = options;
  if (remotePortal !== undefined) {
    const portal = connectPortal(remotePortal);
    return { worlds: [], openPortal: () => portal, portalApis: () => undefined };
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
      createEmulator({ world, appOrigin: origin(), fileBaseUrl: apiBaseUrlOf(scenario) });
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

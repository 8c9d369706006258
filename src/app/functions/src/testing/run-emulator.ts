import { afterEach, vi } from 'vitest';
import {
  createEmulator,
  createVirtualClock,
  defaultToken,
  serveEmulator,
} from '../../../../../emulator/index.ts';
import type {
  Emulator,
  EmulatorOptions,
  ServedEmulator,
  VirtualClock,
} from '../../../../../emulator/index.ts';
import type { HubSpotConnection } from '../hubspot/client.ts';

export interface RunningEmulator {
  readonly emulator: Emulator;
  readonly clock: VirtualClock;
  readonly connection: HubSpotConnection;
}

const running = new Set<ServedEmulator>();

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all([...running].map((served) => served.close()));
  running.clear();
});

/** Starts an empty portal that functions called in this test will talk to; it ends with the test. */
export async function runEmulator(options: EmulatorOptions = {}): Promise<RunningEmulator> {
  const clock = createVirtualClock();
  const emulator = createEmulator({ world: 'empty', clock, ...options });
  const served = await serveEmulator(emulator);
  running.add(served);
  vi.stubEnv('PRIVATE_APP_ACCESS_TOKEN', defaultToken);
  vi.stubEnv('HUBSPOT_API_BASE_URL', served.url);
  return { emulator, clock, connection: { accessToken: defaultToken, baseUrl: served.url } };
}

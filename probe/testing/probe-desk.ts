import { createEmulator, createVirtualClock, defaultToken, serveEmulator } from '../../emulator/index.ts';
import type { Behaviour, Emulator } from '../../emulator/index.ts';
import { runProbe } from '../run-probe.ts';
import type { ProbeReport, ProbeSettings } from '../run-probe.ts';

/** A test account over HTTP, on a clock that only moves when the probe waits. */
export interface ProbeDesk {
  readonly emulator: Emulator;
  readonly url: string;
  run(changes?: Partial<ProbeSettings>): Promise<ProbeReport>;
  /** What of the probe is still in the account. */
  remains(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function openProbeDesk(behaviour: Partial<Behaviour> = {}): Promise<ProbeDesk> {
  const clock = createVirtualClock();
  // As few as the smallest account may send.
  const limits = { tenSecondly: 100 };
  const emulator = createEmulator({ world: 'empty', clock, behaviour, limits });
  const served = await serveEmulator(emulator);
  const settings: ProbeSettings = {
    connection: { accessToken: defaultToken, baseUrl: served.url },
    ports: {
      fetch,
      nowMs: () => clock.nowMs(),
      sleep: (delayMs) => {
        clock.advance(delayMs);
        return Promise.resolve();
      },
    },
    marker: 'abc123',
    mayReachLimit: true,
    stop: new AbortController().signal,
    onAnswered: () => undefined,
  };
  return {
    emulator,
    url: served.url,
    run: (changes = {}) => runProbe({ ...settings, ...changes }),
    remains: async () => {
      clock.advance(60_000);
      const live = ['contacts', 'tickets', 'companies'].flatMap((objectType) =>
        emulator
          .records(objectType)
          .filter(({ archived, mergedInto }) => !archived && mergedInto === undefined)
          .map(({ id }) => `${objectType} ${id}`),
      );
      const lists = await Promise.all(
        ['contacts', 'tickets'].map(async (objectType) => {
          const headers = { Authorization: `Bearer ${defaultToken}` };
          const answer = await fetch(`${served.url}/crm/v3/properties/${objectType}`, { headers });
          return [...(await answer.text()).matchAll(/bulk_records_probe_\w+/g)].map(([name]) => name);
        }),
      );
      return [...live, ...lists.flat()];
    },
    close: () => served.close(),
  };
}

import { defaultBehaviour } from '../behaviour.ts';
import { systemClock } from '../clock.ts';
import type { EmulatorOptions } from '../emulator-options.ts';
import { ImportTable } from '../imports/import-table.ts';
import { createRandom } from '../randomness.ts';
import { openPortal } from '../store/portal.ts';
import type { Portal } from '../store/portal.ts';
import { buildWorld } from '../world/build-world.ts';
import { TokenTable, defaultToken } from './access.ts';
import { FaultPlan } from './fault-plan.ts';
import type { Kernel } from './kernel.ts';
import { RateLimiter, defaultRateLimits } from './rate-limit.ts';
import { scopesFor } from './route.ts';

const accesses = ['objects-read', 'objects-write', 'properties-read', 'properties-write'] as const;
const defaultAppId = '19083857';

/** Every scope any route of the portal asks for. */
function allScopes(portal: Portal): ReadonlySet<string> {
  const ofTypes = portal.objectTypes.flatMap((type) => accesses.flatMap((access) => scopesFor(type, access)));
  return new Set([...ofTypes, 'crm.objects.owners.read', 'crm.schemas.custom.read', 'files', 'crm.import']);
}

/** A fresh state for the options; the world behind it may be shared, what happens in it is not. */
export function startKernel(options: EmulatorOptions): Kernel {
  const { seed = 1, portalId = 1_234_567, clock = systemClock, world = 'default' } = options;
  const behaviour = { ...defaultBehaviour, ...options.behaviour };
  const portal = openPortal(buildWorld({ name: world, seed, portalId }), seed, {
    recordsMaxMs: behaviour.searchDelayMaxMs,
    filesMaxMs: behaviour.fileSearchDelayMaxMs,
  });
  const searchSecondly = behaviour.searchesPerSecond;
  const limits = { ...defaultRateLimits, searchSecondly, ...options.limits };
  return {
    portal,
    behaviour,
    clock,
    seed,
    random: createRandom(seed),
    appOrigin: options.appOrigin ?? 'https://app.hubspot.com',
    fileBaseUrl: options.fileBaseUrl,
    tokens: new TokenTable(clock, [{ token: defaultToken, appId: defaultAppId, scopes: allScopes(portal) }]),
    limiter: new RateLimiter(limits, clock, portal.account.timeZone),
    faults: new FaultPlan(),
    imports: new ImportTable({
      seed,
      atOnce: behaviour.importsAtOnce,
      startDelayMs: behaviour.importStartDelayMs,
      listDelayMaxMs: behaviour.importListDelayMaxMs,
    }),
    requestLog: [],
    writeLog: [],
  };
}

/** The app whose burst limit the default token counts against. */
export const defaultApp = defaultAppId;

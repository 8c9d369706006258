import { localDevServerLimits, productionLimits } from './functions/limits.ts';
import { findFreePort } from './server/listen.ts';
import type { PortalAddress } from './server/portal.ts';
import { productionProject, sampleProject, startWorkbench } from './workbench.ts';

/** Command line: `npx tsx workbench/start.ts [--sample] [--local-limits]`; the environment is in the README. */

const defaultPort = 5178;

function portalFrom(environment: NodeJS.ProcessEnv): PortalAddress | undefined {
  const { PRIVATE_APP_ACCESS_TOKEN: accessToken, HUBSPOT_API_BASE_URL: apiBaseUrl } = environment;
  if (!accessToken && !apiBaseUrl) return undefined;
  return {
    apiBaseUrl: (apiBaseUrl ?? 'https://api.hubapi.com').replace(/\/+$/, ''),
    accessToken: accessToken ?? undefined,
  };
}

const remotePortal = portalFrom(process.env);
const port = process.env.PORT ? Number(process.env.PORT) : await findFreePort(defaultPort);
const project = process.argv.includes('--sample') ? sampleProject : productionProject;
const limits = process.argv.includes('--local-limits') ? localDevServerLimits : productionLimits;
const workbench = await startWorkbench({
  port,
  project,
  limits,
  ...(remotePortal === undefined ? {} : { remotePortal }),
});
const portalName = remotePortal === undefined ? 'the emulator' : remotePortal.apiBaseUrl;
console.log(`Workbench: open ${workbench.url}/ (${project.title}, working on ${portalName})`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void workbench.close().then(() => process.exit(0));
  });
}

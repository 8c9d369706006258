import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { serve } from '@hono/node-server';

import { buildCard, productionCardBuild } from '../scripts/build-card.ts';
import { buildFunctions, productionFunctionBuild } from '../scripts/build-functions.ts';
import type { FunctionLimits } from './functions/limits.ts';
import { productionLimits } from './functions/limits.ts';
import type { RunnableFunction } from './functions/runner.ts';
import { BUNDLE_URLS, createApp } from './server/app.ts';
import { buildPageAssets } from './server/assets.ts';
import type { Place } from './page-facts.ts';
import { createBenches } from './server/bench.ts';
import { createPortalSource } from './server/portal-source.ts';
import type { EmulatedPortals } from './server/portal-source.ts';
import type { PortalAddress } from './server/portal.ts';

/** What is shown and run: an entry file for each place it has, and the folder of its functions' meta files. */
export interface CardProject {
  readonly entryPaths: { readonly card: string } & Partial<Readonly<Record<Place, string>>>;
  readonly functionsDirectory: string;
  readonly title: string;
}

export const productionProject: CardProject = {
  entryPaths: {
    card: productionCardBuild.entryPath,
    page: resolve(import.meta.dirname, '../src/app/pages/BulkRecordsPage.tsx'),
    action: resolve(import.meta.dirname, '../src/app/actions/BulkRecordsAction.tsx'),
  },
  functionsDirectory: productionFunctionBuild.functionsDirectory,
  title: 'Bulk Records',
};

export const sampleProject: CardProject = {
  entryPaths: { card: resolve(import.meta.dirname, 'testing/SampleCard.tsx') },
  functionsDirectory: resolve(import.meta.dirname, 'testing/functions'),
  title: 'Sample card',
};

export interface WorkbenchOptions {
  /** 0 picks any free port. */
  readonly port: number;
  readonly project?: CardProject;
  readonly limits?: FunctionLimits;
  /** A portal behind HTTP instead of the emulator. */
  readonly remotePortal?: PortalAddress;
  readonly emulated?: EmulatedPortals;
}

export interface Workbench {
  /** `http://127.0.0.1:<port>`, no slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

const buildDirectory = resolve(import.meta.dirname, '../build');

interface BuiltProject {
  readonly bundlePath: (place: Place) => Promise<string | undefined>;
  readonly functions: readonly RunnableFunction[];
  remove(): void;
}

/** In a folder of its own: several workbenches may build at the same time. */
async function buildProject(project: CardProject): Promise<BuiltProject> {
  mkdirSync(buildDirectory, { recursive: true });
  const outputDirectory = mkdtempSync(join(buildDirectory, 'workbench-'));
  const bundlePath = bundlesOf(project, outputDirectory);
  await bundlePath('card');
  const functions = await buildFunctions({
    functionsDirectory: project.functionsDirectory,
    outputDirectory: join(outputDirectory, 'functions'),
  });
  // HubSpot installs functions below a package.json without a type: their .js is CommonJS.
  writeFileSync(join(outputDirectory, 'functions/package.json'), '{ "type": "commonjs" }\n');
  return {
    bundlePath,
    functions: functions.map(({ uid, bundle }) => ({ uid, bundlePath: bundle.path })),
    remove: () => {
      rmSync(outputDirectory, { recursive: true, force: true });
    },
  };
}

/** Each place is built when it is first asked for, and once: most runs look at the card alone. */
function bundlesOf({ entryPaths }: CardProject, outputDirectory: string): BuiltProject['bundlePath'] {
  const building = new Map<Place, Promise<string | undefined>>();
  const build = async (place: Place): Promise<string | undefined> => {
    const entryPath = entryPaths[place];
    if (entryPath === undefined) return undefined;
    const built = await buildCard({ entryPath, outputDirectory: join(outputDirectory, place), minify: true });
    return built.bundle.path;
  };
  return (place) => {
    const bundle = building.get(place) ?? build(place);
    building.set(place, bundle);
    return bundle;
  };
}

/**
 * Builds card, functions and page, and serves them on 127.0.0.1. Throws when something does not
 * compile or the port is taken.
 */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const project = options.project ?? defaultProject();
  const [built, assets] = await Promise.all([buildProject(project), buildPageAssets()]);
  let origin = '';
  const { remotePortal, emulated = {} } = options;
  const source = createPortalSource({ remotePortal, emulated, origin: () => origin });
  const benches = createBenches({
    functions: built.functions,
    limits: options.limits ?? productionLimits,
    openPortal: source.openPortal,
  });
  const app = createApp({
    assets,
    bundlePath: built.bundlePath,
    benches,
    portalApis: source.portalApis,
    page: { worlds: source.worlds, card: { title: project.title, bundleUrls: BUNDLE_URLS } },
    port: () => Number(new URL(origin).port),
  });
  const server = await listen(app.fetch, options.port);
  origin = `http://127.0.0.1:${server.port}`;
  return {
    url: origin,
    async close() {
      await server.close();
      await benches.close();
      built.remove();
    },
  };
}

function defaultProject(): CardProject {
  return existsSync(productionProject.entryPaths.card) ? productionProject : sampleProject;
}

interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], port: number): Promise<Listening> {
  return new Promise((resolveListening, reject) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, (address) => {
      resolveListening({
        port: address.port,
        close: () =>
          new Promise((done) => {
            server.close(() => {
              done();
            });
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.once('error', reject);
  });
}

import { join, resolve } from 'node:path';

import { build } from 'esbuild';

const workbenchDirectory = resolve(import.meta.dirname, '..');

/** The files of the page itself; the card's bundle is HubSpot's builder's work. */
export interface PageAssets {
  readonly pageScript: string;
  readonly pageStyle: string;
  readonly workerScript: string;
}

/** Bundles the page and the worker runtime, with production React as HubSpot's own pages have it. */
export async function buildPageAssets(): Promise<PageAssets> {
  const [page, worker] = await Promise.all([
    bundle(join(workbenchDirectory, 'page/main.tsx')),
    bundle(join(workbenchDirectory, 'worker/main.tsx')),
  ]);
  return { pageScript: page.script, pageStyle: page.style, workerScript: worker.script };
}

async function bundle(entryPath: string): Promise<{ script: string; style: string }> {
  const result = await build({
    entryPoints: [entryPath],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    sourcemap: 'inline',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  const textOf = (extension: string): string =>
    result.outputFiles.find((file) => file.path.endsWith(extension))?.text ?? '';
  return { script: textOf('.js'), style: textOf('.css') };
}

import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'esbuild';

import { describeBuiltFile, measureBuiltFile } from './built-file.ts';
import type { BuiltFile } from './built-file.ts';
import { listFunctions } from './function-list.ts';

export interface FunctionBuildOptions {
  /** The folder with the `*-hsmeta.json` files and `src/`. */
  readonly functionsDirectory: string;
  readonly outputDirectory: string;
}

/** A function's bundle, ready to be required. */
export interface BuiltFunction {
  readonly uid: string;
  readonly secretKeys: readonly string[];
  readonly bundle: BuiltFile;
}

const functionsDirectory = resolve(import.meta.dirname, '../src/app/functions');

export const productionFunctionBuild: FunctionBuildOptions = {
  functionsDirectory,
  outputDirectory: join(functionsDirectory, 'dist'),
};

/**
 * Bundles every function named by a meta file: one CommonJS file each, because HubSpot requires an
 * `exports.main` from a JavaScript file. Throws what esbuild throws.
 */
export async function buildFunctions(options: FunctionBuildOptions): Promise<readonly BuiltFunction[]> {
  return Promise.all(
    listFunctions(options.functionsDirectory).map(async (entry) => {
      const path = join(options.outputDirectory, basename(entry.entrypoint));
      await bundleFunction(entry.sourcePath, path);
      return { uid: entry.uid, secretKeys: entry.secretKeys, bundle: measureBuiltFile(path) };
    }),
  );
}

async function bundleFunction(sourcePath: string, outputPath: string): Promise<void> {
  await build({
    entryPoints: [sourcePath],
    outfile: outputPath,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // Bundled whole the client is 5 MB; HubSpot installs it from functions/package.json instead.
    external: ['@hubspot/api-client'],
    logLevel: 'warning',
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const built of await buildFunctions(productionFunctionBuild)) {
    console.log(describeBuiltFile(`${built.uid} (${basename(built.bundle.path)})`, built.bundle));
  }
}

import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { buildSingleExtension } from '@hubspot/ui-extensions-dev-server/build';

import { describeBuiltFile, measureBuiltFile } from './built-file.ts';
import type { BuiltFile } from './built-file.ts';

export interface CardBuildOptions {
  /** The card's entry file; its folder is what HubSpot calls the extension's root. */
  readonly entryPath: string;
  readonly outputDirectory: string;
  /** HubSpot's remote build minifies; a readable bundle is for looking into. */
  readonly minify: boolean;
}

export interface BuiltCard {
  readonly bundle: BuiltFile;
  readonly manifest: BuiltFile;
}

export const productionCardBuild: CardBuildOptions = {
  entryPath: resolve(import.meta.dirname, '../src/app/cards/BulkRecordsCard.tsx'),
  outputDirectory: resolve(import.meta.dirname, '../build/card'),
  minify: true,
};

/**
 * Builds a card with HubSpot's own builder, as `remoteBuild` does, and measures bundle and manifest.
 * Throws what the builder throws when the card does not compile.
 */
export async function buildCard(options: CardBuildOptions): Promise<BuiltCard> {
  const name = basename(options.entryPath).replace(/\.[jt]sx?$/, '');
  await inProductionMode(() =>
    buildSingleExtension({
      file: options.entryPath,
      outputDir: options.outputDirectory,
      root: dirname(options.entryPath),
      minify: options.minify,
      logLevel: 'warn',
    }),
  );
  return {
    bundle: measureBuiltFile(join(options.outputDirectory, `${name}.js`)),
    manifest: measureBuiltFile(join(options.outputDirectory, `${name}-manifest.json`)),
  };
}

/** The builder copies NODE_ENV into the bundle; a test's `test` would pull in React's other build. */
async function inProductionMode(run: () => Promise<void>): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await run();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const card = await buildCard(productionCardBuild);
  console.log(describeBuiltFile(basename(card.bundle.path), card.bundle));
  console.log(describeBuiltFile(basename(card.manifest.path), card.manifest));
}

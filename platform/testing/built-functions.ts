import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { buildFunctions, productionFunctionBuild } from '../../scripts/build-functions.ts';

export type Main = (context?: unknown) => Promise<unknown>;

const exportsSchema = v.object({
  main: v.pipe(
    v.function(),
    v.transform(
      (main): Main =>
        async (context) =>
          Promise.resolve(main(context)),
    ),
  ),
});

/** Every function as HubSpot requires it: the built bundle's `exports.main`, by uid. */
export async function loadBuiltFunctions(): Promise<ReadonlyMap<string, Main>> {
  // Inside the repository, where the client package is found that HubSpot installs beside the bundles.
  const outputDirectory = join(resolve(import.meta.dirname, '../..'), 'build/security', String(process.pid));
  mkdirSync(outputDirectory, { recursive: true });
  writeFileSync(join(outputDirectory, 'package.json'), '{"type":"commonjs"}');
  const built = await buildFunctions({ ...productionFunctionBuild, outputDirectory });
  return new Map(
    built.map(({ uid, bundle }) => {
      const exported: unknown = createRequire(bundle.path)(bundle.path);
      return [uid, v.parse(exportsSchema, exported).main] as const;
    }),
  );
}

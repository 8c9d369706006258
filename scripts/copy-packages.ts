import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const projectApp = resolve(import.meta.dirname, '../src/app');

/** Places in HubSpot beside the cards; each is a folder that HubSpot's build sees alone. */
const PLACES = ['pages', 'actions'];

/**
 * Copies the core, and for other places than the cards the flow, into the folder of each place, where HubSpot's build
 * finds them: that build packs a place's folder alone (HubSpot docs, lint rule no-parent-imports), and npm does not
 * install what a `file:` dependency outside of it needs. Here in the repository all places use the packages themselves.
 * A place without a meta file is switched off: it gets the packages' manifests alone, because HubSpot's command line
 * refuses a project with a `file:` dependency that is not there (`collectFileDependencies` of its parsing library).
 * Gives what was written, relative to the app.
 */
export function copyPackages(from: string = projectApp, to: string = from): readonly string[] {
  const coreManifest = join(from, 'cards/core/package.json');
  const flow = join(from, 'cards/bulk-records');
  const written = [copyFresh(join(from, 'packages/core/src'), join(to, 'cards/core/dist'))];
  for (const place of PLACES.map((name) => join(to, name))) {
    for (const name of ['core', 'flow']) rmSync(join(place, name), { recursive: true, force: true });
    written.push(copyFresh(coreManifest, join(place, 'core/package.json')));
    if (isSwitchedOn(place)) {
      written.push(
        copyFresh(join(from, 'packages/core/src'), join(place, 'core/dist')),
        copyFresh(flow, join(place, 'flow')),
      );
    } else {
      written.push(copyFresh(join(flow, 'package.json'), join(place, 'flow/package.json')));
    }
  }
  return written.map((path) => relative(to, path));
}

function isSwitchedOn(place: string): boolean {
  return existsSync(place) && readdirSync(place).some((name) => name.endsWith('-hsmeta.json'));
}

function copyFresh(from: string, to: string): string {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, filter: isShipped });
  return to;
}

function isShipped(path: string): boolean {
  const name = basename(path);
  return !/\.test\.tsx?$/.test(name) && !['testing', 'fixtures'].includes(name);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const path of copyPackages()) console.log(`copied ${path}`);
}
